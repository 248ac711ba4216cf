package com.quaily.page.publishing.store;

import com.quaily.dao.PageDao;
import com.quaily.database.ChangeFeed;
import com.quaily.database.Transactions;
import com.quaily.model.Sha256;
import com.quaily.model.page.PageManifest;
import com.quaily.page.publishing.compose.ComposedPage;
import com.quaily.storage.ContentTypes;
import com.quaily.storage.ObjectStorage;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Writes pages to storage and keeps the manifest. A page is composed under the lock of its manifest
 * row, so that the last of several writers always writes the newest state. Unchanged pages are not
 * rewritten.
 */
public final class PageWriter {

  private final Transactions transactions;
  private final PageDao pageDao;
  private final ObjectStorage storage;
  private final Consumer<PageManifest> followUp;
  private final PageChangeListener listener;
  private final Clock clock;

  /**
   * @param followUp takes each page that changed, in the transaction that stores it
   * @param listener hears of changes afterwards
   */
  public PageWriter(
      Transactions transactions,
      PageDao pageDao,
      ObjectStorage storage,
      Consumer<PageManifest> followUp,
      PageChangeListener listener,
      Clock clock) {
    this.transactions = transactions;
    this.pageDao = pageDao;
    this.storage = storage;
    this.followUp = followUp;
    this.listener = listener;
    this.clock = clock;
  }

  /**
   * Composes a page and stores it; removes the stored page if there is nothing to compose.
   *
   * @param channelId null for pages of the site itself
   * @param page composes the content inside the transaction
   * @return whether storage changed
   * @throws com.quaily.model.error.UnavailableException when storage or database cannot be reached;
   *     the manifest then does not change, so the call can be repeated
   */
  public boolean write(String key, Long channelId, Supplier<Optional<ComposedPage>> page) {
    return write(key, channelId, page, () -> pageDao.lock(key));
  }

  /** Like {@link #write}, for a page that was not in the manifest before. */
  public boolean writeNew(String key, Long channelId, Supplier<Optional<ComposedPage>> page) {
    return write(key, channelId, page, Optional::empty);
  }

  private boolean write(
      String key,
      Long channelId,
      Supplier<Optional<ComposedPage>> page,
      Supplier<Optional<PageManifest>> lock) {
    boolean changed =
        transactions.inTransaction(
            () -> {
              // The page can be rebuilt and its queued change survives, so the transaction need not
              // wait for the disk.
              Optional<PageManifest> known = lock.get();
              PageManifest before = known.orElseGet(() -> enter(key, channelId));
              Optional<ComposedPage> composed = page.get();
              if (composed.isPresent()) {
                return store(before, channelId, composed.get());
              }
              if (known.isEmpty() && before.hash().isEmpty()) {
                pageDao.delete(key);
                return false;
              }
              return deleteStored(key);
            });
    if (changed) {
      listener.pagesChanged(List.of(key));
    }
    return changed;
  }

  /**
   * Adds a new page to the manifest, which locks it, before composing. So two writers of the same
   * new page also take turns.
   */
  private PageManifest enter(String key, Long channelId) {
    Optional<PageManifest> entered = Optional.empty();
    while (entered.isEmpty()) {
      entered = pageDao.insertIfAbsent(key, channelId, clock.instant()).or(() -> pageDao.lock(key));
    }
    return entered.get();
  }

  private boolean store(PageManifest before, Long channelId, ComposedPage page) {
    PageManifest after =
        new PageManifest(
            page.key(),
            channelId,
            page.postId(),
            page.kind(),
            Sha256.hex(page.content()),
            page.madeFrom(),
            clock.instant());
    boolean changed = !before.hash().equals(after.hash());
    if (changed) {
      storage.put(page.key(), page.content(), ContentTypes.of(page.key()));
    }
    if (changed || !isSameOrigin(before, after)) {
      pageDao.save(after, List.copyOf(page.sources()));
      transactions.announce(ChangeFeed.PAGE_CHANGED, page.key());
    }
    if (changed) {
      followUp.accept(after);
    }
    return changed;
  }

  private static boolean isSameOrigin(PageManifest one, PageManifest other) {
    return one.kind() == other.kind()
        && Objects.equals(one.channelId(), other.channelId())
        && Objects.equals(one.postId(), other.postId())
        && one.madeFrom().equals(other.madeFrom());
  }

  private boolean deleteStored(String key) {
    storage.delete(key);
    pageDao.delete(key);
    transactions.announce(ChangeFeed.PAGE_CHANGED, key);
    return true;
  }

  /** Removes a page from storage and the manifest. */
  public void remove(String key) {
    transactions.inTransaction(
        () -> {
          pageDao.lock(key);
          deleteStored(key);
        });
    listener.pagesChanged(List.of(key));
  }

  /**
   * Removes an object that is not in the manifest; keeps it if it has been added in the meantime,
   * because someone may be publishing it.
   */
  public void removeUnknown(String key) {
    transactions.inTransaction(
        () -> {
          if (pageDao.insertIfAbsent(key, null, clock.instant()).isPresent()) {
            deleteStored(key);
          }
        });
  }

  /** Runs the work with a page of the manifest while nobody else can write it. */
  public <T> Optional<T> whileLocked(String key, Function<PageManifest, Optional<T>> work) {
    return transactions.inTransaction(() -> pageDao.selectForUpdate(key).flatMap(work));
  }
}

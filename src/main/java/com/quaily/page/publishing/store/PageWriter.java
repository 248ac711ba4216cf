package com.quaily.page.publishing.store;

import com.quaily.dao.PageDao;
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
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Puts pages into storage and keeps the manifest. A page is composed under the lock of its manifest
 * row, so that of two writers the last one always shows the newest state; a page whose bytes did
 * not change is not written again.
 */
public final class PageWriter {

  private final Transactions transactions;
  private final PageDao pageDao;
  private final ObjectStorage storage;
  private final PageChangeListener listener;
  private final Clock clock;

  public PageWriter(
      Transactions transactions,
      PageDao pageDao,
      ObjectStorage storage,
      PageChangeListener listener,
      Clock clock) {
    this.transactions = transactions;
    this.pageDao = pageDao;
    this.storage = storage;
    this.listener = listener;
    this.clock = clock;
  }

  /**
   * Composes a page and stores it; removes the stored one when there is nothing to compose.
   *
   * @param channelId null for pages of the site itself
   * @param page what the key is to hold, composed inside the transaction
   * @return whether storage changed
   * @throws com.quaily.model.error.UnavailableException when storage or database cannot be reached;
   *     the manifest then stays as it was, so that trying again does all of it
   */
  public boolean write(String key, Long channelId, Supplier<Optional<ComposedPage>> page) {
    return write(key, channelId, page, () -> pageDao.lock(key));
  }

  /** As {@link #write}, for a page that the manifest did not have a moment ago. */
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
              // What this writes can be made again, and the note that it must be made outlives it:
              // so the transaction need not wait for the disk.
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
   * Enters a new page into the manifest, which locks it. This comes before composing, so that two
   * who make a new page at once take turns as well.
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
    pageDao.notifyPageChanged(key);
    return true;
  }

  /** Takes a page out of storage and manifest. */
  public void remove(String key) {
    transactions.inTransaction(
        () -> {
          pageDao.lock(key);
          deleteStored(key);
        });
    listener.pagesChanged(List.of(key));
  }

  /**
   * Takes an object out of storage that the manifest does not know; leaves it when by now it does,
   * for somebody may be about to publish it.
   */
  public void removeUnknown(String key) {
    transactions.inTransaction(
        () -> {
          if (pageDao.insertIfAbsent(key, null, clock.instant()).isPresent()) {
            deleteStored(key);
          }
        });
  }

  /** What the work says of a page of the manifest while nobody writes it. */
  public <T> Optional<T> whileLocked(String key, Function<PageManifest, Optional<T>> work) {
    return transactions.inTransaction(() -> pageDao.selectForUpdate(key).flatMap(work));
  }
}

package com.quaily.page.publishing;

import com.quaily.dao.Database;
import com.quaily.dao.PageDao;
import com.quaily.model.PageManifest;
import com.quaily.storage.ContentTypes;
import com.quaily.storage.ObjectStorage;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Puts pages into storage and keeps the manifest. A page is composed under the lock of its manifest
 * row, so that of two writers the last one always shows the newest state; a page whose bytes did
 * not change is not written again.
 */
public final class PageWriter {

  private final Database database;
  private final PageDao pageDao;
  private final ObjectStorage storage;
  private final PageChangeListener listener;
  private final Clock clock;

  public PageWriter(
      Database database, ObjectStorage storage, PageChangeListener listener, Clock clock) {
    this.database = database;
    this.pageDao = database.dao(PageDao.class);
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
   * @throws com.quaily.model.UnavailableException when storage or database cannot be reached; the
   *     manifest then says that the page is not as it should be
   */
  public boolean write(String key, Long channelId, Supplier<Optional<ComposedPage>> page) {
    boolean changed =
        database.inTransaction(
            () -> {
              // What this writes can be made again, and the note that it must be made outlives it.
              pageDao.relaxDurability();
              Optional<PageManifest> before = pageDao.selectForUpdate(key);
              Optional<ComposedPage> composed = page.get();
              if (composed.isEmpty()) {
                return before.isPresent() && deleteStored(key);
              }
              if (before.isEmpty()) {
                before = enter(channelId, composed.get());
              }
              return store(before.get(), composed.get());
            });
    if (changed) {
      listener.pagesChanged(List.of(key));
    }
    return changed;
  }

  private Optional<PageManifest> enter(Long channelId, ComposedPage page) {
    pageDao.insertIfAbsent(page.key(), channelId, page.postId(), page.kind(), clock.instant());
    return pageDao.selectForUpdate(page.key());
  }

  private boolean store(PageManifest before, ComposedPage page) {
    String hash = hash(page.content());
    if (!before.kind().equals(page.kind())
        || !java.util.Objects.equals(before.postId(), page.postId())) {
      pageDao.updateOwner(page.key(), page.postId(), page.kind());
    }
    if (before.hash().equals(hash)) {
      if (!before.madeFrom().equals(page.madeFrom())) {
        pageDao.update(page.key(), hash, page.madeFrom(), clock.instant());
        pageDao.replaceSources(page.key(), List.copyOf(page.sources()));
      }
      return false;
    }
    storage.put(page.key(), page.content(), ContentTypes.of(page.key()));
    pageDao.update(page.key(), hash, page.madeFrom(), clock.instant());
    pageDao.replaceSources(page.key(), List.copyOf(page.sources()));
    pageDao.notifyPageChanged(page.key());
    return true;
  }

  private boolean deleteStored(String key) {
    storage.delete(key);
    pageDao.delete(key);
    pageDao.notifyPageChanged(key);
    return true;
  }

  /** Takes a page out of storage and manifest. */
  public void remove(String key) {
    database.inTransaction(
        () -> {
          pageDao.relaxDurability();
          pageDao.selectForUpdate(key);
          deleteStored(key);
        });
    listener.pagesChanged(List.of(key));
  }

  /** SHA-256 in hexadecimal, as the manifest keeps it. */
  public static String hash(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

package com.quaily.testing;

import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.UnavailableException;
import com.quaily.storage.ObjectInfo;
import com.quaily.storage.ObjectStorage;
import com.quaily.storage.StorageKey;
import com.quaily.storage.StoredObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A store in memory that counts requests and can be switched off. */
public final class MemoryStorage implements ObjectStorage {

  /** The moment at which everything was written, unless put otherwise. */
  public static final Instant WRITTEN = Instant.parse("2026-02-03T04:05:06.700Z");

  private final Map<String, StoredObject> objects = new ConcurrentSkipListMap<>(StorageKey.ORDER);
  private final AtomicInteger versions = new AtomicInteger();
  private final AtomicInteger gets = new AtomicInteger();
  private final AtomicInteger heads = new AtomicInteger();
  private volatile boolean down;
  private volatile Runnable beforeAnswer = () -> {};

  public void putText(String key, String text, String contentType) {
    put(key, text.getBytes(StandardCharsets.UTF_8), contentType);
  }

  public void putHtml(String key, String html) {
    putText(key, html, "text/html; charset=utf-8");
  }

  /** From now on, until it is up again, every method fails. */
  public void setDown(boolean isDown) {
    this.down = isDown;
  }

  /** Runs in each {@link #get} after the content has been read and before it is handed over. */
  public void beforeAnswering(Runnable action) {
    this.beforeAnswer = action;
  }

  public int gets() {
    return gets.get();
  }

  public int heads() {
    return heads.get();
  }

  @Override
  public Optional<StoredObject> get(String key) {
    gets.incrementAndGet();
    failWhenDown();
    Optional<StoredObject> found = Optional.ofNullable(objects.get(StorageKey.check(key)));
    beforeAnswer.run();
    return found;
  }

  @Override
  public Optional<ObjectInfo> head(String key) {
    heads.incrementAndGet();
    failWhenDown();
    return Optional.ofNullable(objects.get(StorageKey.check(key))).map(StoredObject::info);
  }

  @Override
  public ObjectInfo put(String key, byte[] content, String contentType) {
    failWhenDown();
    String etag = "v" + versions.incrementAndGet();
    ObjectInfo info =
        new ObjectInfo(StorageKey.check(key), content.length, etag, contentType, WRITTEN);
    objects.put(key, new StoredObject(info, content));
    return info;
  }

  @Override
  public void delete(String key) {
    failWhenDown();
    objects.remove(StorageKey.check(key));
  }

  @Override
  public Stream<ObjectInfo> list(String prefix) {
    failWhenDown();
    return objects.values().stream()
        .map(StoredObject::info)
        .filter(info -> info.key().startsWith(prefix));
  }

  private void failWhenDown() {
    if (down) {
      throw new UnavailableException(ErrorCode.STORAGE_UNAVAILABLE, "switched off by the test");
    }
  }
}

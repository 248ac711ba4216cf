package com.quaily.testing;

import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.UnavailableException;
import com.quaily.storage.ObjectInfo;
import com.quaily.storage.ObjectStorage;
import com.quaily.storage.StoredObject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A store that wraps another, records writes, and can fail on demand. */
public final class WatchedStorage implements ObjectStorage {

  private final ObjectStorage objects;
  private final SortedSet<String> puts = new ConcurrentSkipListSet<>();
  private final SortedSet<String> deletes = new ConcurrentSkipListSet<>();
  private volatile boolean down;
  private volatile Consumer<String> afterPut = key -> {};

  public WatchedStorage(ObjectStorage objects) {
    this.objects = objects;
  }

  /** From now on, until it is up again, every method fails. */
  public void setDown(boolean isDown) {
    this.down = isDown;
  }

  /** Runs after an object was stored and before the caller hears of it. */
  public void afterPut(Consumer<String> action) {
    this.afterPut = action;
  }

  /** Forgets what was written until now. */
  public void forget() {
    puts.clear();
    deletes.clear();
  }

  /** The keys that were stored since. */
  public SortedSet<String> puts() {
    return new TreeSet<>(puts);
  }

  /** The keys that were removed since. */
  public SortedSet<String> deletes() {
    return new TreeSet<>(deletes);
  }

  /** The text under a key; fails when there is none. */
  public String text(String key) {
    return new String(get(key).orElseThrow().content(), StandardCharsets.UTF_8);
  }

  public boolean has(String key) {
    return head(key).isPresent();
  }

  /** Everything below a prefix, as text. */
  public TreeMap<String, String> all(String prefix) {
    TreeMap<String, String> all = new TreeMap<>();
    try (Stream<ObjectInfo> infos = list(prefix)) {
      infos.forEach(info -> all.put(info.key(), text(info.key())));
    }
    return all;
  }

  @Override
  public Optional<StoredObject> get(String key) {
    failWhenDown();
    return objects.get(key);
  }

  @Override
  public Optional<ObjectInfo> head(String key) {
    failWhenDown();
    return objects.head(key);
  }

  @Override
  public ObjectInfo put(String key, byte[] content, String contentType) {
    failWhenDown();
    ObjectInfo info = objects.put(key, content, contentType);
    puts.add(key);
    afterPut.accept(key);
    return info;
  }

  @Override
  public void delete(String key) {
    failWhenDown();
    objects.delete(key);
    deletes.add(key);
  }

  @Override
  public Stream<ObjectInfo> list(String prefix) {
    failWhenDown();
    return objects.list(prefix);
  }

  private void failWhenDown() {
    if (down) {
      throw new UnavailableException(ErrorCode.STORAGE_UNAVAILABLE, "switched off by the test");
    }
  }
}

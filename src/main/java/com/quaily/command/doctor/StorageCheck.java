package com.quaily.command.doctor;

import com.quaily.model.error.UnavailableException;
import com.quaily.storage.ObjectInfo;
import com.quaily.storage.ObjectStorage;
import com.quaily.storage.StoredObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Writes an object, reads it, lists it, changes it and deletes it. */
final class StorageCheck implements Check {

  private static final String FOLDER = "doctor/";
  private static final String TYPE = "text/plain; charset=utf-8";
  private static final String REMEDY =
      "look at storage.kind and its settings, the permissions of the key, and the free space";

  private final ObjectStorage storage;

  StorageCheck(ObjectStorage storage) {
    this.storage = storage;
  }

  @Override
  public List<Finding> look() {
    String key = FOLDER + UUID.randomUUID() + ".txt";
    try {
      String wrong = firstFault(key);
      storage.delete(key);
      return List.of(
          wrong.isEmpty() && storage.head(key).isEmpty()
              ? Finding.ok("storage", "writes, reads, lists, replaces and deletes")
              : Finding.fault("storage", wrong.isEmpty() ? "does not delete" : wrong, REMEDY));
    } catch (UnavailableException e) {
      return List.of(Finding.fault("storage", Finding.reason(e), REMEDY));
    }
  }

  /** What does not work; empty when everything does. */
  private String firstFault(String key) {
    byte[] first = "one".getBytes(StandardCharsets.UTF_8);
    byte[] second = "two".getBytes(StandardCharsets.UTF_8);
    ObjectInfo written = storage.put(key, first, TYPE);
    Optional<StoredObject> read = storage.get(key);
    if (read.isEmpty() || !new String(read.get().content(), StandardCharsets.UTF_8).equals("one")) {
      return "does not give back what was written";
    }
    try (Stream<ObjectInfo> listed = storage.list(FOLDER)) {
      if (listed.noneMatch(info -> info.key().equals(key))) {
        return "does not list what was written";
      }
    }
    ObjectInfo replaced = storage.put(key, second, TYPE);
    Optional<ObjectInfo> head = storage.head(key);
    // Routers recognize a changed page by its entity tag.
    boolean tagsAreRight =
        head.isPresent()
            && head.get().etag().equals(replaced.etag())
            && !replaced.etag().equals(written.etag());
    return tagsAreRight ? "" : "does not change the entity tag of a changed object";
  }
}

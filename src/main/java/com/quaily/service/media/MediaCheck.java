package com.quaily.service.media;

import com.quaily.dao.AttachmentDao;
import com.quaily.storage.ObjectInfo;
import com.quaily.storage.ObjectStorage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds stored images that no upload knows, for example after a crash in the middle of one. */
public final class MediaCheck {

  private static final String FOLDER = "media/";
  private static final Pattern NAME =
      Pattern.compile("media/([0-9a-f]+)(?:-(?:[0-9]+w|og|twitter|thumb))?\\.webp");
  private static final int AT_ONCE = 1000;

  /** An upload stores its files before its row, so younger files may be on their way. */
  private static final Duration LONGEST_UPLOAD = Duration.ofHours(1);

  private final AttachmentDao attachmentDao;
  private final ObjectStorage storage;
  private final Clock clock;

  public MediaCheck(AttachmentDao attachmentDao, ObjectStorage storage, Clock clock) {
    this.attachmentDao = attachmentDao;
    this.storage = storage;
    this.clock = clock;
  }

  /**
   * The keys of images without an upload.
   *
   * @param progress receives each checked key
   */
  public List<String> findUnknown(Consumer<String> progress) {
    List<String> unknown = new ArrayList<>();
    Instant young = clock.instant().minus(LONGEST_UPLOAD);
    try (Stream<ObjectInfo> objects = storage.list(FOLDER)) {
      Iterator<String> keys =
          objects
              .filter(object -> object.lastModified().isBefore(young))
              .map(ObjectInfo::key)
              .filter(key -> NAME.matcher(key).matches())
              .iterator();
      while (keys.hasNext()) {
        List<String> some = new ArrayList<>();
        while (keys.hasNext() && some.size() < AT_ONCE) {
          some.add(keys.next());
        }
        some.forEach(progress);
        Set<String> known =
            new HashSet<>(
                attachmentDao.selectKnown(some.stream().map(MediaCheck::hash).distinct().toList()));
        some.stream().filter(key -> !known.contains(hash(key))).forEach(unknown::add);
      }
    }
    return unknown;
  }

  private static String hash(String key) {
    Matcher name = NAME.matcher(key);
    return name.matches() ? name.group(1) : "";
  }

  /** Removes an image that {@link #findUnknown} returned. */
  public void remove(String key) {
    storage.delete(key);
  }
}

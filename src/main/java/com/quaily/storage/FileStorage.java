package com.quaily.storage;

import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.UnavailableException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Stores objects as plain files in a directory; the key is the path. Any program can read, copy and
 * serve the files. Several processes can use one directory.
 *
 * <ul>
 *   <li>There is no metadata file: {@link ContentTypes} derives the media type from the key's
 *       extension on every read; the type given to {@link #put} is ignored.
 *   <li>The ETag consists of the write time and the size, as in nginx. It is a strong one: every
 *       write creates a new file with a unique time.
 *   <li>A file cannot replace a directory: {@code a} and {@code a/b} exclude each other, and
 *       putting the second throws {@link IllegalArgumentException}.
 *   <li>Symbolic links below the root are not followed and are never objects. The root itself can
 *       be one.
 * </ul>
 */
public final class FileStorage implements ObjectStorage {

  /** Small enough to keep the JDK's per-thread direct buffer small. */
  private static final int PIECE = 128 * 1024;

  private static final Set<OpenOption> READ =
      Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

  private final FileTree tree;
  private final TemporaryFiles temporary;
  private final boolean fsync;

  /** Writes without waiting for the disk; see {@link #FileStorage(Path, boolean)}. */
  public FileStorage(Path root) {
    this(root, false);
  }

  /**
   * Creates the root if it is missing and removes leftovers of a crash.
   *
   * @param root the directory; it should contain nothing else
   * @param fsync whether each write waits for the disk. Without it, a crash of the program loses
   *     nothing, but a power failure can lose the last seconds of writes. Pages can be rebuilt from
   *     the database ({@code fsck --repair}), so fsync is seldom worth its milliseconds per page
   * @throws UnavailableException when the directory cannot be used
   */
  public FileStorage(Path root, boolean fsync) {
    this(root, fsync, Clock.systemUTC());
  }

  FileStorage(Path root, boolean fsync, Clock clock) {
    try {
      Files.createDirectories(root.toAbsolutePath());
      Path real = root.toRealPath();
      FileModes modes = new FileModes(real);
      this.tree = new FileTree(real, modes);
      this.temporary = new TemporaryFiles(real, modes, clock);
      this.fsync = fsync;
      modes.tighten();
      temporary.removeLeftovers();
    } catch (IOException failure) {
      throw unavailable(failure);
    }
  }

  @Override
  public Optional<StoredObject> get(String key) {
    Path path = tree.path(key);
    try {
      // A file never changes after it was renamed into place. If the name refers to the same file
      // before and after opening it, that file is the one being read, even if it is replaced
      // meanwhile.
      Optional<BasicFileAttributes> before = tree.object(path);
      while (before.isPresent()) {
        try (FileChannel channel = FileChannel.open(path, READ)) {
          Optional<BasicFileAttributes> after = tree.object(path);
          if (after.isPresent() && isSame(before.get(), after.get())) {
            return Optional.of(new StoredObject(info(key, after.get()), content(channel)));
          }
          before = after;
        } catch (NoSuchFileException removed) {
          return Optional.empty();
        }
      }
      return Optional.empty();
    } catch (IOException failure) {
      throw unavailable(failure);
    }
  }

  @Override
  public Optional<ObjectInfo> head(String key) {
    Path path = tree.path(key);
    try {
      return tree.object(path).map(attributes -> info(key, attributes));
    } catch (IOException failure) {
      throw unavailable(failure);
    }
  }

  @Override
  public ObjectInfo put(String key, byte[] content, String contentType) {
    Path path = tree.path(key);
    try {
      Path written = temporary.write(content, fsync);
      try {
        BasicFileAttributes attributes =
            Files.readAttributes(written, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        tree.moveInto(written, path, key);
        if (fsync) {
          TemporaryFiles.force(path.getParent());
        }
        return info(key, attributes);
      } catch (IOException | RuntimeException failure) {
        TemporaryFiles.discard(written, failure);
        throw failure;
      }
    } catch (IOException failure) {
      throw unavailable(failure);
    }
  }

  @Override
  public void delete(String key) {
    Path path = tree.path(key);
    try {
      if (tree.object(path).isPresent()) {
        tree.remove(path);
      }
    } catch (IOException failure) {
      throw unavailable(failure);
    }
  }

  @Override
  public Stream<ObjectInfo> list(String prefix) {
    return FileListing.of(tree, StorageKey.checkPrefix(prefix));
  }

  static ObjectInfo info(String key, BasicFileAttributes attributes) {
    Instant modified = attributes.lastModifiedTime().toInstant();
    long nanoseconds = modified.getEpochSecond() * 1_000_000_000L + modified.getNano();
    String etag = Long.toHexString(nanoseconds) + "-" + Long.toHexString(attributes.size());
    return new ObjectInfo(key, attributes.size(), etag, ContentTypes.of(key), modified);
  }

  static UnavailableException unavailable(IOException failure) {
    return new UnavailableException(ErrorCode.STORAGE_UNAVAILABLE, failure);
  }

  private static boolean isSame(BasicFileAttributes before, BasicFileAttributes after) {
    return before.lastModifiedTime().equals(after.lastModifiedTime())
        && before.size() == after.size()
        && before.fileKey().equals(after.fileKey());
  }

  private static byte[] content(FileChannel channel) throws IOException {
    byte[] content = new byte[Math.toIntExact(channel.size())];
    ByteBuffer buffer = ByteBuffer.wrap(content);
    while (buffer.position() < content.length) {
      buffer.limit(Math.min(content.length, buffer.position() + PIECE));
      if (channel.read(buffer) < 0) {
        throw new IOException("A stored file was truncated while it was read");
      }
    }
    return content;
  }
}

package com.quaily.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Files being written, in a directory inside the root, so that the rename never crosses file
 * systems. The directory's name contains a backslash, which no key does.
 */
final class TemporaryFiles {

  static final String DIRECTORY = "\\temporary";

  /** No write takes this long; older files belong to a process that died. */
  private static final Duration LEFTOVER_AGE = Duration.ofHours(1);

  private static final int PIECE = 128 * 1024;

  private static final Set<OpenOption> NEW_FILE =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

  private final Path directory;
  private final FileModes modes;
  private final Clock clock;
  private final String process = Long.toHexString(new SecureRandom().nextLong());
  private final AtomicLong count = new AtomicLong();
  private final AtomicLong lastMicros = new AtomicLong();

  TemporaryFiles(Path root, FileModes modes, Clock clock) {
    this.directory = root.resolve(DIRECTORY);
    this.modes = modes;
    this.clock = clock;
  }

  /** Removes the files of processes that died while writing. */
  void removeLeftovers() throws IOException {
    if (!Files.isWritable(directory)) {
      // Nothing was written yet, or this process only reads.
      return;
    }
    FileTime limit = FileTime.from(clock.instant().minus(LEFTOVER_AGE));
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
      for (Path file : files) {
        removeOlderThan(limit, file);
      }
    }
  }

  private static void removeOlderThan(FileTime limit, Path file) throws IOException {
    try {
      if (Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).compareTo(limit) < 0) {
        Files.delete(file);
      }
    } catch (NoSuchFileException takenByItsWriter) {
      // Another process uses the same directory: it has renamed or removed its file.
    }
  }

  /** A new closed file with this content and a unique modification time. */
  Path write(byte[] content, boolean fsync) throws IOException {
    Path file = directory.resolve(process + "-" + count.incrementAndGet());
    try {
      writeTo(file, content, fsync);
    } catch (NoSuchFileException firstWriteHere) {
      createDirectory();
      writeTo(file, content, fsync);
    }
    return file;
  }

  private void createDirectory() throws IOException {
    try {
      Files.createDirectory(directory, modes.ofDirectory(directory));
    } catch (FileAlreadyExistsException byAnotherWriter) {
      // Two first writes at once: both use the same directory.
    }
  }

  private void writeTo(Path file, byte[] content, boolean fsync) throws IOException {
    try (FileChannel channel = FileChannel.open(file, NEW_FILE, modes.ofTemporaryFile())) {
      ByteBuffer buffer = ByteBuffer.wrap(content);
      while (buffer.position() < content.length) {
        buffer.limit(Math.min(content.length, buffer.position() + PIECE));
        channel.write(buffer);
      }
      Files.setLastModifiedTime(file, FileTime.from(nextTime()));
      if (fsync) {
        channel.force(true);
      }
    } catch (IOException failure) {
      if (!(failure instanceof NoSuchFileException)) {
        discard(file, failure);
      }
      throw failure;
    }
  }

  /** Removes a file after a failure. */
  static void discard(Path file, Exception failure) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException alsoFailed) {
      failure.addSuppressed(alsoFailed);
    }
  }

  /**
   * The file system's clock ticks only every few milliseconds, so two quick writes of equal size
   * would look the same. The JDK can set microseconds on every version.
   */
  private Instant nextTime() {
    long now = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
    return Instant.EPOCH.plus(
        lastMicros.updateAndGet(last -> Math.max(now, last + 1)), ChronoUnit.MICROS);
  }

  /** Waits until the disk has stored what was created, renamed or removed in this directory. */
  static void force(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}

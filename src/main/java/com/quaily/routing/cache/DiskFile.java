package com.quaily.routing.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Records in a file of a bounded size, in which the newest overwrite the oldest. For use by many
 * threads; nobody waits for a reader. The file has no name: it is gone with the process, however
 * that ends.
 */
final class DiskFile implements AutoCloseable {

  /** Small enough that the direct buffer the JDK keeps for each thread stays small as well. */
  private static final int PIECE = 128 * 1024;

  private final Path directory;
  private final long capacity;
  private volatile FileChannel channel;

  /** Where the next record goes, counted on and on; the place in the file is the remainder. */
  private long end;

  /** Everything that was written before this has been overwritten, or is about to be. */
  private volatile long begin;

  /**
   * Makes the file with the first record.
   *
   * @param directory where it lies; made when it is missing
   * @param capacity its largest size in bytes
   */
  DiskFile(Path directory, long capacity) {
    this.directory = directory;
    this.capacity = capacity;
  }

  /** The position before which nothing can be read any more. */
  long begin() {
    return begin;
  }

  /**
   * Adds a record.
   *
   * @return its position, for {@link #read}; empty when it is too large
   */
  synchronized Optional<Long> append(byte[] bytes) throws IOException {
    if (bytes.length > capacity / 16) {
      return Optional.empty();
    }
    long position = end;
    if (position % capacity + bytes.length > capacity) {
      position += capacity - position % capacity;
    }
    end = position + bytes.length;
    // Before the first byte is overwritten: a reader looks at this after it has read.
    begin = Math.max(begin, end - capacity);
    if (channel == null) {
      open();
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.position() < bytes.length) {
      buffer.limit(Math.min(bytes.length, buffer.position() + PIECE));
      channel.write(buffer, position % capacity + buffer.position());
    }
    return Optional.of(position);
  }

  /** A record; empty when it has been overwritten. */
  Optional<byte[]> read(long position, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.position() < length) {
      buffer.limit(Math.min(length, buffer.position() + PIECE));
      if (channel.read(buffer, position % capacity + buffer.position()) < 0) {
        return Optional.empty();
      }
    }
    return position < begin ? Optional.empty() : Optional.of(buffer.array());
  }

  private void open() throws IOException {
    Files.createDirectories(directory);
    Path file = Files.createTempFile(directory, "pages", ".cache");
    channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    Files.delete(file);
  }

  @Override
  public synchronized void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }
}

package com.quaily.routing.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A ring buffer of records in a file of limited size. Thread-safe; readers block no one. The file
 * is deleted when it is opened, so it disappears with the process.
 */
final class DiskFile implements AutoCloseable {

  /** Small enough to keep the JDK's per-thread direct buffer small. */
  private static final int PIECE = 128 * 1024;

  private final Path directory;
  private final long capacity;
  private volatile FileChannel channel;

  /** The running position of the next record; modulo the capacity, the position in the file. */
  private long end;

  /** Everything before this position was overwritten, or is about to be. */
  private volatile long begin;

  /**
   * Creates the file with the first record.
   *
   * @param directory created when missing
   * @param capacity maximum size in bytes
   */
  DiskFile(Path directory, long capacity) {
    this.directory = directory;
    this.capacity = capacity;
  }

  /** The position before which nothing can be read any more. */
  long begin() {
    return begin;
  }

  /** How much of the file is in use. */
  synchronized long bytes() {
    return end - begin;
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
    // Updated before the first byte is overwritten: a reader checks it after reading.
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

  /** A record; empty if it was overwritten. */
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

package com.quaily.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A demo's files in its data directory: the configuration, so that other commands work beside the
 * demo without options, and a lock, so that one demo at a time uses the directory.
 */
final class DemoFiles {

  private static final String CONFIGURATION = "demo.conf";
  private static final String LOCK = "demo.lock";

  /** Referenced until the process ends: a channel that is collected gives up its lock. */
  private static final Set<FileChannel> HELD = ConcurrentHashMap.newKeySet();

  private DemoFiles() {}

  /** The configuration of the demo that was last run in this data directory. */
  static Optional<Path> configuration(Path data) {
    return Optional.of(data.resolve(CONFIGURATION)).filter(Files::isReadable);
  }

  /**
   * Reserves the directory for this process until it ends.
   *
   * @throws IllegalStateException when another demo uses it
   */
  static void reserve(Path data) {
    try {
      Files.createDirectories(data);
      FileChannel channel =
          FileChannel.open(data.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        throw new IllegalStateException(
            "another demo runs in " + data + "; stop it or choose another directory with --data");
      }
      HELD.add(channel);
    } catch (IOException e) {
      throw new UncheckedIOException("the demo cannot use " + data + ": " + e.getMessage(), e);
    }
  }

  /** Keeps the settings that the demo sets itself. */
  static void write(Path data, int port, String baseUrl) {
    try {
      Path written = data.resolve(CONFIGURATION + ".new");
      Files.writeString(
          written,
          """
          # Written by the demo, for commands that run beside it.
          server.port = %d
          site.base-url = "%s"
          mail.smtp-url = ""
          """
              .formatted(port, baseUrl));
      Files.move(written, data.resolve(CONFIGURATION), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("the demo cannot use " + data + ": " + e.getMessage(), e);
    }
  }
}

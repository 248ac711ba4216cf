package com.quaily.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets several programs share one server. Each user holds a shared lock on a file; starting and
 * stopping need an exclusive one. The kernel releases the locks of a killed program, so no cleanup
 * is needed.
 */
final class PostgresSharing {

  /** File locks belong to the whole process; these two separate the threads within it. */
  private static final ReentrantLock TURN = new ReentrantLock();

  private static final Set<Path> JOINED = new HashSet<>();

  private PostgresSharing() {}

  /** Waits until no other program starts or stops the server of this home directory. */
  static Turn takeTurn(PostgresHome home) throws IOException {
    TURN.lock();
    try {
      FileChannel channel = open(home.directory().resolve("turn.lock"));
      try {
        channel.lock();
        return new Turn(home, channel);
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
    } catch (IOException | RuntimeException e) {
      TURN.unlock();
      throw e;
    }
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(
        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  /** A program's share in the running server. */
  record Share(FileChannel channel, FileLock lock) {}

  /** The exclusive right to start or stop the server. */
  record Turn(PostgresHome home, FileChannel channel) implements AutoCloseable {

    /**
     * Registers this program as a user of the server.
     *
     * @throws IllegalStateException when it is already registered: one owner would stop the other's
     *     server
     */
    Share join() throws IOException {
      if (JOINED.contains(home.directory())) {
        throw new IllegalStateException(
            "This program has already started the PostgreSQL in " + home.directory());
      }
      FileChannel users = open(usersFile());
      Share share = new Share(users, users.lock(0, Long.MAX_VALUE, true));
      JOINED.add(home.directory());
      return share;
    }

    /** Releases the share; true if no other program holds one. */
    boolean leave(Share share) throws IOException {
      share.lock().release();
      share.channel().close();
      JOINED.remove(home.directory());
      try (FileChannel users = open(usersFile());
          FileLock all = users.tryLock()) {
        return all != null;
      }
    }

    private Path usersFile() {
      return home.directory().resolve("users.lock");
    }

    @Override
    public void close() throws IOException {
      try {
        channel.close();
      } finally {
        TURN.unlock();
      }
    }
  }
}

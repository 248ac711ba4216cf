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
 * Lets several programs use one server: whoever uses it holds a shared lock on a file, and starting
 * and stopping happens in turns. The kernel drops the locks of a killed program, so nothing has to
 * be tidied up.
 */
final class PostgresSharing {

  /** File locks belong to the whole process; these two keep the threads of this one apart. */
  private static final ReentrantLock TURN = new ReentrantLock();

  private static final Set<Path> JOINED = new HashSet<>();

  private PostgresSharing() {}

  /** Waits until nobody else starts or stops the server of this home. */
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

  /** A program's stake in the running server. */
  record Share(FileChannel channel, FileLock lock) {}

  /** The right to start or stop the server. */
  record Turn(PostgresHome home, FileChannel channel) implements AutoCloseable {

    /**
     * Declares that this program uses the server.
     *
     * @throws IllegalStateException when it does already: two owners in one program would cut each
     *     other off
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

    /** Gives the stake back; true when nobody else holds one. */
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

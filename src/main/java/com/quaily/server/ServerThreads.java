package com.quaily.server;

import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ThreadPool;
import org.eclipse.jetty.util.thread.VirtualThreadPool;

/** The server's threads: virtual where the JVM has them (from Java 21), pooled otherwise. */
final class ServerThreads {

  private static final String NAME = "http";
  private static final int IDLE_MILLIS = 60_000;

  private ServerThreads() {}

  static ThreadPool create(ServerSettings.Threads threads) {
    if (VirtualThreads.areSupported()) {
      VirtualThreadPool pool = new VirtualThreadPool(threads.maximum());
      pool.setName(NAME);
      return pool;
    }
    QueuedThreadPool pool = new QueuedThreadPool(threads.maximum(), threads.minimum(), IDLE_MILLIS);
    pool.setName(NAME);
    return pool;
  }
}

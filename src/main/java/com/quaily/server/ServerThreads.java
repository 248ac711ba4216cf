package com.quaily.server;

import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ThreadPool;
import org.eclipse.jetty.util.thread.VirtualThreadPool;

/** The server's threads: virtual where the JVM has them (from Java 21), pooled otherwise. */
final class ServerThreads {

  private static final String NAME = "http";
  private static final int IDLE_MILLIS = 60_000;

  /**
   * How Jetty spaces the ends of its queues in memory. By default it asks the JVM's management
   * beans, whose initialization takes a quarter of a cold start; 16 is their answer for 64-byte
   * cache lines and compressed references.
   */
  private static final String REFERENCES_PER_CACHE_LINE =
      "org.eclipse.jetty.util.referencesPerCacheLine";

  private ServerThreads() {}

  static ThreadPool create(ServerSettings.Threads threads) {
    if (System.getProperty(REFERENCES_PER_CACHE_LINE) == null) {
      System.setProperty(REFERENCES_PER_CACHE_LINE, "16");
    }
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

package com.quaily.server;

import java.util.function.Predicate;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.QoSHandler;
import org.eclipse.jetty.util.thread.ThreadPool;
import org.eclipse.jetty.util.thread.VirtualThreadPool;

/** Lets only a share of the server's threads wait for storage. */
final class PageReads extends QoSHandler {

  /**
   * @param isPage the requests that read a page
   */
  PageReads(Handler next, Predicate<Request> isPage) {
    super(next);
    WorkLimits.limitWaiting(this);
    include(isPage);
  }

  @Override
  protected void doStart() throws Exception {
    ThreadPool pool = getServer().getThreadPool();
    if (pool instanceof ThreadPool.SizedThreadPool sized) {
      setMaxRequestCount(WorkLimits.of(sized.getMaxThreads()).pageReads());
    } else if (pool instanceof VirtualThreadPool virtual) {
      setMaxRequestCount(WorkLimits.of(virtual.getMaxConcurrentTasks()).pageReads());
    }
    super.doStart();
  }
}

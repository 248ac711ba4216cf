package com.quaily.server;

import java.time.Duration;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.handler.QoSHandler;

/**
 * Shares the server's threads: the servlets and the reading of stored pages may each hold some of
 * them, and the rest is left for new connections. Requests beyond that wait without a thread, and
 * get 503 when they have waited too long.
 *
 * @param servlets requests in the servlets at a time
 * @param largeBodies requests whose body the servlets still wait for, at a time
 * @param pageReads pages read from storage at a time
 */
record WorkLimits(int servlets, int largeBodies, int pageReads) {

  private static final int WAITING = 1024;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(4);

  /** The shares of a pool of this size. */
  static WorkLimits of(int threads) {
    int share = Math.max(1, threads * 3 / 8);
    return new WorkLimits(share, Math.max(1, threads / 8), share);
  }

  /** The limit for the servlets; the readiness check is never held back. */
  Handler limitServlets(Handler next) {
    QoSHandler limit = new QoSHandler(next);
    limit.setMaxRequestCount(servlets);
    limitWaiting(limit);
    limit.exclude(request -> HealthHandler.READINESS.equals(request.getHttpURI().getPath()));
    return limit;
  }

  static void limitWaiting(QoSHandler limit) {
    limit.setMaxSuspendedRequestCount(WAITING);
    limit.setMaxSuspend(LONGEST_WAIT);
  }
}

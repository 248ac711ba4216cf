package com.quaily.service.ai;

import com.quaily.ai.scheduler.ProxyBoard;
import com.quaily.ai.scheduler.Routing.Candidate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A proxy at this moment.
 *
 * @param state ready, busy, cooling or broken
 * @param slots calls that it takes at a time
 * @param callsPerMinute calls of the last minute
 * @param coolUntil gets no task before; null = it does not cool
 * @param reason why it cools
 * @param latency mean of the latest answers in milliseconds, as this instance saw them; 0 = none
 */
public record ProxyStatus(
    String name,
    String kind,
    String model,
    String modelClass,
    String state,
    int running,
    int slots,
    int callsPerMinute,
    @Nullable Instant coolUntil,
    @Nullable String reason,
    long latency) {

  static ProxyStatus of(ProxyBoard.Line line) {
    Candidate proxy = line.candidate();
    boolean cooling = proxy.awayUntil().isPresent();
    return new ProxyStatus(
        proxy.spec().name(),
        proxy.spec().kind().wireName(),
        proxy.spec().model(),
        proxy.spec().modelClass().wireName(),
        state(line),
        proxy.running(),
        proxy.spec().limits().concurrency(),
        proxy.calls(),
        proxy.awayUntil().orElse(null),
        cooling ? line.reason().orElse(null) : null,
        proxy.latency());
  }

  private static String state(ProxyBoard.Line line) {
    Candidate proxy = line.candidate();
    if (proxy.awayUntil().isPresent()) {
      return "cooling";
    }
    if (line.broken()) {
      return "broken";
    }
    return proxy.running() < proxy.spec().limits().concurrency() ? "ready" : "busy";
  }
}

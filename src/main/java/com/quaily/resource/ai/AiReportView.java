package com.quaily.resource.ai;

import com.quaily.ai.scheduler.ProxyBoard;
import com.quaily.ai.scheduler.Routing.Candidate;
import com.quaily.model.ai.QueuedTask;
import com.quaily.model.ai.UsageSum;
import com.quaily.service.ai.AiReport;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * AI tasks, proxies and what they use.
 *
 * @param pending number of tasks that wait
 * @param running number of tasks that a proxy has
 * @param failedTasks of the last day, the latest first
 * @param usage sums by day, kind, channel and proxy
 */
public record AiReportView(
    long pending,
    long running,
    List<ProxyView> proxies,
    List<QueuedTask> pendingTasks,
    List<QueuedTask> runningTasks,
    List<QueuedTask> failedTasks,
    List<UsageSum> usage) {

  static AiReportView of(AiReport.State state, AiReport.Queue queue, List<UsageSum> usage) {
    return new AiReportView(
        state.pending(),
        state.running(),
        state.proxies().stream().map(ProxyView::of).toList(),
        queue.waiting(),
        queue.running(),
        queue.failed(),
        usage);
  }

  /**
   * A proxy.
   *
   * @param state ready, busy, cooling or broken
   * @param slots calls that it takes at a time
   * @param callsPerMinute calls of the last minute
   * @param coolUntil gets no task before; null = it does not cool
   * @param reason why it cools
   * @param latency mean of the latest answers in milliseconds, as this instance saw them; 0 = none
   */
  public record ProxyView(
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

    static ProxyView of(ProxyBoard.Line line) {
      Candidate proxy = line.candidate();
      boolean cooling = proxy.awayUntil().isPresent();
      return new ProxyView(
          proxy.spec().name(),
          proxy.spec().kind().wireName(),
          proxy.spec().model(),
          proxy.spec().modelClass().wireName(),
          state(line, cooling),
          proxy.running(),
          proxy.spec().limits().concurrency(),
          proxy.calls(),
          proxy.awayUntil().orElse(null),
          cooling ? line.reason().orElse(null) : null,
          proxy.latency());
    }

    private static String state(ProxyBoard.Line line, boolean cooling) {
      if (cooling) {
        return "cooling";
      }
      if (line.broken()) {
        return "broken";
      }
      Candidate proxy = line.candidate();
      return proxy.running() < proxy.spec().limits().concurrency() ? "ready" : "busy";
    }
  }
}

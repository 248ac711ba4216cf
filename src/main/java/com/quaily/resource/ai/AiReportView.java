package com.quaily.resource.ai;

import com.quaily.model.ai.QueuedTask;
import com.quaily.model.ai.UsageSum;
import com.quaily.service.ai.AiReport;
import com.quaily.service.ai.ProxyStatus;
import java.util.List;

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
    List<ProxyStatus> proxies,
    List<QueuedTask> pendingTasks,
    List<QueuedTask> runningTasks,
    List<QueuedTask> failedTasks,
    List<UsageSum> usage) {

  static AiReportView of(AiReport.State state, AiReport.Queue queue, List<UsageSum> usage) {
    return new AiReportView(
        state.pending(),
        state.running(),
        state.proxies(),
        queue.waiting(),
        queue.running(),
        queue.failed(),
        usage);
  }
}

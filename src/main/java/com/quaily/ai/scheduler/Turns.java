package com.quaily.ai.scheduler;

import com.quaily.model.ai.AiTask;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The order of waiting tasks: by priority, which rises while a task waits; then the callers take
 * turns, so that a long queue of one does not hold up the others.
 */
final class Turns {

  /** After this time a task counts as one priority more urgent. */
  private static final Duration AGEING = Duration.ofSeconds(30);

  private Turns() {}

  /** The tasks in the order in which they get proxies. */
  static List<AiTask> order(List<AiTask> tasks, Instant now) {
    Map<String, Integer> turns = new HashMap<>();
    return tasks.stream()
        .sorted(Comparator.comparingLong(AiTask::id))
        .map(task -> turn(task, urgency(task, now), turns))
        .sorted(
            Comparator.comparingInt(Turn::urgency)
                .thenComparingInt(Turn::number)
                .thenComparingLong(turn -> turn.task().id()))
        .map(Turn::task)
        .toList();
  }

  private static Turn turn(AiTask task, int urgency, Map<String, Integer> turns) {
    int number = turns.merge(urgency + task.caller(), 1, Integer::sum);
    return new Turn(task, urgency, number);
  }

  private static int urgency(AiTask task, Instant now) {
    long waited = Duration.between(task.createdAt(), now).dividedBy(AGEING);
    return (int) Math.max(0, task.priority() - waited);
  }

  private record Turn(AiTask task, int urgency, int number) {}
}

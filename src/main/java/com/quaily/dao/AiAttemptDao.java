package com.quaily.dao;

import com.quaily.model.ai.AiAttempt;
import com.quaily.model.ai.AttemptSum;
import com.quaily.model.ai.Outcome;
import com.quaily.model.ai.ProxyUse;
import com.quaily.model.ai.TaskCost;
import com.quaily.model.ai.Tried;
import com.quaily.model.ai.Usage;
import com.quaily.model.ai.UsageSum;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** The attempts to do AI tasks. */
public interface AiAttemptDao {

  void insert(AiAttempt attempt);

  /** Ends a running attempt and returns it as it was; empty when it has ended. */
  Optional<AiAttempt> end(
      @Param("taskId") long taskId,
      @Param("number") int number,
      @Param("outcome") Outcome outcome,
      @Param("message") String message,
      @Param("usage") Usage usage,
      @Param("micros") long micros,
      @Param("now") Instant now);

  /** The ended attempts of tasks, oldest first. */
  List<Tried> selectTried(long taskId);

  /** What all attempts of a task have cost. */
  TaskCost selectCost(long taskId);

  /** What each proxy has done since, and is doing. */
  List<ProxyUse> selectUse(Instant since);

  /** Sums by day, proxy, kind and channel (0 = none), newest day first. */
  List<AttemptSum> selectSums(Instant since);

  /**
   * Sums by day, by kind, by channel and by proxy: the newest days and the largest users first.
   *
   * @param limit of each
   */
  List<UsageSum> selectUsage(@Param("since") Instant since, @Param("limit") int limit);
}

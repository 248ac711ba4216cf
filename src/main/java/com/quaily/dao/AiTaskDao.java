package com.quaily.dao;

import com.quaily.model.ai.AiTask;
import com.quaily.model.ai.NewAiTask;
import com.quaily.model.ai.QueuedTask;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Param;

/**
 * AI tasks. Writes of an attempt name its number: they change nothing, and return 0, when the task
 * has been given to another attempt or was cancelled.
 */
public interface AiTaskDao {

  /** Adds a pending task; empty when a live or completed one has its idempotency key. */
  Optional<AiTask> insertIfAbsent(NewAiTask task);

  Optional<AiTask> selectByTrace(UUID traceId);

  /** The live or completed task with this idempotency key. */
  Optional<AiTask> selectByIdempotencyKey(
      @Param("caller") String caller, @Param("idempotencyKey") String idempotencyKey);

  /** The newest completed task with the same request. */
  Optional<AiTask> selectAnswer(
      @Param("requestHash") byte[] requestHash, @Param("since") Instant since);

  /** Stores an answer that is known already; returns the completed task. */
  AiTask insertAnswered(@Param("task") NewAiTask task, @Param("result") String result);

  /**
   * Due tasks, the oldest of each caller and priority, locked until the transaction ends; tasks
   * that others hold are left out.
   */
  List<AiTask> selectDueForUpdate(@Param("now") Instant now, @Param("limit") int limit);

  /** When the next pending task becomes due. */
  Optional<Instant> selectNextDue();

  /**
   * Gives a pending task to a proxy; returns the attempt's number, empty when it is not pending.
   */
  Optional<Integer> claim(
      @Param("id") long id,
      @Param("proxy") String proxy,
      @Param("leaseUntil") Instant leaseUntil,
      @Param("now") Instant now);

  /** The tasks among these that still run; their leases are extended. */
  List<Long> extendLeases(@Param("ids") List<Long> ids, @Param("leaseUntil") Instant leaseUntil);

  /** Running tasks whose lease has ended. */
  List<AiTask> selectLost(@Param("now") Instant now);

  /** Pending tasks after their deadline, locked until the transaction ends. */
  List<AiTask> selectOverdueForUpdate(@Param("now") Instant now);

  int savePartial(
      @Param("id") long id, @Param("attempt") int attempt, @Param("partial") String partial);

  int complete(
      @Param("id") long id,
      @Param("attempt") int attempt,
      @Param("result") String result,
      @Param("now") Instant now);

  int fail(
      @Param("id") long id,
      @Param("attempt") int attempt,
      @Param("errorCode") int errorCode,
      @Param("errorMessage") String errorMessage,
      @Param("now") Instant now);

  /** Makes a running task pending again, with its step and what earlier steps gave. */
  int postpone(
      @Param("id") long id,
      @Param("attempt") int attempt,
      @Param("step") int step,
      @Param("progress") Map<String, Object> progress,
      @Param("due") Instant due,
      @Param("now") Instant now);

  /** Lets a pending task wait, and says for what. */
  int delay(
      @Param("id") long id, @Param("due") Instant due, @Param("errorMessage") String errorMessage);

  /** Cancels a task that has not ended; returns its id. */
  Optional<Long> cancel(@Param("traceId") UUID traceId, @Param("now") Instant now);

  /** Number of pending tasks. */
  long countPending();

  /** Number of running tasks. */
  long countRunning();

  /** Pending tasks, those first that must end first. */
  List<QueuedTask> selectWaiting(@Param("limit") int limit);

  /** Running tasks. */
  List<QueuedTask> selectRunning(@Param("limit") int limit);

  /** Tasks that failed since, the latest first. */
  List<QueuedTask> selectFailed(@Param("since") Instant since, @Param("limit") int limit);

  /** Deletes tasks that ended before. */
  int deleteEnded(@Param("before") Instant before);
}

package com.quaily.dao;

import com.quaily.model.delivery.DeliveryTarget;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** The messages of deliveries to services other than email. */
public interface DeliveryTargetDao {

  void insert(
      @Param("taskId") long taskId,
      @Param("services") List<String> services,
      @Param("now") Instant now);

  /** Begins to hand over a message that is due. */
  Optional<DeliveryTarget> claim(@Param("worker") String worker, @Param("now") Instant now);

  /** Records what became of a message. */
  void finish(
      @Param("target") DeliveryTarget target,
      @Param("worker") String worker,
      @Param("dueAt") Instant dueAt);

  /**
   * Marks what dead workers were handing over, and what takes longer than any service may take.
   *
   * @param begunBefore the begin of the longest possible handover
   */
  int markUncertain(@Param("begunBefore") Instant begunBefore, @Param("now") Instant now);

  /** Stops what has not begun. */
  void skipQueued(@Param("taskId") long taskId, @Param("now") Instant now);

  List<DeliveryTarget> select(long taskId);

  List<DeliveryTarget> selectByTasks(@Param("taskIds") List<Long> taskIds);

  void delete(long taskId);
}

package com.quaily.dao;

import com.quaily.model.delivery.DeliveryNotice;
import com.quaily.model.delivery.DeliveryState;
import com.quaily.model.delivery.DeliveryTask;
import com.quaily.model.delivery.PostDelivery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Deliveries. */
public interface DeliveryTaskDao {

  /** Adds a task; its id and UUID are given by the database. */
  DeliveryTask insert(DeliveryTask task);

  Optional<DeliveryTask> selectById(long id);

  Optional<DeliveryTask> selectByIdForUpdate(long id);

  /** A channel's deliveries, newest first. */
  List<DeliveryTask> selectByChannel(
      @Param("channelId") long channelId, @Param("offset") int offset, @Param("limit") int limit);

  long countByChannel(long channelId);

  /** Deliveries that paused themselves, and those that cannot reach a mail server. */
  List<DeliveryTask> selectWaiting(int limit);

  /** Number of the deliveries that {@link #selectWaiting} finds. */
  long countWaiting();

  /**
   * The earliest due time of all messages and scheduled deliveries that are not started; empty =
   * there are none.
   */
  Optional<Instant> selectEarliestDue();

  /** The deliveries of all channels, newest first. */
  List<DeliveryTask> selectLatest(int limit);

  /** Whether a delivery of the post was neither cancelled nor failed. */
  boolean isDelivered(long postId);

  /** Deliveries of the channel that were asked for since then and not cancelled. */
  int countSince(@Param("channelId") long channelId, @Param("since") Instant since);

  /** When each of these posts was last sent; those that never were are missing. */
  List<PostDelivery> selectLastStarts(@Param("postIds") List<Long> postIds);

  /** Scheduled deliveries whose time has come. */
  List<Long> selectDueIds(@Param("now") Instant now, @Param("limit") int limit);

  /** Deliveries whose messages are being handed over. */
  List<DeliveryTask> selectSending();

  void updateSchedule(
      @Param("id") long id,
      @Param("targets") List<String> targets,
      @Param("scheduledAt") Instant scheduledAt,
      @Param("now") Instant now);

  /** Changes the state if it is one of these; returns the number of rows: 1 or 0. */
  int updateState(
      @Param("id") long id,
      @Param("from") List<String> from,
      @Param("state") DeliveryState state,
      @Param("notice") DeliveryNotice notice,
      @Param("now") Instant now);

  /** Pauses deliveries whose posts are drafts again or in the trash; returns how many. */
  int pauseHidden(Instant now);

  /** Sets what a delivery that goes on reports. */
  void updateNotice(
      @Param("id") long id,
      @Param("notice") DeliveryNotice notice,
      @Param("detail") String detail,
      @Param("now") Instant now);

  /**
   * Locks a delivery that is being sent; returns whether all its recipients have rows. Empty if it
   * is not being sent or somebody else has locked it.
   */
  Optional<Boolean> lockSending(long id);

  /** Notes that all recipients have rows. */
  void markComplete(long id);

  /** Ends the delivery if nothing is left to do; returns the number of rows: 1 or 0. */
  int finish(@Param("id") long id, @Param("now") Instant now);

  /** Deletes deliveries that ended before then, with their rows; returns how many. */
  int deleteFinishedBefore(@Param("time") Instant time, @Param("limit") int limit);
}

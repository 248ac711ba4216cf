package com.quaily.dao;

import com.quaily.model.delivery.DeliveryRecipient;
import com.quaily.model.delivery.DomainCount;
import com.quaily.model.delivery.DueMail;
import com.quaily.model.delivery.MessageCount;
import com.quaily.model.delivery.MessageState;
import com.quaily.model.delivery.RecordedMail;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Param;

/** The emails of deliveries, and the processes that send them. */
public interface DeliveryRecipientDao {

  /**
   * Adds rows for the next subscribers, in the order of their subscriptions; returns how many
   * subscriptions were looked at. The task must be locked.
   */
  int insertSubscribers(
      @Param("taskId") long taskId, @Param("limit") int limit, @Param("now") Instant now);

  /** Adds rows for all subscribers that have none; the task must be locked. */
  int insertMissing(@Param("taskId") long taskId, @Param("now") Instant now);

  /**
   * Claims emails of a delivery that is being sent, as far as they are due; returns the readers.
   */
  List<Long> claim(
      @Param("taskId") long taskId,
      @Param("worker") String worker,
      @Param("limit") int limit,
      @Param("now") Instant now);

  /**
   * Records what became of emails, and begins to hand over claimed ones, in one statement.
   *
   * @param results at most one for each email
   * @param taskIds the deliveries of the emails that begin
   * @param userIds their readers, in the same order
   * @return the emails that began; without those that are not this worker's any more or whose
   *     delivery does not go on
   */
  List<DueMail> advance(
      @Param("results") List<RecordedMail> results,
      @Param("taskIds") List<Long> taskIds,
      @Param("userIds") List<Long> userIds,
      @Param("worker") String worker,
      @Param("now") Instant now);

  /**
   * Gives up claims of a worker.
   *
   * @param taskId 0 = of all deliveries and readers
   */
  void release(
      @Param("worker") String worker,
      @Param("taskId") long taskId,
      @Param("userIds") List<Long> userIds);

  /** Says that the worker is alive. */
  void updateWorker(@Param("worker") String worker, @Param("seconds") long seconds);

  void deleteWorker(String worker);

  /** Forgets workers that are dead for a day. */
  void deleteDeadWorkers();

  /** Frees what dead workers claimed and had not begun. */
  int releaseDead();

  /**
   * Marks what dead workers were handing over, and what takes longer than any server may take.
   *
   * @param begunBefore the begin of the longest possible handover
   */
  int markUncertain(@Param("begunBefore") Instant begunBefore, @Param("now") Instant now);

  List<MessageCount> count(long taskId);

  /**
   * What became of a delivery's emails to each domain, the ones with most emails first.
   *
   * @param domains how many; all others follow together
   */
  List<DomainCount> countByDomain(@Param("taskId") long taskId, @Param("domains") int domains);

  /** Rows of a report in the order of their readers' ids, after one of them. */
  List<DeliveryRecipient> selectAfter(
      @Param("taskId") long taskId, @Param("userId") long userId, @Param("limit") int limit);

  /**
   * Rows of a report.
   *
   * @param emailStart prefix of the address; empty = any
   * @param state null = any
   */
  List<DeliveryRecipient> select(
      @Param("taskId") long taskId,
      @Param("emailStart") String emailStart,
      @Param("state") MessageState state,
      @Param("offset") int offset,
      @Param("limit") int limit);

  /** Total number of rows that {@link #select} matches. */
  long countMatching(
      @Param("taskId") long taskId,
      @Param("emailStart") String emailStart,
      @Param("state") MessageState state);

  /** Stops what has not begun. */
  void skipQueued(@Param("taskId") long taskId, @Param("now") Instant now);

  /** Readers that a delivery of the channel would reach now. */
  long countReaders(long channelId);

  /** Readers among them who may read paid parts. */
  long countPremiumReaders(@Param("channelId") long channelId, @Param("now") Instant now);
}

package com.quaily.dao;

import com.quaily.model.delivery.DueMail;
import com.quaily.model.delivery.MailResult;
import com.quaily.model.delivery.MailingClaim;
import com.quaily.model.delivery.MessageCount;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** The emails of mailings. */
public interface MailingRecipientDao {

  /**
   * Adds an email; returns 0 if the user has one of this mailing.
   *
   * @param subjectId whom it is about; 0 = nobody
   */
  int insert(
      @Param("mailingId") long mailingId,
      @Param("userId") long userId,
      @Param("subjectId") long subjectId,
      @Param("now") Instant now);

  /**
   * Adds emails to readers who confirmed themselves between two times; returns how many.
   *
   * @param from inclusive
   * @param until exclusive
   */
  int insertConfirmed(
      @Param("mailingId") long mailingId,
      @Param("channelId") long channelId,
      @Param("from") Instant from,
      @Param("until") Instant until,
      @Param("now") Instant now);

  /** Adds emails to those who got a version of a post before this one; returns how many. */
  int insertEarlierReaders(
      @Param("mailingId") long mailingId,
      @Param("postId") long postId,
      @Param("version") Instant version,
      @Param("now") Instant now);

  /** How many got a version of a post before this one. */
  long countEarlierReaders(@Param("postId") long postId, @Param("version") Instant version);

  /** Claims emails that are due, the longest waiting first. */
  List<MailingClaim> claim(
      @Param("worker") String worker, @Param("limit") int limit, @Param("now") Instant now);

  /**
   * Begins to hand over a claimed email, and records what became of the one before it in the same
   * statement; empty if the email is not this worker's any more.
   *
   * @param result null = there was none before
   */
  Optional<DueMail> advance(
      @Param("result") MailResult result,
      @Param("taskId") long mailingId,
      @Param("userId") long userId,
      @Param("worker") String worker,
      @Param("now") Instant now);

  /** Keeps the emails of a mailing that wait from being claimed. */
  void postpone(@Param("mailingId") long mailingId, @Param("now") Instant now);

  /** Makes the emails of a mailing that wait due. */
  void makeDue(@Param("mailingId") long mailingId, @Param("now") Instant now);

  /** Records what became of an email. */
  void finish(
      @Param("result") MailResult result,
      @Param("worker") String worker,
      @Param("now") Instant now);

  /** Gives up claims of a worker. */
  void release(@Param("worker") String worker);

  /** Gives up claims of workers that are not alive. */
  void releaseDead();

  /**
   * Marks emails that were being handed over by dead workers, or for too long; returns how many.
   */
  int markUncertain(@Param("begunBefore") Instant begunBefore, @Param("now") Instant now);

  /** Whom an email to the owner is about; 0 = nobody. */
  long selectSubject(@Param("mailingId") long mailingId, @Param("userId") long userId);

  /** How many emails of a mailing are in each state. */
  List<MessageCount> count(@Param("mailingId") long mailingId);
}

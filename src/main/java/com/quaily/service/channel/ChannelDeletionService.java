package com.quaily.service.channel;

import com.quaily.dao.ChannelDeletionDao;
import com.quaily.database.Transactions;
import com.quaily.delivery.mail.OwnerMailer;
import com.quaily.job.JobQueue;
import com.quaily.job.JobType;
import com.quaily.model.Caller;
import com.quaily.model.channel.Channel;
import com.quaily.model.channel.ChannelDeletion;
import com.quaily.model.channel.PlannedDeletion;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.NotFoundException;
import com.quaily.service.crypto.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * PlannedDeletion of channels: the owner requests it, confirms it by email, and can cancel it
 * during a grace period. Then a job deletes the channel with all its posts and pages. Its slugs are
 * never assigned again.
 */
public final class ChannelDeletionService {

  /** Deletes a channel whose grace period has ended. */
  public static final JobType<DeletionJob> DELETE =
      new JobType<>("delete-channel", DeletionJob.class);

  private static final Duration VALIDITY = Duration.ofDays(3);

  private final Transactions transactions;
  private final ChannelDeletionDao deletionDao;
  private final ChannelAccess access;
  private final JobQueue jobQueue;
  private final OwnerMailer mailer;
  private final HostingSettings hosting;
  private final Clock clock;

  public ChannelDeletionService(
      Transactions transactions,
      ChannelDeletionDao deletionDao,
      ChannelAccess access,
      JobQueue jobQueue,
      OwnerMailer mailer,
      HostingSettings hosting,
      Clock clock) {
    this.transactions = transactions;
    this.deletionDao = deletionDao;
    this.access = access;
    this.jobQueue = jobQueue;
    this.mailer = mailer;
    this.hosting = hosting;
    this.clock = clock;
  }

  /** Data of {@link #DELETE}. */
  public record DeletionJob(long channelId) {}

  /** Emails the owner a confirmation link. Does not change a deletion that is already confirmed. */
  public ChannelDeletion request(Caller caller, String list) {
    Channel channel = access.requireOwner(caller, list);
    String token = Secrets.newToken();
    Instant now = clock.instant();
    deletionDao.upsert(
        channel.id(), Secrets.hash(token), now, now.plus(VALIDITY).plus(hosting.deletionGrace()));
    mailer.sendDeletionRequest(channel, token);
    return get(caller, list);
  }

  /**
   * The pending deletion.
   *
   * @throws NotFoundException when there is none
   */
  public ChannelDeletion get(Caller caller, String list) {
    Channel channel = access.requireOwner(caller, list);
    return deletionDao
        .select(channel.id())
        .orElseThrow(() -> new NotFoundException(ErrorCode.DELETION_NOT_FOUND));
  }

  /** Cancels the deletion; the channel does not change. */
  public void revoke(Caller caller, String list) {
    Channel channel = access.requireOwner(caller, list);
    if (deletionDao.delete(channel.id()) == 0) {
      throw new NotFoundException(ErrorCode.DELETION_NOT_FOUND);
    }
  }

  /**
   * The deletion of an emailed link. Changes nothing, because mail clients open links on their own.
   *
   * @throws NotFoundException when the link is unknown or has expired
   */
  public PlannedDeletion find(String token) {
    Instant now = clock.instant();
    ChannelDeletion deletion =
        deletionDao
            .selectByToken(Secrets.hash(token), now)
            // A confirmed deletion can be canceled for longer than it can be confirmed.
            .filter(
                found -> found.dueAt() != null || found.requestedAt().plus(VALIDITY).isAfter(now))
            .orElseThrow(() -> new NotFoundException(ErrorCode.DELETION_NOT_FOUND));
    boolean confirmed = deletion.dueAt() != null;
    return new PlannedDeletion(
        access.find(deletion.channelId()),
        confirmed ? deletion.dueAt() : now.plus(hosting.deletionGrace()),
        confirmed);
  }

  /** Confirms the deletion; the grace period starts, unless it already has. */
  public PlannedDeletion confirm(String token) {
    return transactions.inTransaction(
        () -> {
          PlannedDeletion deletion = find(token);
          if (!deletion.confirmed()) {
            long channelId = deletion.channel().id();
            Instant due = deletion.keptUntil();
            deletionDao.updateDue(channelId, due);
            jobQueue.enqueueAt(
                DELETE, channelId + ":" + due.toEpochMilli(), new DeletionJob(channelId), due);
          }
          return find(token);
        });
  }

  /** Cancels the deletion through the emailed link. */
  public PlannedDeletion revoke(String token) {
    return transactions.inTransaction(
        () -> {
          PlannedDeletion deletion = find(token);
          deletionDao.delete(deletion.channel().id());
          return deletion;
        });
  }
}

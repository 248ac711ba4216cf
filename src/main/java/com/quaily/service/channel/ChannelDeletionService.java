package com.quaily.service.channel;

import com.quaily.dao.ChannelDao;
import com.quaily.dao.ChannelDeletionDao;
import com.quaily.dao.UserDao;
import com.quaily.database.Database;
import com.quaily.delivery.mail.MailComposer;
import com.quaily.delivery.mail.Mailer;
import com.quaily.job.JobQueue;
import com.quaily.job.JobType;
import com.quaily.model.Caller;
import com.quaily.model.Site;
import com.quaily.model.account.User;
import com.quaily.model.channel.Channel;
import com.quaily.model.channel.ChannelDeletion;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.NotFoundException;
import com.quaily.service.crypto.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Deletion of channels: the owner requests it, confirms it by email, and can cancel it during a
 * grace period. Then a job deletes the channel with all its posts and pages. Its slugs are never
 * assigned again.
 */
public final class ChannelDeletionService {

  /** Deletes a channel whose grace period has ended. */
  public static final JobType<DeletionJob> DELETE =
      new JobType<>("delete-channel", DeletionJob.class);

  private static final Duration VALIDITY = Duration.ofDays(3);

  private final Database database;
  private final ChannelDeletionDao deletionDao;
  private final ChannelDao channelDao;
  private final UserDao userDao;
  private final ChannelAccess access;
  private final JobQueue jobQueue;
  private final MailComposer mailComposer;
  private final Mailer mailer;
  private final Site site;
  private final HostingSettings hosting;
  private final Clock clock;

  public ChannelDeletionService(
      Database database,
      ChannelAccess access,
      JobQueue jobQueue,
      MailComposer mailComposer,
      Mailer mailer,
      Site site,
      HostingSettings hosting,
      Clock clock) {
    this.database = database;
    this.deletionDao = database.dao(ChannelDeletionDao.class);
    this.channelDao = database.dao(ChannelDao.class);
    this.userDao = database.dao(UserDao.class);
    this.access = access;
    this.jobQueue = jobQueue;
    this.mailComposer = mailComposer;
    this.mailer = mailer;
    this.site = site;
    this.hosting = hosting;
    this.clock = clock;
  }

  /** Data of {@link #DELETE}. */
  public record DeletionJob(long channelId) {}

  /**
   * A deletion and its channel.
   *
   * @param keptUntil when the channel is deleted, or would be if confirmed now
   */
  public record Deletion(Channel channel, Instant keptUntil, boolean confirmed) {}

  /** Emails the owner a confirmation link. Does not change a deletion that is already confirmed. */
  public ChannelDeletion request(Caller caller, String list) {
    Channel channel = access.requireOwner(caller, list);
    String token = Secrets.newToken();
    Instant now = clock.instant();
    deletionDao.upsert(
        channel.id(), Secrets.hash(token), now, now.plus(VALIDITY).plus(hosting.deletionGrace()));
    User owner = userDao.selectById(channel.userId()).orElseThrow();
    String url = site.url("/api/lists/deletion/confirm?token=" + token);
    mailer.send(
        mailComposer.confirmDeletion(owner.email(), channel.title(), url, owner.language()));
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
  public Deletion find(String token) {
    ChannelDeletion deletion =
        deletionDao
            .selectByToken(Secrets.hash(token == null ? "" : token), clock.instant())
            .orElseThrow(() -> new NotFoundException(ErrorCode.DELETION_NOT_FOUND));
    boolean confirmed = deletion.dueAt() != null;
    return new Deletion(
        access.find(String.valueOf(deletion.channelId())),
        confirmed ? deletion.dueAt() : clock.instant().plus(hosting.deletionGrace()),
        confirmed);
  }

  /** Confirms the deletion; the grace period starts, unless it already has. */
  public Deletion confirm(String token) {
    return database.inTransaction(
        () -> {
          Deletion deletion = find(token);
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
  public Deletion revoke(String token) {
    return database.inTransaction(
        () -> {
          Deletion deletion = find(token);
          deletionDao.delete(deletion.channel().id());
          return deletion;
        });
  }

  /** Whether the channel is due, or is already deleted and only pages may remain. */
  boolean isDue(long channelId) {
    return channelDao.selectById(channelId).isEmpty()
        || deletionDao
            .select(channelId)
            .filter(deletion -> deletion.dueAt() != null)
            .filter(deletion -> !deletion.dueAt().isAfter(clock.instant()))
            .isPresent();
  }

  /** Removes the channel from the database, unless its owner canceled the deletion. */
  void execute(long channelId) {
    database.inTransaction(
        () -> {
          // Lock order: saving a post locks it first and then its channel, so the deletion must
          // too.
          channelDao.lockPublishing(channelId);
          if (isDue(channelId)) {
            deletionDao.reserveSlugs(channelId, clock.instant());
            deletionDao.deleteChanges(channelId);
            deletionDao.deleteChannel(channelId);
          }
        });
  }
}

package com.quaily.service.channel;

import com.quaily.dao.ChannelSettingsDao;
import com.quaily.dao.CooperatorDao;
import com.quaily.database.Transactions;
import com.quaily.job.JobQueue;
import com.quaily.job.JobType;
import com.quaily.model.Caller;
import com.quaily.model.Limits;
import com.quaily.model.channel.Channel;
import com.quaily.model.channel.CooperatorInvitation;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.model.error.NotFoundException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Cooperators of channels. Nobody becomes one without agreeing to it. */
public final class CooperatorService {

  /** Emails an invitation. */
  public static final JobType<Invited> INVITED = new JobType<>("cooperator-invited", Invited.class);

  private static final Duration VALIDITY = Duration.ofDays(30);

  private final Transactions transactions;
  private final CooperatorDao cooperatorDao;
  private final ChannelSettingsDao settingsDao;
  private final ChannelAccess access;
  private final JobQueue jobQueue;
  private final Clock clock;

  public CooperatorService(
      Transactions transactions,
      CooperatorDao cooperatorDao,
      ChannelSettingsDao settingsDao,
      ChannelAccess access,
      JobQueue jobQueue,
      Clock clock) {
    this.transactions = transactions;
    this.cooperatorDao = cooperatorDao;
    this.settingsDao = settingsDao;
    this.access = access;
    this.jobQueue = jobQueue;
    this.clock = clock;
  }

  /** Data of {@link #INVITED}. */
  public record Invited(long channelId, long userId) {}

  /**
   * Replaces the channel's cooperators: who is one stays, who is not is invited, and the others are
   * removed.
   */
  public Channel replace(Caller caller, String list, List<Long> userIds) {
    Channel channel = access.requireOwner(caller, list);
    List<Long> wanted = check(channel, userIds);
    return transactions.inTransaction(
        () -> {
          transactions.lock("cooperators " + channel.id());
          requireInvitable(channel, wanted);
          Instant now = clock.instant();
          settingsDao.touch(channel.id(), now);
          cooperatorDao.deleteOthers(channel.id(), wanted);
          cooperatorDao.deleteOtherInvitations(channel.id(), wanted);
          for (long invited : cooperatorDao.invite(channel.id(), wanted, now)) {
            String instance = channel.id() + ":" + invited + ":" + now.toEpochMilli();
            jobQueue.enqueue(INVITED, instance, new Invited(channel.id(), invited));
          }
          return access.find(channel.id());
        });
  }

  private static List<Long> check(Channel channel, List<Long> userIds) {
    if (userIds == null) {
      throw new InvalidException(
          ErrorCode.MISSING_FIELD, "cooperators", "is required: a list of user ids");
    }
    Set<Long> distinct = new HashSet<>(userIds);
    if (distinct.contains(null) || distinct.contains(channel.userId())) {
      throw new InvalidException(
          ErrorCode.INVALID_FIELD, "cooperators", "must not contain the owner's id");
    }
    if (distinct.size() > Limits.COOPERATORS) {
      throw new InvalidException(
          ErrorCode.FIELD_TOO_LONG,
          "cooperators",
          "at most " + Limits.COOPERATORS + " are allowed");
    }
    return distinct.stream().sorted().toList();
  }

  /** Ids do not tell who exists, and nobody unknown is mailed. */
  private void requireInvitable(Channel channel, List<Long> userIds) {
    List<Long> others =
        userIds.stream().filter(id -> !channel.cooperatorIds().contains(id)).toList();
    if (cooperatorDao.countInvitable(others, channel.userId()) < others.size()) {
      throw new InvalidException(
          ErrorCode.INVALID_FIELD,
          "cooperators",
          "contains the id of a user who neither shows up in public nor subscribes to your"
              + " channels");
    }
  }

  /** The channel's invitations that wait for an answer, oldest first. */
  public List<CooperatorInvitation> listInvited(Caller caller, String list) {
    Channel channel = access.requireOwner(caller, list);
    return cooperatorDao.selectByChannel(channel.id(), oldest());
  }

  /** The caller's invitations, newest first. */
  public List<CooperatorInvitation> list(Caller caller) {
    return cooperatorDao.selectByUser(caller.userId(), oldest());
  }

  /**
   * Makes the caller a cooperator of the channel.
   *
   * @throws NotFoundException when the caller is not invited
   */
  public Channel accept(Caller caller, String list) {
    Channel channel = access.find(list);
    return transactions.inTransaction(
        () -> {
          transactions.lock("cooperators " + channel.id());
          if (cooperatorDao.deleteInvitation(channel.id(), caller.userId(), oldest()) == 0) {
            throw new NotFoundException(ErrorCode.INVITATION_NOT_FOUND);
          }
          cooperatorDao.insert(channel.id(), caller.userId());
          settingsDao.touch(channel.id(), clock.instant());
          return access.find(channel.id());
        });
  }

  /**
   * Declines the caller's invitation, or ends the caller's cooperation.
   *
   * @throws NotFoundException when there is neither
   */
  public void leave(Caller caller, String list) {
    Channel channel = access.find(list);
    transactions.inTransaction(
        () -> {
          int declined = cooperatorDao.deleteInvitation(channel.id(), caller.userId(), oldest());
          if (declined + cooperatorDao.delete(channel.id(), caller.userId()) == 0) {
            throw new NotFoundException(ErrorCode.INVITATION_NOT_FOUND);
          }
          settingsDao.touch(channel.id(), clock.instant());
        });
  }

  /** Deletes invitations that can no longer be accepted. */
  public void deleteExpired() {
    cooperatorDao.deleteInvitationsBefore(oldest());
  }

  private Instant oldest() {
    return clock.instant().minus(VALIDITY);
  }
}

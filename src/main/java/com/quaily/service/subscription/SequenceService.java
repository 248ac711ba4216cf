package com.quaily.service.subscription;

import com.quaily.dao.SequenceMailDao;
import com.quaily.database.Transactions;
import com.quaily.model.Caller;
import com.quaily.model.Limits;
import com.quaily.model.channel.Channel;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.model.error.NotFoundException;
import com.quaily.model.subscription.SequenceMail;
import com.quaily.service.channel.ChannelAccess;
import com.quaily.service.validation.FieldValidator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The emails that a channel's new readers get one after another, for its owner. */
public final class SequenceService {

  private final Transactions transactions;
  private final SequenceMailDao sequenceDao;
  private final ChannelAccess access;
  private final Clock clock;

  public SequenceService(
      Transactions transactions, SequenceMailDao sequenceDao, ChannelAccess access, Clock clock) {
    this.transactions = transactions;
    this.sequenceDao = sequenceDao;
    this.access = access;
    this.clock = clock;
  }

  /**
   * An email as the owner wants it.
   *
   * @param days after the confirmation; null is refused
   */
  public record Content(Integer days, String title, String content) {}

  /** The emails in the order in which readers get them. */
  public List<SequenceMail> list(Caller caller, String channelKey) {
    return sequenceDao.selectByChannel(access.requireOwner(caller, channelKey).id());
  }

  /** Adds an email. Readers get it whose day comes from now on. */
  public SequenceMail add(Caller caller, String channelKey, Content content) {
    Channel channel = access.requireOwner(caller, channelKey);
    Instant now = clock.instant();
    SequenceMail mail = checked(0, channel, content, now);
    return transactions.inTransaction(
        () -> {
          transactions.lock("sequence of " + channel.id());
          if (sequenceDao.selectByChannel(channel.id()).size() >= Limits.SEQUENCE_MAILS) {
            throw new InvalidException(
                ErrorCode.INVALID_FIELD,
                "sequence",
                "must have at most " + Limits.SEQUENCE_MAILS + " emails");
          }
          return sequenceDao.insert(mail, now.minus(Duration.ofDays(mail.days())));
        });
  }

  /** Changes an email for those who have not got it yet. */
  public SequenceMail update(Caller caller, String channelKey, long id, Content content) {
    Channel channel = access.requireOwner(caller, channelKey);
    SequenceMail mail = checked(id, channel, content, clock.instant());
    if (sequenceDao.update(mail) == 0) {
      throw new NotFoundException(ErrorCode.SEQUENCE_MAIL_NOT_FOUND);
    }
    return sequenceDao.selectById(id).orElseThrow();
  }

  /** Removes an email; nobody gets it any more. */
  public void delete(Caller caller, String channelKey, long id) {
    Channel channel = access.requireOwner(caller, channelKey);
    if (sequenceDao.delete(channel.id(), id) == 0) {
      throw new NotFoundException(ErrorCode.SEQUENCE_MAIL_NOT_FOUND);
    }
  }

  private static SequenceMail checked(long id, Channel channel, Content content, Instant now) {
    if (content.days() == null || content.days() < 1 || content.days() > Limits.SEQUENCE_DAYS) {
      throw new InvalidException(
          ErrorCode.INVALID_FIELD, "days", "must be from 1 to " + Limits.SEQUENCE_DAYS);
    }
    String text = FieldValidator.text("content", content.content(), Limits.SEQUENCE_CONTENT);
    if (text.isBlank()) {
      throw new InvalidException(ErrorCode.INVALID_FIELD, "content", "must not be empty");
    }
    return new SequenceMail(
        id,
        channel.id(),
        content.days(),
        FieldValidator.requiredLine("title", content.title(), Limits.TITLE),
        text,
        now,
        now);
  }
}

package com.quaily.service.delivery.bounce;

import com.quaily.dao.SuppressionDao;
import com.quaily.database.Transactions;
import com.quaily.model.Caller;
import com.quaily.model.Limits;
import com.quaily.model.Slice;
import com.quaily.model.channel.Channel;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.ForbiddenException;
import com.quaily.model.error.NotFoundException;
import com.quaily.model.subscription.SuppressedAddress;
import com.quaily.model.subscription.SuppressionReason;
import com.quaily.service.channel.ChannelAccess;
import com.quaily.service.validation.FieldValidator;
import java.time.Clock;
import java.util.Locale;

/** The addresses that get no posts of a channel by email, for its writers. */
public final class SuppressionList {

  private final Transactions transactions;
  private final SuppressionDao suppressionDao;
  private final Clock clock;

  public SuppressionList(Transactions transactions, SuppressionDao suppressionDao, Clock clock) {
    this.transactions = transactions;
    this.suppressionDao = suppressionDao;
    this.clock = clock;
  }

  /**
   * Suppressed addresses in alphabetical order.
   *
   * @param email prefix of the address; null or empty = any
   * @param reason null = any
   */
  public Slice<SuppressedAddress> list(
      Caller caller,
      Channel channel,
      String email,
      SuppressionReason reason,
      int offset,
      int limit) {
    ChannelAccess.requireWriter(caller, channel);
    String start = FieldValidator.line("email", email, Limits.NAME).toLowerCase(Locale.ROOT);
    return new Slice<>(
        suppressionDao.select(channel.id(), start, reason, offset, limit),
        suppressionDao.count(channel.id(), start, reason),
        offset,
        limit);
  }

  /**
   * Lets an address get emails again that bounced, on all channels.
   *
   * @param why what the writer knows about the mailbox now; it is kept
   * @throws NotFoundException when the address is not suppressed
   * @throws ForbiddenException when its owner does not want emails
   */
  public void remove(Caller caller, Channel channel, String email, String why) {
    ChannelAccess.requireWriter(caller, channel);
    String address =
        FieldValidator.requiredLine("email", email, Limits.NAME).toLowerCase(Locale.ROOT);
    String reason = FieldValidator.requiredLine("reason", why, Limits.NAME);
    transactions.inTransaction(
        () -> {
          SuppressedAddress suppressed =
              suppressionDao
                  .selectOne(channel.id(), address)
                  .orElseThrow(() -> new NotFoundException(ErrorCode.SUPPRESSION_NOT_FOUND));
          if (suppressed.reason() != SuppressionReason.BOUNCED) {
            throw new ForbiddenException(ErrorCode.EMAIL_SUPPRESSED);
          }
          suppressionDao.deleteBounced(address);
          suppressionDao.insertRemoval(
              channel.id(), address, caller.userId(), reason, clock.instant());
        });
  }
}

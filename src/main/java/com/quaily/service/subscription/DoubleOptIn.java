package com.quaily.service.subscription;

import com.quaily.dao.SubscriptionDao;
import com.quaily.dao.UserDao;
import com.quaily.database.Transactions;
import com.quaily.delivery.mail.SystemMailer;
import com.quaily.model.Language;
import com.quaily.model.account.EmailAddress;
import com.quaily.model.account.NeutralName;
import com.quaily.model.account.User;
import com.quaily.model.channel.Channel;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.ForbiddenException;
import com.quaily.model.error.NotFoundException;
import com.quaily.model.error.TooManyException;
import com.quaily.model.subscription.Consent.Method;
import com.quaily.model.subscription.PendingSubscription;
import com.quaily.model.subscription.SubscriptionRequest;
import com.quaily.service.channel.ChannelAccess;
import com.quaily.service.crypto.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Subscribing without an account: the address gets an email, and only a person who follows its link
 * and presses the button there is subscribed. What the asker sees does not depend on whether the
 * address is known or subscribed already.
 */
public final class DoubleOptIn {

  private static final Duration VALIDITY = Duration.ofDays(3);
  private static final Duration HOUR = Duration.ofHours(1);

  /** Confirmations that one address is mailed, however many ask for it. */
  private static final int MAX_PER_HOUR = 10;

  private final Transactions transactions;
  private final SubscriptionDao subscriptionDao;
  private final UserDao userDao;
  private final Subscriptions subscriptions;
  private final ChannelAccess access;
  private final SystemMailer mailer;
  private final Clock clock;

  public DoubleOptIn(
      Transactions transactions,
      SubscriptionDao subscriptionDao,
      UserDao userDao,
      Subscriptions subscriptions,
      ChannelAccess access,
      SystemMailer mailer,
      Clock clock) {
    this.transactions = transactions;
    this.subscriptionDao = subscriptionDao;
    this.userDao = userDao;
    this.subscriptions = subscriptions;
    this.access = access;
    this.mailer = mailer;
    this.clock = clock;
  }

  /**
   * Mails a confirmation link to the address.
   *
   * @param referer the page that the wish came from, kept as evidence; null when unknown
   * @throws ForbiddenException when the channel's owner does not want this address
   * @throws TooManyException when the address was mailed too many confirmations of late
   */
  public Channel request(String channelKey, String email, String referer) {
    Channel channel = access.find(channelKey);
    String address = EmailAddress.normalize(email);
    subscriptions.requireAllowed(channel, address);
    Language language = channel.language();
    String token = Secrets.newToken();
    Instant now = clock.instant();
    transactions.inTransaction(
        () -> {
          transactions.lock("subscription requests " + address);
          requireFew(address, now);
          subscriptionDao.insertRequest(
              Secrets.hash(token),
              new SubscriptionRequest(
                  channel.id(),
                  address,
                  language.tag(),
                  FormAddress.of(referer),
                  now,
                  now.plus(VALIDITY)));
        });
    mailer.sendSubscriptionRequest(
        address, channel.title(), "/api/subscriptions/confirm?token=" + token, language);
    return channel;
  }

  private void requireFew(String address, Instant now) {
    List<Instant> before =
        subscriptionDao.selectRequestTimes(address, now.minus(HOUR), MAX_PER_HOUR);
    if (before.size() == MAX_PER_HOUR) {
      Instant oldest = before.get(MAX_PER_HOUR - 1);
      throw new TooManyException(
          ErrorCode.TOO_MANY_REQUESTS, Duration.between(now, oldest.plus(HOUR)));
    }
  }

  /**
   * What a confirmation link is about; changes nothing, for mail programs follow links by
   * themselves.
   *
   * @throws NotFoundException when the link was used or has expired
   */
  public PendingSubscription pending(String token) {
    SubscriptionRequest request = requireRequest(token);
    return new PendingSubscription(access.find(request.channelId()), request.email());
  }

  private SubscriptionRequest requireRequest(String token) {
    return subscriptionDao
        .selectRequest(Secrets.hash(token), clock.instant())
        .orElseThrow(() -> new NotFoundException(ErrorCode.CONFIRMATION_NOT_FOUND));
  }

  /**
   * Subscribes whom the link was mailed to; creates their account if they have none. A link that is
   * used again says the same and changes nothing.
   */
  public PendingSubscription confirm(String token) {
    return transactions.inTransaction(
        () -> {
          SubscriptionRequest request = requireRequest(token);
          Channel channel = access.find(request.channelId());
          if (subscriptionDao.markRequestConfirmed(Secrets.hash(token), clock.instant()) == 0) {
            return new PendingSubscription(channel, request.email());
          }
          User user =
              userDao.insertIfAbsent(
                  request.email(),
                  NeutralName.in(channel.language()),
                  Map.of("language", channel.language().tag()));
          subscriptions.begin(
              channel, user, Method.DOUBLE_OPT_IN, request.form(), request.createdAt());
          return new PendingSubscription(channel, request.email());
        });
  }
}

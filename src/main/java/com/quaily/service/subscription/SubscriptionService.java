package com.quaily.service.subscription;

import com.quaily.dao.SubscriberDao;
import com.quaily.dao.SubscriptionDao;
import com.quaily.dao.UserDao;
import com.quaily.database.Transactions;
import com.quaily.model.Caller;
import com.quaily.model.Limits;
import com.quaily.model.account.User;
import com.quaily.model.channel.Channel;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.NotFoundException;
import com.quaily.model.subscription.Consent.Method;
import com.quaily.model.subscription.Subscription;
import com.quaily.model.subscription.SuppressionReason;
import com.quaily.service.channel.ChannelAccess;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What subscribers can change. Unsubscribing needs no account. */
public final class SubscriptionService {

  private final Transactions transactions;
  private final SubscriptionDao subscriptionDao;
  private final SubscriberDao subscriberDao;
  private final UserDao userDao;
  private final Subscriptions subscriptions;
  private final ChannelAccess access;
  private final Clock clock;

  public SubscriptionService(
      Transactions transactions,
      SubscriptionDao subscriptionDao,
      SubscriberDao subscriberDao,
      UserDao userDao,
      Subscriptions subscriptions,
      ChannelAccess access,
      Clock clock) {
    this.transactions = transactions;
    this.subscriptionDao = subscriptionDao;
    this.subscriberDao = subscriberDao;
    this.userDao = userDao;
    this.subscriptions = subscriptions;
    this.access = access;
    this.clock = clock;
  }

  /** Subscribes the caller, whose address was verified at login. */
  public Subscribed subscribe(Caller caller, String channelKey, String referer) {
    Channel channel = access.find(channelKey);
    return transactions.inTransaction(
        () ->
            new Subscribed(
                subscriptions.begin(
                    channel,
                    requireUser(caller.userId()),
                    Method.ACCOUNT,
                    FormAddress.of(referer),
                    clock.instant()),
                channel));
  }

  private User requireUser(long id) {
    return userDao
        .selectById(id)
        .orElseThrow(() -> new NotFoundException(ErrorCode.USER_NOT_FOUND));
  }

  /**
   * Ends the subscription of the trace, or the caller's own. A used link can be used again.
   *
   * @param traceId null or empty = the caller's own
   * @throws NotFoundException when there was none
   */
  public void unsubscribe(Optional<Caller> caller, String channelKey, String traceId) {
    Channel channel = access.find(channelKey);
    transactions.inTransaction(
        () -> {
          if (traceId == null || traceId.isEmpty()) {
            caller
                .flatMap(c -> subscriptionDao.select(c.userId(), channel.id()))
                .ifPresentOrElse(
                    own -> subscriptions.end(own, Method.ACCOUNT), SubscriptionService::throwNone);
          } else {
            endByTrace(channel, requireTrace(traceId));
          }
        });
  }

  private void endByTrace(Channel channel, UUID traceId) {
    Optional<Subscription> found =
        subscriptionDao
            .selectByTrace(traceId)
            .filter(subscription -> subscription.channelId() == channel.id());
    found.ifPresent(subscription -> subscriptions.end(subscription, Method.LINK));
    if (found.isEmpty() && !subscriberDao.hasEnded(channel.id(), traceId)) {
      throwNone();
    }
  }

  /**
   * Turns off email for the subscription of the trace, or for the caller's own. The subscription
   * and a paid plan stay. A used link can be used again.
   *
   * @param traceId null or empty = the caller's own
   * @throws NotFoundException when there was none
   */
  public void stopEmail(Optional<Caller> caller, String channelKey, String traceId) {
    Channel channel = access.find(channelKey);
    transactions.inTransaction(
        () -> {
          boolean own = traceId == null || traceId.isEmpty();
          Optional<Subscription> found =
              own
                  ? caller.flatMap(c -> subscriptionDao.select(c.userId(), channel.id()))
                  : subscriptionDao.selectByTrace(requireTrace(traceId));
          Optional<Subscription> here =
              found.filter(subscription -> subscription.channelId() == channel.id());
          here.ifPresent(subscription -> setEmail(subscription.userId(), channel, false));
          boolean ended = !own && subscriberDao.hasEnded(channel.id(), requireTrace(traceId));
          if (here.isEmpty() && !ended) {
            throwNone();
          }
        });
  }

  private static void throwNone() {
    throw new NotFoundException(ErrorCode.SUBSCRIPTION_NOT_FOUND);
  }

  private static UUID requireTrace(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new NotFoundException(ErrorCode.SUBSCRIPTION_NOT_FOUND);
    }
  }

  /**
   * The data of an unsubscribe page; changes nothing.
   *
   * @param traceId null or empty = the caller's subscription to the channel
   * @param channelKey null when there is a trace
   * @throws NotFoundException when there is no such subscription
   */
  public Opponent opponent(Optional<Caller> caller, String traceId, String channelKey) {
    boolean own = traceId == null || traceId.isEmpty();
    Optional<Subscription> found =
        own && channelKey != null
            ? caller.flatMap(c -> subscriptionDao.select(c.userId(), access.find(channelKey).id()))
            : subscriptionDao.selectByTrace(requireTrace(own ? "" : traceId));
    Subscription subscription =
        found.orElseThrow(() -> new NotFoundException(ErrorCode.SUBSCRIPTION_NOT_FOUND));
    String email = requireUser(subscription.userId()).email();
    return new Opponent(subscription, access.find(subscription.channelId()), mask(email));
  }

  /** The masked address, recognizable only to those who know it. */
  private static String mask(String email) {
    return email.charAt(0) + "***" + email.substring(email.indexOf('@'));
  }

  /** The reader's own will: nobody else can turn email on again. */
  void setEmail(long userId, Channel channel, boolean enabled) {
    Instant now = clock.instant();
    String email = requireUser(userId).email();
    if (subscriptionDao.updateEmailEnabled(userId, channel.id(), enabled, now) == 0) {
      return;
    }
    subscriptionDao.select(userId, channel.id()).ifPresent(subscriptions::changed);
    if (enabled) {
      subscriberDao.deleteSuppression(channel.id(), email);
    } else {
      subscriberDao.insertSuppression(channel.id(), email, SuppressionReason.UNSUBSCRIBED, now);
    }
  }

  /** Whether the caller receives the channel by email. */
  public Subscribed enableEmail(Caller caller, String channelKey, boolean enabled) {
    Channel channel = access.find(channelKey);
    return transactions.inTransaction(
        () -> {
          setEmail(caller.userId(), channel, enabled);
          return subscriptionDao
              .select(caller.userId(), channel.id())
              .map(subscription -> new Subscribed(subscription, channel))
              .orElseThrow(() -> new NotFoundException(ErrorCode.SUBSCRIPTION_NOT_FOUND));
        });
  }

  /** The caller's subscription to the channel, if any. */
  public Optional<Subscribed> find(Caller caller, String channelKey) {
    Channel channel = access.find(channelKey);
    return subscriptionDao
        .select(caller.userId(), channel.id())
        .map(subscription -> new Subscribed(subscription, channel));
  }

  /** The caller's subscriptions, newest first, up to the limit. */
  public List<Subscribed> list(Caller caller) {
    return subscriptionDao.selectByUser(caller.userId(), Limits.SUBSCRIPTIONS).stream()
        .map(subscription -> new Subscribed(subscription, access.find(subscription.channelId())))
        .toList();
  }

  /** A subscription and its channel. */
  public record Subscribed(Subscription subscription, Channel channel) {}

  /**
   * A subscription as shown to everyone who has its link.
   *
   * @param email masked
   */
  public record Opponent(Subscription subscription, Channel channel, String email) {}
}

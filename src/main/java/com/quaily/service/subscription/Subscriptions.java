package com.quaily.service.subscription;

import com.quaily.dao.SubscriberDao;
import com.quaily.dao.SubscriptionDao;
import com.quaily.dao.UserDao;
import com.quaily.delivery.mailing.Greetings;
import com.quaily.delivery.webhook.WebhookEvents;
import com.quaily.model.Caller;
import com.quaily.model.account.User;
import com.quaily.model.channel.Channel;
import com.quaily.model.delivery.WebhookEventType;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.ForbiddenException;
import com.quaily.model.subscription.Consent;
import com.quaily.model.subscription.Consent.Act;
import com.quaily.model.subscription.Consent.Method;
import com.quaily.model.subscription.DenyList;
import com.quaily.model.subscription.Subscription;
import com.quaily.model.subscription.SuppressionReason;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Creates and ends subscriptions, each with its consent record, and checks for them. Changes run in
 * the caller's transaction.
 */
public final class Subscriptions {

  private final SubscriptionDao subscriptionDao;
  private final SubscriberDao subscriberDao;
  private final UserDao userDao;
  private final WebhookEvents webhookEvents;
  private final Greetings greetings;
  private final Clock clock;

  public Subscriptions(
      SubscriptionDao subscriptionDao,
      SubscriberDao subscriberDao,
      UserDao userDao,
      WebhookEvents webhookEvents,
      Greetings greetings,
      Clock clock) {
    this.webhookEvents = webhookEvents;
    this.greetings = greetings;
    this.subscriptionDao = subscriptionDao;
    this.subscriberDao = subscriberDao;
    this.userDao = userDao;
    this.clock = clock;
  }

  /** Whether the caller subscribes to the channel or writes for it. */
  public boolean isMember(Caller caller, Channel channel) {
    return channel.isWrittenBy(caller.userId())
        || subscriptionDao.select(caller.userId(), channel.id()).isPresent();
  }

  /** Whether the caller has an active plan of the channel, or writes for it. */
  public boolean isPremium(Optional<Caller> caller, Channel channel) {
    return caller
        .filter(
            c ->
                channel.isWrittenBy(c.userId())
                    || subscriptionDao
                        .select(c.userId(), channel.id())
                        .filter(subscription -> subscription.isPremium(clock.instant()))
                        .isPresent())
        .isPresent();
  }

  DenyList denyList(Channel channel) {
    return DenyList.of(subscriberDao.selectDenyList(channel.id()));
  }

  /**
   * @throws ForbiddenException when the address is on the channel's deny list
   */
  void requireAllowed(Channel channel, String email) {
    if (denyList(channel).denies(email)) {
      throw new ForbiddenException(ErrorCode.EMAIL_DENIED);
    }
  }

  /**
   * Subscribes a user who asked for it; returns the subscription, new or existing.
   *
   * @param form the page of the form; empty when none
   * @param requestedAt when they asked
   */
  Subscription begin(Channel channel, User user, Method method, String form, Instant requestedAt) {
    requireAllowed(channel, user.email());
    subscriberDao.deleteSuppression(channel.id(), user.email());
    insert(channel, user, method, form, requestedAt);
    subscriptionDao.markConfirmed(user.id(), channel.id());
    return subscriptionDao.select(user.id(), channel.id()).orElseThrow();
  }

  /**
   * Subscribes a user on behalf of others.
   *
   * @throws ForbiddenException when they unsubscribed earlier, or email to them bounced
   */
  Subscription beginForOther(Channel channel, User user, Method method) {
    requireAllowed(channel, user.email());
    if (subscriberDao.selectSuppression(channel.id(), user.email()).isPresent()) {
      throw new ForbiddenException(ErrorCode.EMAIL_SUPPRESSED);
    }
    return insert(channel, user, method, "", clock.instant());
  }

  private Subscription insert(
      Channel channel, User user, Method method, String form, Instant requestedAt) {
    Instant now = clock.instant();
    Optional<Subscription> added = subscriptionDao.insertIfAbsent(user.id(), channel.id(), now);
    added.ifPresent(
        subscription -> {
          subscriberDao.insertConsent(
              new Consent(
                  channel.id(),
                  user.id(),
                  subscription.traceId(),
                  Act.SUBSCRIBED,
                  method,
                  form,
                  requestedAt,
                  now));
          webhookEvents.subscription(
              WebhookEventType.SUBSCRIPTION_CREATED, subscription, user.email());
          if (method == Method.DOUBLE_OPT_IN || method == Method.ACCOUNT) {
            greetings.greet(channel, user.id());
          }
        });
    return added.or(() -> subscriptionDao.select(user.id(), channel.id())).orElseThrow();
  }

  /** Ends a subscription at the reader's request: no one else can restart it. */
  void end(Subscription subscription, Method method) {
    if (remove(subscription, method)) {
      userDao
          .selectById(subscription.userId())
          .ifPresent(
              user ->
                  subscriberDao.insertSuppression(
                      subscription.channelId(),
                      user.email(),
                      SuppressionReason.UNSUBSCRIBED,
                      clock.instant()));
    }
  }

  /** Reports a change of a subscription that goes on. */
  void changed(Subscription subscription) {
    webhookEvents.subscription(
        WebhookEventType.SUBSCRIPTION_UPDATED, subscription, email(subscription));
  }

  private String email(Subscription subscription) {
    return userDao.selectById(subscription.userId()).map(User::email).orElse("");
  }

  /** Ends a subscription for another reason; returns whether it existed. */
  boolean remove(Subscription subscription, Method method) {
    Instant now = clock.instant();
    boolean removed =
        subscriptionDao.delete(subscription.userId(), subscription.channelId()).isPresent();
    if (removed) {
      subscriberDao.insertConsent(
          new Consent(
              subscription.channelId(),
              subscription.userId(),
              subscription.traceId(),
              Act.UNSUBSCRIBED,
              method,
              "",
              now,
              now));
      webhookEvents.subscription(
          WebhookEventType.SUBSCRIPTION_ENDED, subscription, email(subscription));
    }
    return removed;
  }
}

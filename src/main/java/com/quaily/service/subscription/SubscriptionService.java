package com.quaily.service.subscription;

import com.quaily.dao.SubscriberDao;
import com.quaily.dao.SubscriptionDao;
import com.quaily.dao.UserDao;
import com.quaily.database.Database;
import com.quaily.delivery.mail.MailComposer;
import com.quaily.delivery.mail.Mailer;
import com.quaily.model.Caller;
import com.quaily.model.Language;
import com.quaily.model.Limits;
import com.quaily.model.Site;
import com.quaily.model.account.EmailAddress;
import com.quaily.model.account.User;
import com.quaily.model.channel.Channel;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.ForbiddenException;
import com.quaily.model.error.NotFoundException;
import com.quaily.model.error.TooManyException;
import com.quaily.model.subscription.Consent.Method;
import com.quaily.model.subscription.Subscription;
import com.quaily.model.subscription.SubscriptionRequest;
import com.quaily.service.channel.ChannelAccess;
import com.quaily.service.crypto.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Subscriptions with double opt-in: a request sends an email, and only the button on the linked
 * page subscribes. The result does not reveal whether the address is known or already subscribed.
 * Unsubscribing needs no account.
 */
public final class SubscriptionService {

  private static final Duration VALIDITY = Duration.ofDays(3);
  private static final Duration HOUR = Duration.ofHours(1);

  /** Limit of confirmation emails for one address, whoever requests them. */
  private static final int MAX_PER_HOUR = 10;

  private final Database database;
  private final SubscriptionDao subscriptionDao;
  private final SubscriberDao subscriberDao;
  private final UserDao userDao;
  private final Subscriptions subscriptions;
  private final ChannelAccess access;
  private final MailComposer mailComposer;
  private final Mailer mailer;
  private final Site site;
  private final Clock clock;

  public SubscriptionService(
      Database database,
      Subscriptions subscriptions,
      ChannelAccess access,
      MailComposer mailComposer,
      Mailer mailer,
      Site site,
      Clock clock) {
    this.database = database;
    this.subscriptionDao = database.dao(SubscriptionDao.class);
    this.subscriberDao = database.dao(SubscriberDao.class);
    this.userDao = database.dao(UserDao.class);
    this.subscriptions = subscriptions;
    this.access = access;
    this.mailComposer = mailComposer;
    this.mailer = mailer;
    this.site = site;
    this.clock = clock;
  }

  /**
   * Emails a confirmation link to the address.
   *
   * @param referer the page of the request, kept as evidence; null when unknown
   * @throws ForbiddenException when the address is on the channel's deny list
   * @throws TooManyException when the address recently got too many confirmations
   */
  public Channel request(String channelKey, String email, String referer) {
    Channel channel = access.find(channelKey);
    String address = EmailAddress.normalize(email);
    subscriptions.requireAllowed(channel, address);
    Language language = channel.language();
    String token = Secrets.newToken();
    Instant now = clock.instant();
    database.inTransaction(
        () -> {
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
    String url = site.url("/api/subscriptions/confirm?token=" + token);
    mailer.send(mailComposer.confirmSubscription(address, channel.title(), url, language));
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
   * The request of a confirmation link. Changes nothing, because mail clients open links on their
   * own.
   *
   * @throws NotFoundException when the link was used or has expired
   */
  public Pending pending(String token) {
    SubscriptionRequest request = requireRequest(token);
    return new Pending(channel(request.channelId()), request.email());
  }

  private SubscriptionRequest requireRequest(String token) {
    return subscriptionDao
        .selectRequest(Secrets.hash(token == null ? "" : token), clock.instant())
        .orElseThrow(() -> new NotFoundException(ErrorCode.CONFIRMATION_NOT_FOUND));
  }

  private Channel channel(long id) {
    return access.find(String.valueOf(id));
  }

  /** Subscribes the owner of the address; creates their account if they have none. */
  public Pending confirm(String token) {
    return database.inTransaction(
        () -> {
          SubscriptionRequest request = requireRequest(token);
          Channel channel = channel(request.channelId());
          User user =
              userDao.insertIfAbsent(
                  request.email(),
                  request.email().substring(0, request.email().indexOf('@')),
                  Map.of("language", channel.language().tag()));
          subscriptions.begin(
              channel, user, Method.DOUBLE_OPT_IN, request.form(), request.createdAt());
          subscriptionDao.deleteRequest(Secrets.hash(token));
          return new Pending(channel, request.email());
        });
  }

  /** Subscribes the caller, whose address was verified at login. */
  public Subscribed subscribe(Caller caller, String channelKey, String referer) {
    Channel channel = access.find(channelKey);
    return database.inTransaction(
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
    database.inTransaction(
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
   * @throws NotFoundException when there is no subscription with this trace
   */
  public Opponent opponent(String traceId) {
    Subscription subscription =
        subscriptionDao
            .selectByTrace(requireTrace(traceId == null ? "" : traceId))
            .orElseThrow(() -> new NotFoundException(ErrorCode.SUBSCRIPTION_NOT_FOUND));
    String email = requireUser(subscription.userId()).email();
    return new Opponent(subscription, channel(subscription.channelId()), mask(email));
  }

  /** The masked address, recognizable only to those who know it. */
  private static String mask(String email) {
    return email.charAt(0) + "***" + email.substring(email.indexOf('@'));
  }

  /** Whether the caller receives the channel by email. */
  public Subscribed enableEmail(Caller caller, String channelKey, boolean enabled) {
    Channel channel = access.find(channelKey);
    return database.inTransaction(
        () -> {
          subscriptionDao.updateEmailEnabled(
              caller.userId(), channel.id(), enabled, clock.instant());
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
        .map(subscription -> new Subscribed(subscription, channel(subscription.channelId())))
        .toList();
  }

  /** A subscription that waits for its confirmation, or was just confirmed. */
  public record Pending(Channel channel, String email) {}

  /** A subscription and its channel. */
  public record Subscribed(Subscription subscription, Channel channel) {}

  /**
   * A subscription as shown to everyone who has its link.
   *
   * @param email masked
   */
  public record Opponent(Subscription subscription, Channel channel, String email) {}
}

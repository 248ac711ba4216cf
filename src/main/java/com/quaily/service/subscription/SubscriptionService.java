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
 * Subscribing, with double opt-in: whoever asks gets a mail, and only who follows its link and
 * presses the button there is subscribed. What the asker sees does not depend on whether the
 * address is known or subscribed already. And leaving again, which needs no account.
 */
public final class SubscriptionService {

  private static final Duration VALIDITY = Duration.ofDays(3);
  private static final Duration HOUR = Duration.ofHours(1);

  /** Confirmations that one address is mailed, however many ask for it. */
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
   * What a confirmation link is about; changes nothing, for mail programs follow links by
   * themselves.
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

  /**
   * Subscribes whom the link was mailed to; creates their account if they have none. A link that is
   * used again says the same and changes nothing.
   */
  public Pending confirm(String token) {
    return database.inTransaction(
        () -> {
          SubscriptionRequest request = requireRequest(token);
          Channel channel = channel(request.channelId());
          if (subscriptionDao.markRequestConfirmed(Secrets.hash(token), clock.instant()) == 0) {
            return new Pending(channel, request.email());
          }
          User user =
              userDao.insertIfAbsent(
                  request.email(),
                  request.email().substring(0, request.email().indexOf('@')),
                  Map.of("language", channel.language().tag()));
          subscriptions.begin(
              channel, user, Method.DOUBLE_OPT_IN, request.form(), request.createdAt());
          return new Pending(channel, request.email());
        });
  }

  /** Subscribes the caller, who proved their address when they logged in. */
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
   * Ends a subscription: the one that the trace is of, or else the caller's own. A link that was
   * used already may be used again.
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
   * What an unsubscribe page shows; changes nothing.
   *
   * @throws NotFoundException when there is no subscription of this trace
   */
  public Opponent opponent(String traceId) {
    Subscription subscription =
        subscriptionDao
            .selectByTrace(requireTrace(traceId == null ? "" : traceId))
            .orElseThrow(() -> new NotFoundException(ErrorCode.SUBSCRIPTION_NOT_FOUND));
    String email = requireUser(subscription.userId()).email();
    return new Opponent(subscription, channel(subscription.channelId()), mask(email));
  }

  /** The address so that only who knows it recognises it. */
  private static String mask(String email) {
    return email.charAt(0) + "***" + email.substring(email.indexOf('@'));
  }

  /** Whether the caller gets the channel by mail. */
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

  /** The caller's subscription to the channel, if they have one. */
  public Optional<Subscribed> find(Caller caller, String channelKey) {
    Channel channel = access.find(channelKey);
    return subscriptionDao
        .select(caller.userId(), channel.id())
        .map(subscription -> new Subscribed(subscription, channel));
  }

  /** What the caller subscribes to, the newest first, as many as may be shown. */
  public List<Subscribed> list(Caller caller) {
    return subscriptionDao.selectByUser(caller.userId(), Limits.SUBSCRIPTIONS).stream()
        .map(subscription -> new Subscribed(subscription, channel(subscription.channelId())))
        .toList();
  }

  /** A subscription that waits for its confirmation, or was just confirmed. */
  public record Pending(Channel channel, String email) {}

  /** A subscription and what it is to. */
  public record Subscribed(Subscription subscription, Channel channel) {}

  /**
   * A subscription as its links show it to whoever holds them.
   *
   * @param email masked
   */
  public record Opponent(Subscription subscription, Channel channel, String email) {}
}

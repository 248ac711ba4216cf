package com.quaily.service;

import com.quaily.dao.Database;
import com.quaily.dao.SubscriptionDao;
import com.quaily.dao.UserDao;
import com.quaily.delivery.MailComposer;
import com.quaily.delivery.Mailer;
import com.quaily.model.Channel;
import com.quaily.model.EmailAddress;
import com.quaily.model.ErrorCode;
import com.quaily.model.Language;
import com.quaily.model.NotFoundException;
import com.quaily.model.Site;
import com.quaily.model.SubscriptionRequest;
import com.quaily.model.User;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Subscribing, with double opt-in: whoever asks gets a mail, and only who follows its link and
 * presses the button there is subscribed. What the asker sees does not depend on whether the
 * address is known or subscribed already.
 */
public final class SubscriptionService {

  private static final Duration VALIDITY = Duration.ofDays(3);

  private final Database database;
  private final SubscriptionDao subscriptionDao;
  private final UserDao userDao;
  private final ChannelAccess access;
  private final MailComposer mailComposer;
  private final Mailer mailer;
  private final Site site;
  private final Clock clock;

  public SubscriptionService(
      Database database,
      ChannelAccess access,
      MailComposer mailComposer,
      Mailer mailer,
      Site site,
      Clock clock) {
    this.database = database;
    this.subscriptionDao = database.dao(SubscriptionDao.class);
    this.userDao = database.dao(UserDao.class);
    this.access = access;
    this.mailComposer = mailComposer;
    this.mailer = mailer;
    this.site = site;
    this.clock = clock;
  }

  /** Mails a confirmation link to the address. */
  public Channel request(String channelKey, String email) {
    Channel channel = access.find(channelKey);
    String address = EmailAddress.normalize(email);
    Language language = channel.language();
    String token = Secrets.newToken();
    Instant now = clock.instant();
    database.inTransaction(
        () ->
            subscriptionDao.insertRequest(
                Secrets.hash(token),
                new SubscriptionRequest(
                    channel.id(), address, language.tag(), now, now.plus(VALIDITY))));
    String url = site.url("/api/subscriptions/confirm?token=" + token);
    mailer.send(mailComposer.confirmSubscription(address, channel.title(), url, language));
    return channel;
  }

  /**
   * What a confirmation link is about; changes nothing, for mail programs follow links by
   * themselves.
   *
   * @throws NotFoundException when the link was used or has expired
   */
  public Pending pending(String token) {
    SubscriptionRequest request =
        subscriptionDao
            .selectRequest(Secrets.hash(token == null ? "" : token), clock.instant())
            .orElseThrow(() -> new NotFoundException(ErrorCode.CONFIRMATION_NOT_FOUND));
    return new Pending(access.find(String.valueOf(request.channelId())), request.email());
  }

  /** Subscribes whom the link was mailed to; creates their account if they have none. */
  public Pending confirm(String token) {
    return database.inTransaction(
        () -> {
          Pending pending = pending(token);
          User user =
              userDao.insertIfAbsent(
                  pending.email(),
                  pending.email().substring(0, pending.email().indexOf('@')),
                  Map.of("language", pending.channel().language().tag()));
          subscriptionDao.insertIfAbsent(user.id(), pending.channel().id(), clock.instant());
          subscriptionDao.deleteRequest(Secrets.hash(token));
          return pending;
        });
  }

  /** A subscription that waits for its confirmation, or was just confirmed. */
  public record Pending(Channel channel, String email) {}
}

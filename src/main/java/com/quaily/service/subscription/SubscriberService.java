package com.quaily.service.subscription;

import com.quaily.dao.SubscriberDao;
import com.quaily.dao.SubscriptionDao;
import com.quaily.dao.UserDao;
import com.quaily.database.Transactions;
import com.quaily.delivery.mailing.PlanMails;
import com.quaily.model.Caller;
import com.quaily.model.Limits;
import com.quaily.model.Slice;
import com.quaily.model.account.EmailAddress;
import com.quaily.model.account.User;
import com.quaily.model.channel.Channel;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.ForbiddenException;
import com.quaily.model.error.InvalidException;
import com.quaily.model.error.NotFoundException;
import com.quaily.model.subscription.Consent.Method;
import com.quaily.model.subscription.Plans;
import com.quaily.model.subscription.Subscription;
import com.quaily.service.channel.ChannelAccess;
import com.quaily.service.validation.FieldValidator;
import com.quaily.service.validation.PathIds;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A channel's subscribers, for its writers. */
public final class SubscriberService {

  private static final Pattern PLAN = Pattern.compile("[a-z0-9_-]{1,32}");

  private final Transactions transactions;
  private final SubscriptionDao subscriptionDao;
  private final SubscriberDao subscriberDao;
  private final UserDao userDao;
  private final Subscriptions subscriptions;
  private final ChannelAccess access;
  private final PlanMails planMails;
  private final Clock clock;

  public SubscriberService(
      Transactions transactions,
      SubscriptionDao subscriptionDao,
      SubscriberDao subscriberDao,
      UserDao userDao,
      Subscriptions subscriptions,
      ChannelAccess access,
      PlanMails planMails,
      Clock clock) {
    this.transactions = transactions;
    this.subscriptionDao = subscriptionDao;
    this.subscriberDao = subscriberDao;
    this.userDao = userDao;
    this.subscriptions = subscriptions;
    this.access = access;
    this.planMails = planMails;
    this.clock = clock;
  }

  /**
   * The channel's subscribers, newest first.
   *
   * @param email prefix of the address; null or empty = any
   * @param plans which of them, by their plans
   * @param beforeId begins after the subscription with this id, which costs the same however far it
   *     is from the newest; null = at the newest
   */
  public Slice<Member> list(
      Caller caller,
      String channelKey,
      String email,
      Plans plans,
      Long beforeId,
      int offset,
      int limit) {
    Channel channel = access.requireWriter(caller, channelKey);
    String start = FieldValidator.line("email", email, Limits.NAME).toLowerCase(Locale.ROOT);
    long before = beforeId == null ? Long.MAX_VALUE : beforeId;
    return new Slice<>(
        withUsers(subscriberDao.select(channel.id(), start, plans, before, offset, limit)),
        subscriberDao.count(channel.id(), start, plans),
        offset,
        limit);
  }

  private List<Member> withUsers(List<Subscription> subscriptions) {
    Map<Long, User> users =
        userDao.selectByIds(subscriptions.stream().map(Subscription::userId).toList()).stream()
            .collect(Collectors.toMap(User::id, Function.identity()));
    return subscriptions.stream()
        .map(subscription -> new Member(subscription, users.get(subscription.userId())))
        .toList();
  }

  /** Saves the given values of a subscriber's plan; null keeps the old one. */
  public Member update(Caller caller, String channelKey, String userKey, Plan plan) {
    Channel channel = access.requireWriter(caller, channelKey);
    if (plan.type() != null && !PLAN.matcher(plan.type()).matches()) {
      throw new InvalidException(
          ErrorCode.INVALID_FIELD, "type", "must be free or the name of a plan");
    }
    return transactions.inTransaction(
        () -> {
          Subscription before = require(channel, userKey);
          if (Boolean.TRUE.equals(plan.emailEnabled()) && !before.emailEnabled()) {
            requireNotSuppressed(channel, before);
          }
          Subscription after = merge(before, plan);
          subscriptionDao.update(after);
          boolean begins = after.isPremium(clock.instant()) && !before.isPremium(clock.instant());
          if (begins && caller.userId() != channel.userId()) {
            planMails.began(channel, after.userId());
          }
          return member(channel, userKey);
        });
  }

  /** Only the reader who turned email off can turn it on again. */
  private void requireNotSuppressed(Channel channel, Subscription subscription) {
    String email = userDao.selectById(subscription.userId()).orElseThrow().email();
    if (subscriberDao.selectSuppression(channel.id(), email).isPresent()) {
      throw new ForbiddenException(ErrorCode.EMAIL_SUPPRESSED);
    }
  }

  private Subscription merge(Subscription before, Plan plan) {
    String type = plan.type() == null ? before.type() : plan.type();
    Instant expiry = plan.paidExpiry() == null ? before.paidExpiry() : plan.paidExpiry();
    return new Subscription(
        before.id(),
        before.userId(),
        before.channelId(),
        type,
        type.equals(Subscription.FREE) ? null : expiry,
        plan.emailEnabled() == null ? before.emailEnabled() : plan.emailEnabled(),
        before.traceId(),
        before.name(),
        before.selfConfirmed(),
        before.confirmedAt(),
        before.createdAt(),
        clock.instant());
  }

  /** Removes a subscriber; they can be invited or imported again. */
  public void remove(Caller caller, String channelKey, String userKey) {
    Channel channel = access.requireWriter(caller, channelKey);
    transactions.inTransaction(
        () -> {
          subscriptions.remove(require(channel, userKey), Method.WRITER);
        });
  }

  /** Moves a subscriber, with the plan, to another channel of the same owner. */
  public Member transfer(Caller caller, String channelKey, String userKey, String toKey) {
    Channel from = access.requireOwner(caller, channelKey);
    if (toKey == null) {
      throw new InvalidException(ErrorCode.MISSING_FIELD, "dst_list_id", "must not be empty");
    }
    Channel to = access.requireOwner(caller, toKey);
    return transactions.inTransaction(
        () -> {
          Member member = member(from, userKey);
          if (from.id() == to.id()) {
            return member;
          }
          Subscription there = subscriptions.beginForOther(to, member.user(), Method.TRANSFER);
          subscriptionDao.update(there.joinedBy(member.subscription(), clock.instant()));
          subscriptions.remove(member.subscription(), Method.TRANSFER);
          return new Member(
              subscriptionDao.select(there.userId(), to.id()).orElseThrow(), member.user());
        });
  }

  /** A subscriber of the caller's own channels with this address, in any spelling. */
  public Optional<Member> findByEmail(Caller caller, String email) {
    return subscriberDao
        .selectByEmailAndOwner(EmailAddress.normalize(email), caller.userId())
        .map(
            subscription ->
                new Member(subscription, userDao.selectById(subscription.userId()).orElseThrow()));
  }

  /** A subscriber's subscriptions to channels that the caller writes for. */
  public List<Member> listOfMember(Caller caller, String channelKey, String userKey) {
    Member member = member(access.requireWriter(caller, channelKey), userKey);
    return subscriptionDao.selectByUserAndWriter(member.user().id(), caller.userId()).stream()
        .map(subscription -> new Member(subscription, member.user()))
        .toList();
  }

  private Member member(Channel channel, String userKey) {
    Subscription subscription = require(channel, userKey);
    return new Member(subscription, userDao.selectById(subscription.userId()).orElseThrow());
  }

  private Subscription require(Channel channel, String userKey) {
    return PathIds.parse(userKey)
        .flatMap(memberId -> select(channel, memberId))
        .orElseThrow(() -> new NotFoundException(ErrorCode.SUBSCRIPTION_NOT_FOUND));
  }

  /** Users' ids find only those who confirmed themselves, others the id that the list shows. */
  private Optional<Subscription> select(Channel channel, long memberId) {
    long contact = Subscription.contact(memberId);
    return contact > 0
        ? subscriptionDao
            .selectById(contact)
            .filter(found -> found.channelId() == channel.id() && found.memberId() == memberId)
        : subscriptionDao.select(memberId, channel.id()).filter(Subscription::selfConfirmed);
  }

  /** A subscription and its subscriber. */
  public record Member(Subscription subscription, User user) {}

  /** A subscription's fields in a request; null means not given. */
  public record Plan(String type, Instant paidExpiry, Boolean emailEnabled) {}
}

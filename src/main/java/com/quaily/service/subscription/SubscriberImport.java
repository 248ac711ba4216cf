package com.quaily.service.subscription;

import com.quaily.dao.SubscriberDao;
import com.quaily.database.Database;
import com.quaily.model.Caller;
import com.quaily.model.Limits;
import com.quaily.model.account.EmailAddress;
import com.quaily.model.channel.Channel;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.model.error.QuailyException;
import com.quaily.model.subscription.DenyList;
import com.quaily.model.subscription.NewSubscriber;
import com.quaily.service.channel.ChannelAccess;
import com.quaily.service.validation.FieldValidator;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Brings in members from elsewhere, for whose consent the channel's owner answers. Who once left,
 * whose mail came back and whom the channel does not want are passed over, and so is what is no
 * address.
 */
public final class SubscriberImport {

  private final Database database;
  private final SubscriberDao subscriberDao;
  private final Subscriptions subscriptions;
  private final ChannelAccess access;
  private final Clock clock;

  public SubscriberImport(
      Database database, Subscriptions subscriptions, ChannelAccess access, Clock clock) {
    this.database = database;
    this.subscriberDao = database.dao(SubscriberDao.class);
    this.subscriptions = subscriptions;
    this.access = access;
    this.clock = clock;
  }

  /**
   * Subscribes the members, without a word to them; answers how many were not before.
   *
   * @param members their addresses and names as they came; nulls among them are passed over
   * @throws InvalidException when there are more than one call may bring
   */
  public int add(Caller caller, String channelKey, List<NewSubscriber> members) {
    Channel channel = access.requireOwner(caller, channelKey);
    if (members == null || members.size() > Limits.MEMBERS_AT_ONCE) {
      throw new InvalidException(
          ErrorCode.INVALID_FIELD,
          "members",
          "must be a list of at most " + Limits.MEMBERS_AT_ONCE + " entries");
    }
    Map<String, String> names = namesByEmail(subscriptions.denyList(channel), members);
    List<String> emails = List.copyOf(names.keySet());
    return database.inTransaction(
        () -> {
          subscriberDao.insertUsers(
              channel.id(), emails, List.copyOf(names.values()), channel.language().tag());
          return subscriberDao.insertMembers(channel.id(), emails, clock.instant());
        });
  }

  private static Map<String, String> namesByEmail(DenyList denyList, List<NewSubscriber> members) {
    Map<String, String> names = new TreeMap<>();
    for (NewSubscriber member : members) {
      Optional.ofNullable(member)
          .flatMap(given -> address(given.email()))
          .filter(email -> !denyList.denies(email))
          .ifPresent(email -> names.putIfAbsent(email, name(member.name(), email)));
    }
    return names;
  }

  private static Optional<String> address(String email) {
    try {
      return Optional.of(EmailAddress.normalize(email));
    } catch (InvalidException e) {
      return Optional.empty();
    }
  }

  private static String name(String given, String email) {
    try {
      String name = FieldValidator.line("name", given, Limits.NAME);
      return name.isEmpty() ? localPart(email) : name;
    } catch (QuailyException e) {
      return localPart(email);
    }
  }

  private static String localPart(String email) {
    return email.substring(0, email.indexOf('@'));
  }
}

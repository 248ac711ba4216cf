package com.quaily.service.subscription;

import com.quaily.dao.SubscriberDao;
import com.quaily.database.Transactions;
import com.quaily.model.Caller;
import com.quaily.model.Limits;
import com.quaily.model.account.EmailAddress;
import com.quaily.model.account.NeutralName;
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
 * Imports subscribers; the channel's owner is responsible for their consent. Skips those who
 * unsubscribed, bounced or are on the deny list, and invalid addresses.
 */
public final class SubscriberImport {

  private final Transactions transactions;
  private final SubscriberDao subscriberDao;
  private final Subscriptions subscriptions;
  private final ChannelAccess access;
  private final Clock clock;

  public SubscriberImport(
      Transactions transactions,
      SubscriberDao subscriberDao,
      Subscriptions subscriptions,
      ChannelAccess access,
      Clock clock) {
    this.transactions = transactions;
    this.subscriberDao = subscriberDao;
    this.subscriptions = subscriptions;
    this.access = access;
    this.clock = clock;
  }

  /**
   * Subscribes the given people without notifying them; returns the number of new subscribers.
   *
   * @param members addresses and names as given; null entries are skipped
   * @throws InvalidException when there are more than the limit
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
    return transactions.inTransaction(
        () -> {
          // The names belong to the subscriptions: the people may choose others for themselves.
          List<String> neutral =
              emails.stream().map(email -> NeutralName.in(channel.language())).toList();
          subscriberDao.insertUsers(channel.id(), emails, neutral, channel.language().tag());
          return subscriberDao.insertMembers(
              channel.id(), emails, List.copyOf(names.values()), clock.instant());
        });
  }

  private static Map<String, String> namesByEmail(DenyList denyList, List<NewSubscriber> members) {
    Map<String, String> names = new TreeMap<>();
    for (NewSubscriber member : members) {
      Optional.ofNullable(member)
          .flatMap(given -> address(given.email()))
          .filter(email -> !denyList.denies(email))
          .ifPresent(email -> names.putIfAbsent(email, name(member.name())));
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

  private static String name(String given) {
    try {
      return FieldValidator.line("name", given, Limits.NAME);
    } catch (QuailyException e) {
      return "";
    }
  }
}

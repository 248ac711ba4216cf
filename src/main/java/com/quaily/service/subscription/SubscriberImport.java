package com.quaily.service.subscription;

import com.quaily.dao.SubscriberDao;
import com.quaily.database.Transactions;
import com.quaily.model.Caller;
import com.quaily.model.Limits;
import com.quaily.model.account.NeutralName;
import com.quaily.model.channel.Channel;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.model.subscription.ImportReport;
import com.quaily.model.subscription.ImportReport.Reason;
import com.quaily.model.subscription.ImportReport.Refused;
import com.quaily.model.subscription.KnownAddress;
import com.quaily.model.subscription.NewSubscriber;
import com.quaily.service.channel.ChannelAccess;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Imports subscribers; the channel's owner is responsible for their consent. Refuses those who
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
   * Subscribes the given people without notifying them.
   *
   * @param members addresses and names as given; null entries are skipped
   * @throws InvalidException when there are more than the limit
   */
  public ImportReport add(Caller caller, String channelKey, List<NewSubscriber> members) {
    Channel channel = access.requireOwner(caller, channelKey);
    SiftedSubscribers sifted = sift(channel, members);
    return transactions.inTransaction(
        () -> {
          List<Refused> known = known(channel, sifted);
          return report(insert(channel, sifted), sifted, known);
        });
  }

  /** What {@link #add} would do now; changes nothing. */
  public ImportReport preview(Caller caller, String channelKey, List<NewSubscriber> members) {
    Channel channel = access.requireOwner(caller, channelKey);
    SiftedSubscribers sifted = sift(channel, members);
    List<Refused> known = known(channel, sifted);
    return report(sifted.emails().size() - known.size(), sifted, known);
  }

  private SiftedSubscribers sift(Channel channel, List<NewSubscriber> members) {
    if (members == null || members.size() > Limits.MEMBERS_AT_ONCE) {
      throw new InvalidException(
          ErrorCode.INVALID_FIELD,
          "members",
          "must be a list of at most " + Limits.MEMBERS_AT_ONCE + " entries");
    }
    return SiftedSubscribers.of(members, subscriptions.denyList(channel));
  }

  /** Entries whose addresses subscribe already or must not be subscribed. */
  private List<Refused> known(Channel channel, SiftedSubscribers sifted) {
    Map<String, Integer> places = sifted.places();
    return subscriberDao.selectKnown(channel.id(), sifted.emails()).stream()
        .map(known -> new Refused(places.get(known.email()), known.email(), reason(known)))
        .toList();
  }

  private static Reason reason(KnownAddress known) {
    return known.suppressed() ? Reason.SUPPRESSED : Reason.SUBSCRIBED;
  }

  private int insert(Channel channel, SiftedSubscribers sifted) {
    List<String> emails = sifted.emails();
    // The names belong to the subscriptions: the people may choose others for themselves.
    List<String> neutral =
        emails.stream().map(email -> NeutralName.in(channel.language())).toList();
    subscriberDao.insertUsers(channel.id(), emails, neutral, channel.language().tag());
    return subscriberDao.insertMembers(channel.id(), emails, sifted.names(), clock.instant());
  }

  private static ImportReport report(int added, SiftedSubscribers sifted, List<Refused> known) {
    List<Refused> refused = new ArrayList<>(sifted.refused());
    refused.addAll(known);
    refused.sort(Comparator.comparingInt(Refused::index));
    return new ImportReport(added, refused);
  }
}

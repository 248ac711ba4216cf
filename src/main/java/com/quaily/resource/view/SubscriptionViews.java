package com.quaily.resource.view;

import com.quaily.model.subscription.Subscription;
import com.quaily.resource.view.SubscriptionView.OpponentView;
import com.quaily.service.subscription.SubscriberService.Member;
import com.quaily.service.subscription.SubscriptionService.Opponent;
import com.quaily.service.subscription.SubscriptionService.Subscribed;

/** Builds subscription views. */
public final class SubscriptionViews {

  private final UserViews userViews;
  private final ChannelViews channelViews;

  public SubscriptionViews(UserViews userViews, ChannelViews channelViews) {
    this.userViews = userViews;
    this.channelViews = channelViews;
  }

  /** For the reader, with the channel. */
  public SubscriptionView own(Subscribed subscribed) {
    return view(subscribed.subscription(), null, channelViews.brief(subscribed.channel()));
  }

  /** For the channel's writers, with the subscriber. */
  public SubscriptionView member(Member member) {
    return view(member.subscription(), user(member), null);
  }

  /** The reader, as far as the channel's writers know them. */
  public UserView user(Member member) {
    return member.subscription().selfConfirmed()
        ? userViews.withEmail(member.user())
        : userViews.contact(member);
  }

  /** For everyone who has the link. */
  public OpponentView opponent(Opponent opponent) {
    return new OpponentView(
        channelViews.brief(opponent.channel()),
        view(opponent.subscription(), null, null),
        opponent.email());
  }

  private static SubscriptionView view(Subscription subscription, UserView user, ChannelView list) {
    return new SubscriptionView(
        subscription.id(),
        list == null ? subscription.memberId() : subscription.userId(),
        subscription.channelId(),
        subscription.type(),
        subscription.paidExpiry(),
        subscription.emailEnabled(),
        subscription.createdAt(),
        subscription.updatedAt(),
        user,
        list);
  }
}

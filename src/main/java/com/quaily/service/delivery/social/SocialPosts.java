package com.quaily.service.delivery.social;

import com.quaily.dao.SocialDao;
import com.quaily.model.Caller;
import com.quaily.model.channel.Channel;
import com.quaily.model.delivery.SocialPost;
import com.quaily.model.delivery.SocialPost.State;
import com.quaily.model.error.ConflictException;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.NotFoundException;
import com.quaily.model.error.UnavailableException;
import com.quaily.service.channel.ChannelAccess;
import com.quaily.service.post.PostLookup;
import java.time.Clock;
import java.util.List;

/** What deliveries posted on services: shown, edited and deleted by the channel's writers. */
public final class SocialPosts {

  private final SocialDao socialDao;
  private final SocialClients clients;
  private final SocialAccounts accounts;
  private final SocialCards cards;
  private final ChannelAccess access;
  private final PostLookup lookup;
  private final Clock clock;

  public SocialPosts(
      SocialDao socialDao,
      SocialClients clients,
      SocialAccounts accounts,
      SocialCards cards,
      ChannelAccess access,
      PostLookup lookup,
      Clock clock) {
    this.socialDao = socialDao;
    this.clients = clients;
    this.accounts = accounts;
    this.cards = cards;
    this.access = access;
    this.lookup = lookup;
    this.clock = clock;
  }

  /** The messages about a post, newest first. */
  public List<ShownMessage> list(Caller caller, String list, String postKey) {
    Channel channel = access.requireWriter(caller, list);
    SocialAccount account = accounts.load(channel.id());
    return socialDao.selectPostsOf(lookup.find(channel, postKey).id()).stream()
        .map(message -> show(account, message))
        .toList();
  }

  private ShownMessage show(SocialAccount account, SocialPost message) {
    return new ShownMessage(message, isEditable(account, message), isDeletable(account, message));
  }

  private boolean isEditable(SocialAccount account, SocialPost message) {
    return message.state() == State.POSTED
        && clients.of(message.service()).isEditable(account, message);
  }

  private boolean isDeletable(SocialAccount account, SocialPost message) {
    return message.state() == State.POSTED
        && clients.of(message.service()).isDeletable(account, message);
  }

  /**
   * Replaces a message by what the post says now.
   *
   * @throws NotFoundException when there is no such message, or the post is not published
   * @throws ConflictException when the service permits no change
   * @throws UnavailableException when the service gives no answer
   */
  public ShownMessage edit(Caller caller, String list, String postKey, long id) {
    Channel channel = access.requireWriter(caller, list);
    SocialPost message = find(channel, postKey, id);
    SocialAccount account = accounts.load(channel.id());
    if (!isEditable(account, message)) {
      throw fixed("this service does not permit it");
    }
    SocialCard card =
        cards
            .of(channel.id(), message.postId(), message.service())
            .orElseThrow(() -> new NotFoundException(ErrorCode.POST_NOT_FOUND));
    try {
      clients.of(message.service()).edit(account, message, card);
      return show(account, store(message.with(State.POSTED, "")));
    } catch (SocialException e) {
      throw failure(message, e);
    }
  }

  /**
   * Deletes a message at the service.
   *
   * @throws NotFoundException when there is no such message
   * @throws ConflictException when the service permits no deletion
   * @throws UnavailableException when the service gives no answer
   */
  public ShownMessage delete(Caller caller, String list, String postKey, long id) {
    Channel channel = access.requireWriter(caller, list);
    SocialPost message = find(channel, postKey, id);
    SocialAccount account = accounts.load(channel.id());
    if (!isDeletable(account, message)) {
      throw fixed("this service does not permit it");
    }
    try {
      clients.of(message.service()).delete(account, message);
      return show(account, store(message.with(State.DELETED, "")));
    } catch (SocialException e) {
      throw failure(message, e);
    }
  }

  private SocialPost find(Channel channel, String postKey, long id) {
    long postId = lookup.find(channel, postKey).id();
    return socialDao
        .selectPost(id)
        .filter(message -> message.postId() == postId)
        .orElseThrow(() -> new NotFoundException(ErrorCode.SOCIAL_POST_NOT_FOUND));
  }

  private RuntimeException failure(SocialPost message, SocialException e) {
    return switch (e.kind()) {
      case GONE -> {
        store(message.with(State.DELETED, e.getMessage()));
        yield fixed(e.getMessage());
      }
      case REFUSED, DISCONNECTED -> fixed(e.getMessage());
      case WAIT, UNCERTAIN ->
          new UnavailableException(
              ErrorCode.SOCIAL_UNAVAILABLE, message.service().title() + ": " + e.getMessage());
    };
  }

  private SocialPost store(SocialPost message) {
    socialDao.updatePost(message, clock.instant());
    return message;
  }

  private static ConflictException fixed(String reason) {
    return new ConflictException(
        ErrorCode.SOCIAL_POST_FIXED, ErrorCode.SOCIAL_POST_FIXED.message() + " " + reason);
  }

  /** A message and what can be done with it. */
  public record ShownMessage(SocialPost message, boolean editable, boolean deletable) {}
}

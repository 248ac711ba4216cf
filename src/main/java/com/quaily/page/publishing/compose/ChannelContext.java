package com.quaily.page.publishing.compose;

import com.quaily.model.account.User;
import com.quaily.model.channel.Channel;
import com.quaily.model.post.Post;
import com.quaily.model.post.PostOption;
import com.quaily.model.post.PostSummary;
import com.quaily.page.template.PageLanguage;
import com.quaily.page.typography.SmartPunctuation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A channel and its users, read once for several pages. */
public final class ChannelContext {

  private final Channel channel;
  private final ChannelContexts contexts;
  private final Map<Long, User> users;

  ChannelContext(Channel channel, ChannelContexts contexts) {
    this(channel, contexts, new ConcurrentHashMap<>());
  }

  private ChannelContext(Channel channel, ChannelContexts contexts, Map<Long, User> users) {
    this.channel = channel;
    this.contexts = contexts;
    this.users = users;
  }

  /**
   * The channel's current state, for composing under a lock; empty if it was deleted or its slug
   * changed, which moves its pages.
   */
  public Optional<ChannelContext> now() {
    return contexts
        .channel(channel.id())
        .filter(fresh -> fresh.slug().equals(channel.slug()))
        .map(fresh -> new ChannelContext(fresh, contexts, users));
  }

  /** The channel's current state, also under another slug; empty if it was deleted. */
  public Optional<ChannelContext> latest() {
    return contexts.load(channel.id());
  }

  public Channel channel() {
    return channel;
  }

  public String slug() {
    return channel.slug();
  }

  /** The language of a post in this channel: its own, else the channel's. */
  public String languageOf(String postLang) {
    return PageLanguage.ofPost(channel, postLang);
  }

  /** The post with its title and summary as readers see them. */
  public Post typeset(Post post) {
    String lang = languageOf(post.lang());
    return post.withWords(
        SmartPunctuation.of(post.title(), lang), SmartPunctuation.of(post.summary(), lang));
  }

  /** The post with its title and summary as readers see them. */
  PostSummary typeset(PostSummary post) {
    String lang = languageOf(post.lang());
    return post.withWords(
        SmartPunctuation.of(post.title(), lang), SmartPunctuation.of(post.summary(), lang));
  }

  /** The posts as readers see them, in order. */
  List<PostSummary> typeset(List<PostSummary> posts) {
    return posts.stream().map(this::typeset).toList();
  }

  public User owner() {
    return user(channel.userId());
  }

  /** A writer of the channel; posts keep their author, so the user always exists. */
  User user(long id) {
    return users.computeIfAbsent(id, contexts::user);
  }

  /** The users that a post names as its authors, at least one. */
  public List<User> authors(Post post) {
    return post.authorIds().stream().map(this::user).toList();
  }

  /** Whether a line break in the post's text is one on the page. */
  boolean keepsLineBreaks(Post post) {
    return post.option(PostOption.LINE_BREAKS)
        .orElseGet(() -> user(post.userId()).hasKindLineBreak());
  }
}

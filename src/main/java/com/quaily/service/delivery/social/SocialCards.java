package com.quaily.service.delivery.social;

import com.quaily.dao.PostDao;
import com.quaily.model.Language;
import com.quaily.model.channel.Channel;
import com.quaily.model.delivery.SocialService;
import com.quaily.model.post.Post;
import com.quaily.page.markdown.Markdown;
import com.quaily.page.template.Messages;
import com.quaily.page.url.PageUrls;
import com.quaily.service.channel.ChannelAccess;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Makes cards of posts. Only the free part of a post is looked at. */
public final class SocialCards {

  /** Characters of a summary that is taken from the post's text. */
  private static final int EXCERPT = 500;

  private final PostDao postDao;
  private final ChannelAccess access;
  private final Markdown markdown;
  private final PageUrls urls;
  private final Clock clock;

  public SocialCards(
      PostDao postDao, ChannelAccess access, Markdown markdown, PageUrls urls, Clock clock) {
    this.postDao = postDao;
    this.access = access;
    this.markdown = markdown;
    this.urls = urls;
    this.clock = clock;
  }

  /** The card of a published post; empty when it is not published any more. */
  Optional<SocialCard> of(long channelId, long postId, SocialService service) {
    return postDao
        .selectById(postId)
        .filter(post -> post.channelId() == channelId && post.isPublished())
        .map(post -> of(access.find(channelId), post, service));
  }

  private SocialCard of(Channel channel, Post post, SocialService service) {
    String lang = post.lang().isEmpty() ? channel.language().tag() : post.lang();
    String title = post.title().isEmpty() ? channel.title() : post.title();
    String summary =
        post.summary().isEmpty() ? markdown.plainText(post.content(), EXCERPT) : post.summary();
    return new SocialCard(
        title.strip(),
        summary.strip(),
        urls.article(channel, post.slug()) + "?utm_source=" + service.wireName(),
        urls.absolute(post.coverImageUrl()),
        post.tags(),
        lang,
        channel.title(),
        Messages.of(Language.of(lang)).get("social.link"),
        post.publishedAt(),
        false);
  }

  /** The card of a test. */
  SocialCard test(Channel channel) {
    Messages texts = Messages.of(channel.language());
    return new SocialCard(
        texts.get("social.test.title"),
        texts.format("social.test.body", channel.title()),
        urls.index(channel),
        urls.absolute(channel.avatarImageUrl()),
        List.of(),
        channel.language().tag(),
        channel.title(),
        channel.title(),
        clock.instant(),
        true);
  }
}

package com.quaily.page.publishing.compose;

import com.quaily.dao.ChannelDao;
import com.quaily.dao.PostDao;
import com.quaily.model.Site;
import com.quaily.model.channel.Channel;
import com.quaily.model.post.Post;
import com.quaily.page.markdown.render.EmbedLookup;
import com.quaily.page.markdown.render.EmbeddedChannel;
import com.quaily.page.markdown.render.EmbeddedPost;
import com.quaily.page.template.PageLanguage;
import com.quaily.page.typography.SmartPunctuation;
import com.quaily.page.url.PageUrls;
import java.util.Optional;

/** Posts and channels of this site as cards for other posts. */
public final class SiteEmbeds implements EmbedLookup {

  private final ChannelDao channelDao;
  private final PostDao postDao;
  private final PageUrls urls;

  public SiteEmbeds(ChannelDao channelDao, PostDao postDao, Site site) {
    this.channelDao = channelDao;
    this.postDao = postDao;
    this.urls = new PageUrls(site);
  }

  Optional<Long> channelId(String slug) {
    return findChannel(slug).map(Channel::id);
  }

  private Optional<Channel> findChannel(String slug) {
    return channelDao
        .selectBySlug(slug)
        .or(() -> channelDao.selectRedirect(slug).flatMap(channelDao::selectById));
  }

  @Override
  public Optional<EmbeddedPost> post(String channelSlug, String postSlug) {
    return findChannel(channelSlug)
        .flatMap(
            channel ->
                find(channel.id(), postSlug)
                    .filter(Post::isPublished)
                    .map(post -> card(channel, post)));
  }

  /** The post with a slug, or with that former slug: links to it redirect to the post. */
  Optional<Post> find(long channelId, String postSlug) {
    return postDao
        .selectBySlug(channelId, postSlug)
        .or(() -> postDao.selectByOldSlug(channelId, postSlug));
  }

  private EmbeddedPost card(Channel channel, Post post) {
    String lang = PageLanguage.ofPost(channel, post.lang());
    return new EmbeddedPost(
        SmartPunctuation.of(post.title(), lang),
        SmartPunctuation.of(post.summary(), lang),
        urls.article(channel, post.slug()),
        nullIfEmpty(post.coverImageUrl()));
  }

  @Override
  public Optional<EmbeddedChannel> channel(String slug) {
    return findChannel(slug)
        .map(
            channel ->
                new EmbeddedChannel(
                    channel.title(),
                    channel.tagline(),
                    urls.index(channel),
                    nullIfEmpty(channel.avatarImageUrl())));
  }

  private static String nullIfEmpty(String text) {
    return text.isEmpty() ? null : text;
  }
}

package com.quaily.page.publishing.compose;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.quaily.model.Site;
import com.quaily.model.channel.Channel;
import com.quaily.model.post.Post;
import com.quaily.page.markdown.Markdown;
import com.quaily.page.markdown.render.MarkdownContext;
import com.quaily.page.markdown.render.MarkdownContext.TextStyle;
import com.quaily.page.markdown.render.PostReference;
import com.quaily.page.markdown.render.RenderedMarkdown;
import com.quaily.page.url.PageUrls;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Renders posts' texts and caches the latest results, because a page is composed again when its
 * neighbors change, and every publication updates the feeds.
 */
public final class PostBodies {

  private static final int EXCERPT = 240;
  private static final long KEPT_CHARACTERS = 16_000_000;

  private final Markdown markdown;
  private final Site site;
  private final PageUrls urls;
  private final SiteMedia media;
  private final SiteEmbeds embeds;
  private final Cache<Key, RenderedMarkdown> rendered =
      Caffeine.newBuilder()
          .maximumWeight(KEPT_CHARACTERS)
          .weigher((Key key, RenderedMarkdown body) -> 200 + body.html().length())
          .build();

  public PostBodies(Markdown markdown, Site site, SiteMedia media, SiteEmbeds embeds) {
    this.markdown = markdown;
    this.site = site;
    this.urls = new PageUrls(site);
    this.media = media;
    this.embeds = embeds;
  }

  /** The free part of the given version of a post, for a page or feed. */
  RenderedMarkdown free(ChannelContext context, Post post, MarkdownContext.Target target) {
    Key key =
        new Key(
            target,
            post.id(),
            post.updatedAt(),
            context.channel().updatedAt(),
            context.keepsLineBreaks(post));
    RenderedMarkdown known = post.id() == 0 ? null : rendered.getIfPresent(key);
    if (known != null) {
      return known;
    }
    RenderedMarkdown fresh = render(context, post, post.content(), target);
    // Not cached: the card of another post can change without this post, and texts that are not
    // saved have no id.
    if (fresh.references().isEmpty() && post.id() != 0) {
      rendered.put(key, fresh);
    }
    return fresh;
  }

  /** The beginning of the free part, plain text. */
  public String excerpt(Post post) {
    return markdown.plainText(post.content(), EXCERPT);
  }

  /** The paid part. */
  RenderedMarkdown paid(ChannelContext context, Post post) {
    return render(context, post, post.paidContent(), MarkdownContext.Target.PAGE);
  }

  /** A text of the post or about it, for an email. */
  public RenderedMarkdown inMail(ChannelContext context, Post post, String source) {
    return render(context, post, source, MarkdownContext.Target.MAIL);
  }

  /** A text of the channel, for an email. */
  public RenderedMarkdown inMail(ChannelContext context, String source) {
    Channel channel = context.channel();
    return markdown.render(
        source,
        new MarkdownContext(
            MarkdownContext.Target.MAIL,
            site.baseUrl(),
            urls.index(channel),
            new TextStyle(context.owner().hasKindLineBreak(), channel.language().tag()),
            media,
            embeds,
            channel.language()));
  }

  private RenderedMarkdown render(
      ChannelContext context, Post post, String source, MarkdownContext.Target target) {
    return markdown.render(
        source,
        new MarkdownContext(
            target,
            site.baseUrl(),
            urls.article(context.channel(), post.slug()),
            new TextStyle(context.keepsLineBreaks(post), context.languageOf(post.lang())),
            media,
            embeds,
            context.channel().language()));
  }

  /** The posts and channels whose cards a text shows. */
  Set<Long> references(ChannelContext context, RenderedMarkdown body) {
    Set<Long> ids = new LinkedHashSet<>();
    for (PostReference reference : body.references()) {
      Optional<Long> channel = embeds.channelId(reference.channelSlug());
      channel
          .filter(id -> id != context.channel().id())
          .ifPresent(id -> ids.add(ComposedPage.channelSource(id)));
      channel
          .filter(id -> !reference.postSlug().isEmpty())
          .flatMap(id -> embeds.find(id, reference.postSlug()))
          .ifPresent(post -> ids.add(post.id()));
    }
    return ids;
  }

  /** Everything a text depends on, except cards of other posts. */
  private record Key(
      MarkdownContext.Target target,
      long postId,
      Instant postUpdatedAt,
      Instant channelUpdatedAt,
      boolean kindLineBreak) {}
}

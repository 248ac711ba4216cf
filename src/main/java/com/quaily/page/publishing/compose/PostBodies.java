package com.quaily.page.publishing.compose;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.quaily.model.Site;
import com.quaily.model.post.Post;
import com.quaily.page.markdown.Markdown;
import com.quaily.page.markdown.render.MarkdownContext;
import com.quaily.page.markdown.render.PostReference;
import com.quaily.page.markdown.render.RenderedMarkdown;
import com.quaily.page.url.PageUrls;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Posts' texts as HTML. A page is made again when the posts beside it change, and feeds show the
 * newest texts with every publication, so the last ones rendered are kept in memory.
 */
public final class PostBodies {

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

  /** The free part of a post as its state in the parameter is, for a page, feed or mail. */
  RenderedMarkdown free(ChannelContext context, Post post, MarkdownContext.Target target) {
    Key key =
        new Key(
            target,
            post.id(),
            post.updatedAt(),
            context.channel().updatedAt(),
            context.user(post.userId()).hasKindLineBreak());
    RenderedMarkdown known = rendered.getIfPresent(key);
    if (known != null) {
      return known;
    }
    RenderedMarkdown fresh = render(context, post, post.content(), target);
    // A card of another post changes without this post, so such a text is not kept.
    if (fresh.references().isEmpty()) {
      rendered.put(key, fresh);
    }
    return fresh;
  }

  /** The part behind the paywall. */
  RenderedMarkdown paid(ChannelContext context, Post post) {
    return render(context, post, post.paidContent(), MarkdownContext.Target.PAGE);
  }

  private RenderedMarkdown render(
      ChannelContext context, Post post, String source, MarkdownContext.Target target) {
    return markdown.render(
        source,
        new MarkdownContext(
            target,
            site.baseUrl(),
            urls.article(context.channel(), post.slug()),
            context.user(post.userId()).hasKindLineBreak(),
            media,
            embeds,
            context.channel().language()));
  }

  /** What a text shows cards of: posts, and the channels that these lead to. */
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

  /** All that a text depends on, unless it shows cards of others. */
  private record Key(
      MarkdownContext.Target target,
      long postId,
      Instant postUpdatedAt,
      Instant channelUpdatedAt,
      boolean kindLineBreak) {}
}

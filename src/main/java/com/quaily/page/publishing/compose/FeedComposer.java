package com.quaily.page.publishing.compose;

import com.quaily.dao.PostDao;
import com.quaily.model.channel.Channel;
import com.quaily.model.page.FeedFormat;
import com.quaily.model.page.PageKeys;
import com.quaily.model.page.PageKind;
import com.quaily.model.post.Post;
import com.quaily.page.feed.FeedPage;
import com.quaily.page.feed.FeedPage.FeedEntry;
import com.quaily.page.feed.FeedRenderer;
import com.quaily.page.markdown.render.MarkdownContext.Target;
import com.quaily.page.markdown.render.RenderedMarkdown;
import com.quaily.page.template.Html;
import com.quaily.page.template.Messages;
import com.quaily.page.template.PageLanguage;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Composes feeds from a channel's newest posts. */
public final class FeedComposer {

  private final PostDao postDao;
  private final FeedRenderer renderer;
  private final PostBodies bodies;

  public FeedComposer(PostDao postDao, FeedRenderer renderer, PostBodies bodies) {
    this.postDao = postDao;
    this.renderer = renderer;
    this.bodies = bodies;
  }

  /** The content shared by all three formats. */
  public Feed read(ChannelContext context) {
    List<Post> posts = postDao.selectPublished(context.channel().id(), 0, ListPaging.FEED);
    Set<Long> sources = new LinkedHashSet<>();
    List<FeedEntry> entries =
        posts.stream()
            .map(post -> entry(context, post, sources))
            .flatMap(Optional::stream)
            .toList();
    Instant updated =
        posts.stream()
            .map(post -> post.modifiedAt() == null ? post.publishedAt() : post.modifiedAt())
            .max(Instant::compareTo)
            .orElse(context.channel().createdAt());
    posts.forEach(post -> sources.add(post.id()));
    return new Feed(new FeedPage(context.channel(), context.owner(), entries, updated), sources);
  }

  /** Empty if it would reveal paid content. */
  private Optional<FeedEntry> entry(ChannelContext context, Post post, Set<Long> sources) {
    RenderedMarkdown body = bodies.free(context, post, Target.FEED);
    if (LeakScan.isLeaking(post.summary() + "\n" + body.html(), post)) {
      return Optional.empty();
    }
    sources.addAll(bodies.references(context, body));
    List<FeedPage.Enclosure> enclosures =
        body.enclosures().stream()
            .map(file -> new FeedPage.Enclosure(file.url(), file.mimeType(), 0))
            .toList();
    Post shown = context.typeset(post);
    boolean whole = context.channel().feedsWholePosts();
    String summary = whole || !shown.summary().isEmpty() ? shown.summary() : bodies.excerpt(post);
    return Optional.of(
        new FeedEntry(
            shown,
            context.authors(post),
            whole ? corrections(context, post) + body.html() : "",
            summary,
            enclosures));
  }

  private static String corrections(ChannelContext context, Post post) {
    Channel channel = context.channel();
    Messages messages = Messages.of(channel.language());
    return post.corrections().stream()
        .map(
            correction ->
                "<p><strong>%s</strong> %s</p>\n"
                    .formatted(
                        Html.escape(
                            messages.format(
                                "corrected",
                                messages.date(correction.at(), PageLanguage.zone(channel)))),
                        Html.escape(correction.note())))
        .collect(Collectors.joining());
  }

  public ComposedPage compose(ChannelContext context, FeedFormat format, Feed feed) {
    return new ComposedPage(
        PageKeys.feed(context.slug(), format),
        PageKind.FEED,
        null,
        renderer.render(format, feed.page()),
        feed.sources(),
        "posts:" + feed.sources().hashCode());
  }

  /**
   * A channel's feed in any format.
   *
   * @param sources ids of its posts
   */
  public record Feed(FeedPage page, Set<Long> sources) {}
}

package com.quaily.page.publishing.compose;

import com.quaily.dao.CommentDao;
import com.quaily.dao.PostDao;
import com.quaily.model.page.PageKeys;
import com.quaily.model.page.PageKind;
import com.quaily.model.post.Neighbors;
import com.quaily.model.post.Post;
import com.quaily.model.post.PostSummary;
import com.quaily.page.html.ArticlePage;
import com.quaily.page.html.ArticlePage.Translation;
import com.quaily.page.html.PageRenderer;
import com.quaily.page.markdown.render.MarkdownContext.Target;
import com.quaily.page.markdown.render.RenderedMarkdown;
import com.quaily.page.publishing.compose.Translations.Linked;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Composes the pages of single posts. */
public final class ArticleComposer {

  /** The user id of an anonymous reader. */
  private static final long NOBODY = 0;

  private final PostDao postDao;
  private final CommentDao commentDao;
  private final PageRenderer renderer;
  private final PostBodies bodies;
  private final Translations translations;

  public ArticleComposer(
      PostDao postDao,
      CommentDao commentDao,
      PageRenderer renderer,
      PostBodies bodies,
      Translations translations) {
    this.postDao = postDao;
    this.commentDao = commentDao;
    this.renderer = renderer;
    this.bodies = bodies;
    this.translations = translations;
  }

  /** The post's page; empty unless it is published in this channel under the key. */
  public Optional<ComposedPage> compose(ChannelContext context, Post post, String key) {
    if (!post.isPublished() || !PageKeys.article(context.slug(), post.slug()).equals(key)) {
      return Optional.empty();
    }
    Neighbors neighbors = neighbors(post);
    return compose(context, post, neighbors.older(), neighbors.newer());
  }

  /** The published posts before and after a published one. */
  Neighbors neighbors(Post post) {
    return Neighbors.of(
        postDao.selectNeighbors(post.channelId(), post.publishedAt(), post.id()),
        post.publishedAt(),
        post.id());
  }

  /** The page of a published post with known neighbors; empty if it would reveal paid content. */
  public Optional<ComposedPage> compose(
      ChannelContext context, Post post, Optional<PostSummary> older, Optional<PostSummary> newer) {
    RenderedMarkdown body = bodies.free(context, post, Target.PAGE);
    List<Linked> linked = translations.of(context, post);
    List<Translation> shown = linked.stream().map(Linked::translation).toList();
    String html =
        render(
            context,
            post,
            body,
            new Around(older, newer, shown, translations.changedOriginal(context, post)),
            false);
    if (LeakScan.isLeaking(html, post)) {
      return Optional.empty();
    }
    Set<Long> sources = new LinkedHashSet<>(bodies.references(context, body));
    sources.add(post.id());
    older.ifPresent(neighbor -> sources.add(neighbor.id()));
    newer.ifPresent(neighbor -> sources.add(neighbor.id()));
    linked.forEach(translation -> sources.addAll(translation.sources(context)));
    return Optional.of(
        new ComposedPage(
            PageKeys.article(context.slug(), post.slug()),
            PageKind.ARTICLE,
            post.id(),
            html.getBytes(StandardCharsets.UTF_8),
            sources,
            madeFrom(post)));
  }

  /**
   * The paid part of a post; empty unless the post is published in this channel, has a paid part,
   * and the key belongs to it.
   */
  public Optional<ComposedPage> composePaid(ChannelContext context, Post post, String key) {
    boolean belongs = PageKeys.paid(context.slug(), post.id()).equals(key);
    if (!post.isPublished() || !post.hasPaidContent() || !belongs) {
      return Optional.empty();
    }
    RenderedMarkdown body = bodies.paid(context, post);
    Set<Long> sources = new LinkedHashSet<>(bodies.references(context, body));
    sources.add(post.id());
    byte[] content = body.html().getBytes(StandardCharsets.UTF_8);
    return Optional.of(
        new ComposedPage(key, PageKind.PAID, post.id(), content, sources, madeFrom(post)));
  }

  /** A writer's preview of a draft; not indexed by search engines. */
  public String preview(ChannelContext context, Post post) {
    RenderedMarkdown body = bodies.free(context, post, Target.PAGE);
    Around nothing = new Around(Optional.empty(), Optional.empty(), List.of(), Optional.empty());
    return render(context, post, body, nothing, true);
  }

  private String render(
      ChannelContext context, Post post, RenderedMarkdown body, Around around, boolean preview) {
    return renderer.article(
        new ArticlePage(
            context.channel(),
            context.authors(post),
            context.typeset(post),
            body.html(),
            body.outline(),
            body.mermaid(),
            around.older().map(context::typeset),
            around.newer().map(context::typeset),
            around.translations(),
            around.changedOriginal(),
            preview,
            comments(context, post)));
  }

  private int comments(ChannelContext context, Post post) {
    return context.channel().takesComments(post)
        ? Math.toIntExact(commentDao.countByPost(post.id(), NOBODY))
        : 0;
  }

  /** The post's version as named in the manifest. */
  public static String madeFrom(Post post) {
    long micros = ChronoUnit.MICROS.between(Instant.EPOCH, post.updatedAt());
    return "post:" + post.id() + "@" + micros;
  }

  /** The posts that a page links to at its end. */
  private record Around(
      Optional<PostSummary> older,
      Optional<PostSummary> newer,
      List<Translation> translations,
      Optional<Translation> changedOriginal) {}
}

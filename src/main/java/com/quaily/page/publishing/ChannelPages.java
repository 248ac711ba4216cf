package com.quaily.page.publishing;

import com.quaily.dao.Database;
import com.quaily.dao.PageDao;
import com.quaily.dao.PostDao;
import com.quaily.model.PageKeys;
import com.quaily.model.PageKind;
import com.quaily.model.Post;
import com.quaily.page.NotFoundPage;
import com.quaily.page.PageRenderer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes any page of a channel and puts it where readers find it. */
public final class ChannelPages {

  private final PageDao pageDao;
  private final PostDao postDao;
  private final PageWriter writer;
  private final PageRenderer renderer;
  private final Composers composers;

  public ChannelPages(
      Database database, PageWriter writer, PageRenderer renderer, Composers composers) {
    this.pageDao = database.dao(PageDao.class);
    this.postDao = database.dao(PostDao.class);
    this.writer = writer;
    this.renderer = renderer;
    this.composers = composers;
  }

  /**
   * Brings a page up to date.
   *
   * @return whether anything changed in storage
   */
  boolean write(ChannelContext context, PageTarget target) {
    if (target instanceof PageTarget.Article article) {
      return writeArticle(context, article.postId());
    }
    if (target instanceof PageTarget.Feed feed) {
      return write(
          context,
          PageKeys.feed(context.slug(), feed.format()),
          () ->
              Optional.of(
                  composers
                      .feeds()
                      .compose(context, feed.format(), composers.feeds().read(context))));
    }
    return writeList(context, target);
  }

  private boolean writeList(ChannelContext context, PageTarget target) {
    String slug = context.slug();
    if (target instanceof PageTarget.Numbered page) {
      return write(
          context,
          PageKeys.numbered(slug, page.number()),
          () -> composers.lists().numbered(context, page.number()));
    }
    if (target instanceof PageTarget.Tag page) {
      return write(
          context,
          PageKeys.tag(slug, page.tag()),
          () -> composers.lists().tag(context, page.tag()));
    }
    if (target instanceof PageTarget.Index) {
      return write(
          context, PageKeys.index(slug), () -> Optional.of(composers.lists().index(context)));
    }
    return writeMachineReadable(context, target);
  }

  private boolean writeMachineReadable(ChannelContext context, PageTarget target) {
    String slug = context.slug();
    if (target instanceof PageTarget.Sitemap page) {
      return write(
          context,
          PageKeys.sitemap(slug, page.number()),
          () -> composers.sitemaps().sitemap(context, page.number()));
    }
    if (target instanceof PageTarget.SitemapIndex) {
      return write(
          context,
          PageKeys.sitemapIndex(slug),
          () -> Optional.of(composers.sitemaps().index(context)));
    }
    if (target instanceof PageTarget.Redirects) {
      return write(context, PageKeys.redirects(slug), () -> composers.redirects().ofPosts(context));
    }
    return writeFixed(context, target);
  }

  private boolean writeFixed(ChannelContext context, PageTarget target) {
    boolean widget = target instanceof PageTarget.Widget;
    String key = widget ? PageKeys.widget(context.slug()) : PageKeys.notFound(context.slug());
    return write(
        context,
        key,
        () ->
            Optional.of(
                new ComposedPage(
                    key,
                    widget ? PageKind.WIDGET : PageKind.NOT_FOUND,
                    null,
                    (widget ? widget(context) : notFound(context)).getBytes(StandardCharsets.UTF_8),
                    Set.of(),
                    "")));
  }

  private String widget(ChannelContext context) {
    return renderer.widget(context.channel(), context.owner());
  }

  private String notFound(ChannelContext context) {
    return renderer.notFound(
        new NotFoundPage(Optional.of(context.channel()), context.channel().language()));
  }

  /** The post's page under its slug of now, and none under those that it had. */
  private boolean writeArticle(ChannelContext context, long postId) {
    Optional<Post> post = postDao.selectById(postId);
    String key = post.map(p -> PageKeys.article(context.slug(), p.slug())).orElse("");
    String paidKey = PageKeys.paid(context.slug(), postId);
    List<String> stored = pageDao.selectKeysByPost(postId);
    boolean changed = false;
    if (post.isPresent()) {
      changed = write(context, key, () -> composers.articles().compose(context, postId, key));
    }
    // Most posts never have a paid part, and then there is nothing to look after.
    if (post.isPresent() && (post.get().hasPaidContent() || stored.contains(paidKey))) {
      changed |= write(context, paidKey, () -> composers.articles().composePaid(context, postId));
    }
    for (String old : stored) {
      if (!old.equals(key) && !old.startsWith("paid/" + context.slug() + "/")) {
        writer.remove(old);
        changed = true;
      }
    }
    return changed;
  }

  private boolean write(
      ChannelContext context,
      String key,
      java.util.function.Supplier<Optional<ComposedPage>> page) {
    return writer.write(key, context.channel().id(), page);
  }

  /** What makes the pages. */
  public record Composers(
      ArticleComposer articles,
      ListComposer lists,
      FeedComposer feeds,
      SitemapComposer sitemaps,
      RedirectComposer redirects) {}
}

package com.quaily.page.publishing;

import com.quaily.dao.PageDao;
import com.quaily.dao.PostDao;
import com.quaily.model.page.PageKeys;
import com.quaily.model.page.PageKind;
import com.quaily.model.page.PageManifest;
import com.quaily.model.post.Post;
import com.quaily.page.html.PageRenderer;
import com.quaily.page.publishing.compose.ArticleComposer;
import com.quaily.page.publishing.compose.ChannelContext;
import com.quaily.page.publishing.compose.CompanionComposer;
import com.quaily.page.publishing.compose.ComposedPage;
import com.quaily.page.publishing.compose.FeedComposer;
import com.quaily.page.publishing.compose.ListComposer;
import com.quaily.page.publishing.compose.MarkdownComposer;
import com.quaily.page.publishing.compose.PageTarget;
import com.quaily.page.publishing.compose.RedirectComposer;
import com.quaily.page.publishing.compose.SitemapComposer;
import com.quaily.page.publishing.store.PageWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Composes any page of a channel and writes it to storage. */
public final class ChannelPages {

  private final PageDao pageDao;
  private final PostDao postDao;
  private final PageWriter writer;
  private final PageRenderer renderer;
  private final Composers composers;

  public ChannelPages(
      PageDao pageDao,
      PostDao postDao,
      PageWriter writer,
      PageRenderer renderer,
      Composers composers) {
    this.pageDao = pageDao;
    this.postDao = postDao;
    this.writer = writer;
    this.renderer = renderer;
    this.composers = composers;
  }

  /**
   * Updates a page.
   *
   * @return whether storage changed
   */
  boolean write(ChannelContext context, PageTarget target) {
    if (target instanceof PageTarget.Article article) {
      return writeArticle(context, article.postId(), postDao.selectById(article.postId()));
    }
    if (target instanceof PageTarget.Feed feed) {
      return write(
          context,
          PageKeys.feed(context.slug(), feed.format()),
          now ->
              Optional.of(
                  composers.feeds().compose(now, feed.format(), composers.feeds().read(now))));
    }
    return writeList(context, target);
  }

  private boolean writeList(ChannelContext context, PageTarget target) {
    String slug = context.slug();
    if (target instanceof PageTarget.Numbered page) {
      return write(
          context,
          PageKeys.numbered(slug, page.number()),
          now -> composers.lists().numbered(now, page.number()));
    }
    if (target instanceof PageTarget.Tag page) {
      return write(
          context, PageKeys.tag(slug, page.tag()), now -> composers.lists().tag(now, page.tag()));
    }
    if (target instanceof PageTarget.Index) {
      return write(context, PageKeys.index(slug), now -> Optional.of(composers.lists().index(now)));
    }
    return writeMachineReadable(context, target);
  }

  private boolean writeMachineReadable(ChannelContext context, PageTarget target) {
    String slug = context.slug();
    if (target instanceof PageTarget.Sitemap page) {
      return write(
          context,
          PageKeys.sitemap(slug, page.number()),
          now -> composers.sitemaps().sitemap(now, page.number()));
    }
    if (target instanceof PageTarget.SitemapIndex) {
      return write(
          context,
          PageKeys.sitemapIndex(slug),
          now -> Optional.of(composers.sitemaps().index(now)));
    }
    if (target instanceof PageTarget.Redirects) {
      return write(context, PageKeys.redirects(slug), now -> composers.redirects().ofPages(now));
    }
    return writeCompanion(context, target);
  }

  /** The pages beside a channel's posts. */
  List<PageTarget> companions(long channelId) {
    return composers.companions().targets(channelId);
  }

  private boolean writeCompanion(ChannelContext context, PageTarget target) {
    String slug = context.slug();
    if (target instanceof PageTarget.About) {
      return write(context, PageKeys.about(slug), composers.companions()::about);
    }
    if (target instanceof PageTarget.Bower) {
      return write(context, PageKeys.bower(slug), composers.companions()::bower);
    }
    if (target instanceof PageTarget.Packs) {
      return write(context, PageKeys.packs(slug), composers.companions()::packs);
    }
    if (target instanceof PageTarget.PackPage pack) {
      return write(
          context,
          PageKeys.pack(slug, pack.uuid()),
          now -> composers.companions().pack(now, pack.uuid()));
    }
    return writeFixed(context, target);
  }

  private boolean writeFixed(ChannelContext context, PageTarget target) {
    String slug = context.slug();
    if (target instanceof PageTarget.Widget) {
      return writeFixed(
          context,
          PageKeys.widget(slug),
          PageKind.WIDGET,
          now -> renderer.widgets().ofChannel(now.channel(), now.owner()));
    }
    if (target instanceof PageTarget.PostWidget) {
      return writeFixed(
          context,
          PageKeys.postWidget(slug),
          PageKind.WIDGET,
          now -> renderer.widgets().ofPosts(now.channel()));
    }
    return writeFixed(
        context,
        PageKeys.notFound(slug),
        PageKind.NOT_FOUND,
        now -> renderer.notFound(now.channel()));
  }

  private boolean writeFixed(
      ChannelContext context, String key, PageKind kind, Function<ChannelContext, String> html) {
    return write(
        context,
        key,
        now ->
            Optional.of(
                new ComposedPage(
                    key,
                    kind,
                    null,
                    html.apply(now).getBytes(StandardCharsets.UTF_8),
                    Set.of(),
                    "")));
  }

  /**
   * Writes the post's pages under its current slug and removes those under former slugs.
   *
   * @param post a recent state; empty if it was deleted
   */
  boolean writeArticle(ChannelContext context, long postId, Optional<Post> post) {
    Set<String> known =
        pageDao.selectByPosts(List.of(postId)).stream()
            .map(PageManifest::key)
            .collect(Collectors.toSet());
    return writeArticle(context, postId, post, known);
  }

  /** Like {@link #writeArticle}, for a new post that had no pages before. */
  boolean writeNewArticle(ChannelContext context, Post post) {
    return writeArticle(context, post.id(), Optional.of(post), Set.of());
  }

  private boolean writeArticle(
      ChannelContext context, long postId, Optional<Post> post, Set<String> known) {
    Set<String> keys = keysOf(context, post);
    keys.addAll(known);
    boolean changed = false;
    for (String key : keys) {
      Supplier<Optional<ComposedPage>> page = () -> composeArticle(context, postId, post, key);
      changed |=
          known.contains(key)
              ? writer.write(key, context.channel().id(), page)
              : writer.writeNew(key, context.channel().id(), page);
    }
    return changed;
  }

  /** One query checks whether the known state is current, which avoids reading it again. */
  private Optional<ComposedPage> composeArticle(
      ChannelContext context, long postId, Optional<Post> known, String key) {
    if (known.isPresent() && postDao.isCurrent(known.get(), context.channel())) {
      return composeArticle(context, known.get(), key);
    }
    // Among the post's known pages may be the one under a slug that the channel got meanwhile.
    return context
        .latest()
        .flatMap(now -> postDao.selectById(postId).flatMap(post -> composeArticle(now, post, key)));
  }

  private Optional<ComposedPage> composeArticle(ChannelContext context, Post post, String key) {
    if (key.startsWith(PageKeys.PAID)) {
      return composers.articles().composePaid(context, post, key);
    }
    return key.endsWith(PageKeys.MARKDOWN)
        ? composers.markdown().compose(context, post, key)
        : composers.articles().compose(context, post, key);
  }

  /** Those of the posts whose pages are missing, superfluous or outdated. */
  Set<PageTarget> outdated(ChannelContext context, ChangedPosts posts) {
    Map<Long, List<PageManifest>> pages =
        pageDao.selectByPosts(posts.ids()).stream()
            .collect(Collectors.groupingBy(PageManifest::postId));
    return posts.ids().stream()
        .filter(id -> !isCurrent(context, posts.get(id), pages.getOrDefault(id, List.of())))
        .map(PageTarget.Article::new)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static boolean isCurrent(
      ChannelContext context, Optional<Post> post, List<PageManifest> pages) {
    return keysOf(context, post)
            .equals(pages.stream().map(PageManifest::key).collect(Collectors.toSet()))
        && pages.stream()
            .allMatch(page -> page.madeFrom().equals(ArticleComposer.madeFrom(post.orElseThrow())));
  }

  /** The keys of a post's pages. */
  private static Set<String> keysOf(ChannelContext context, Optional<Post> post) {
    Set<String> keys = new LinkedHashSet<>();
    post.filter(Post::isPublished)
        .ifPresent(
            published -> {
              keys.add(PageKeys.article(context.slug(), published.slug()));
              if (context.channel().offersMarkdown()) {
                keys.add(PageKeys.markdown(context.slug(), published.slug()));
              }
              if (published.hasPaidContent()) {
                keys.add(PageKeys.paid(context.slug(), published.id()));
              }
            });
    return keys;
  }

  /** The redirect from a channel's former slug. */
  boolean writeOldSlug(ChannelContext context, String oldSlug) {
    return write(
        context,
        PageKeys.redirects(oldSlug),
        now -> Optional.of(composers.redirects().ofChannel(now, oldSlug)));
  }

  /** Deletes a page that no channel has. */
  void remove(String key) {
    writer.remove(key);
  }

  private boolean write(
      ChannelContext context, String key, Function<ChannelContext, Optional<ComposedPage>> page) {
    return writer.write(key, context.channel().id(), () -> context.now().flatMap(page));
  }

  /** What composes the pages. */
  public record Composers(
      ArticleComposer articles,
      MarkdownComposer markdown,
      ListComposer lists,
      FeedComposer feeds,
      SitemapComposer sitemaps,
      RedirectComposer redirects,
      CompanionComposer companions) {}
}

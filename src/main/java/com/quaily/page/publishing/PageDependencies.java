package com.quaily.page.publishing;

import com.quaily.dao.PageDao;
import com.quaily.dao.PostDao;
import com.quaily.dao.PostTagDao;
import com.quaily.model.page.FeedFormat;
import com.quaily.model.page.PageChange;
import com.quaily.model.page.PageManifest;
import com.quaily.model.post.NeighborIds;
import com.quaily.model.post.TranslatedPost;
import com.quaily.page.publishing.compose.ChannelContext;
import com.quaily.page.publishing.compose.ListPaging;
import com.quaily.page.publishing.compose.PageTarget;
import com.quaily.page.publishing.compose.Translations;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the pages that depend on changed posts: those that use them as a source in the manifest,
 * and those that will. For one post these are about a dozen, however many posts a channel has.
 */
public final class PageDependencies {

  private final PageDao pageDao;
  private final PostDao postDao;
  private final PostTagDao postTagDao;
  private final Translations translations;

  public PageDependencies(
      PageDao pageDao, PostDao postDao, PostTagDao postTagDao, Translations translations) {
    this.pageDao = pageDao;
    this.postDao = postDao;
    this.postTagDao = postTagDao;
    this.translations = translations;
  }

  /** The posts that the changes belong to. */
  ChangedPosts changedPosts(List<PageChange> changes) {
    return ChangedPosts.of(changes, postDao);
  }

  /** All except the posts' own pages; the most-read lists come first. */
  Set<PageTarget> of(ChannelContext context, List<PageChange> changes, ChangedPosts posts) {
    Set<PageTarget> targets = new LinkedHashSet<>();
    targets.add(new PageTarget.Index());
    addLists(context, changes, targets);
    addFeeds(context, posts.ids(), targets);
    addRecorded(context, posts.ids(), targets);
    postDao.selectNeighborIds(posts.ids()).stream()
        .flatMap(NeighborIds::existing)
        .forEach(neighbor -> targets.add(new PageTarget.Article(neighbor)));
    translations(context, posts)
        .filter(post -> post.channelId() == context.channel().id())
        .forEach(post -> targets.add(new PageTarget.Article(post.id())));
    changes.forEach(
        change -> {
          change.tags().forEach(tag -> targets.add(new PageTarget.Tag(tag)));
          change
              .listPages()
              .forEach(page -> targets.add(new PageTarget.Sitemap(ListPaging.sitemapOf(page))));
        });
    if (mayChangeRedirects(changes, posts)) {
      targets.add(new PageTarget.Redirects());
    }
    return targets;
  }

  /** The table names every renamed post of the channel, so most changes must not touch it. */
  private boolean mayChangeRedirects(List<PageChange> changes, ChangedPosts posts) {
    return changes.stream().anyMatch(change -> change.slugs().size() > 1)
        || posts.ids().stream().anyMatch(id -> id != 0 && posts.get(id).isEmpty())
        || postDao.hasRedirects(posts.ids())
        || changes.stream()
            .anyMatch(change -> postTagDao.hasRedirects(change.channelId(), change.tags()));
  }

  private void addLists(ChannelContext context, List<PageChange> changes, Set<PageTarget> targets) {
    int last = postDao.selectLastListPage(context.channel().id());
    for (PageChange change : changes) {
      for (int page : change.listPages()) {
        targets.add(new PageTarget.Numbered(page));
        // The page before links to this one only while it exists.
        if (page > 1 && page >= last) {
          targets.add(new PageTarget.Numbered(page - 1));
        }
      }
    }
  }

  private void addFeeds(ChannelContext context, List<Long> posts, Set<PageTarget> targets) {
    Set<Long> newest =
        postDao.selectNewestIds(context.channel().id(), ListPaging.FEED).stream()
            .collect(Collectors.toSet());
    if (posts.stream().anyMatch(newest::contains)) {
      for (FeedFormat format : FeedFormat.values()) {
        targets.add(new PageTarget.Feed(format));
      }
    }
  }

  private void addRecorded(ChannelContext context, List<Long> posts, Set<PageTarget> targets) {
    for (PageManifest page : pageDao.selectBySource(posts)) {
      if (page.channelId() != null && page.channelId() == context.channel().id()) {
        PageTarget.of(context.slug(), page.key(), page.kind(), page.postId())
            .ifPresent(targets::add);
      }
    }
  }

  /** The posts that should link to these, whether they already do or not. */
  private Stream<TranslatedPost> translations(ChannelContext context, ChangedPosts posts) {
    return posts.published().flatMap(post -> translations.select(context.channel(), post).stream());
  }

  /** Pages of other channels that show cards of these posts or are their translations. */
  List<PageManifest> elsewhere(ChannelContext context, ChangedPosts posts) {
    List<Long> linked = translations(context, posts).map(TranslatedPost::id).toList();
    return Stream.concat(
            pageDao.selectBySource(posts.ids()).stream(), pageDao.selectArticles(linked).stream())
        .filter(page -> page.channelId() != null)
        .filter(page -> page.channelId() != context.channel().id())
        .distinct()
        .toList();
  }
}

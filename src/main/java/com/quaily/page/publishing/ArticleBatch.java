package com.quaily.page.publishing;

import com.quaily.dao.PageDao;
import com.quaily.dao.PostDao;
import com.quaily.database.ChangeFeed;
import com.quaily.database.Transactions;
import com.quaily.model.Sha256;
import com.quaily.model.error.UnavailableException;
import com.quaily.model.page.PageManifest;
import com.quaily.model.post.NeighborIds;
import com.quaily.model.post.Post;
import com.quaily.model.post.PostSummary;
import com.quaily.page.publishing.compose.ArticleComposer;
import com.quaily.page.publishing.compose.ChannelContext;
import com.quaily.page.publishing.compose.ComposedPage;
import com.quaily.page.publishing.store.PageChangeListener;
import com.quaily.storage.ContentTypes;
import com.quaily.storage.ObjectStorage;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renders many articles in one transaction, with one lock and one write to the manifest, on several
 * threads. Changes to these posts wait until the batch is done.
 */
public final class ArticleBatch {

  private static final Logger LOG = LoggerFactory.getLogger(ArticleBatch.class);
  private static final int AT_ONCE = 40;

  private final Transactions transactions;
  private final PageDao pageDao;
  private final PostDao postDao;
  private final ObjectStorage storage;
  private final ArticleComposer composer;
  private final PageChangeListener listener;
  private final Clock clock;

  public ArticleBatch(
      Transactions transactions,
      PageDao pageDao,
      PostDao postDao,
      ObjectStorage storage,
      ArticleComposer composer,
      PageChangeListener listener,
      Clock clock) {
    this.transactions = transactions;
    this.pageDao = pageDao;
    this.postDao = postDao;
    this.storage = storage;
    this.composer = composer;
    this.listener = listener;
    this.clock = clock;
  }

  /**
   * Updates the free pages of published posts.
   *
   * @param keys the page key of each post, by post id
   * @return the posts without such a page: hidden or renamed in the meantime
   */
  Set<Long> write(ChannelContext context, Map<Long, String> keys, ExecutorService threads) {
    List<Made> pages = transactions.inTransaction(() -> writeLocked(context, keys, threads));
    List<String> changed = changed(pages);
    if (!changed.isEmpty()) {
      listener.pagesChanged(changed);
    }
    Set<Long> left = new HashSet<>(keys.keySet());
    pages.forEach(made -> left.remove(made.page().postId()));
    return left;
  }

  /**
   * Updates existing pages of posts. A post without a page is being published right now, and its
   * page already shows the current state of the others.
   *
   * @return posts that have more than a free page, no longer exist, or failed
   */
  Set<Long> rewrite(ChannelContext context, Set<Long> posts, ExecutorService threads) {
    Map<Long, List<PageManifest>> known =
        pageDao.selectByPosts(List.copyOf(posts)).stream()
            .collect(Collectors.groupingBy(PageManifest::postId));
    Set<Long> left = new HashSet<>();
    Map<Long, String> next = new HashMap<>();
    known.forEach(
        (post, pages) -> {
          if (pages.size() > 1) {
            left.add(post);
            return;
          }
          next.put(post, pages.get(0).key());
          if (next.size() == AT_ONCE) {
            left.addAll(rewrite(context, next, threads));
            next.clear();
          }
        });
    if (!next.isEmpty()) {
      left.addAll(rewrite(context, next, threads));
    }
    return left;
  }

  /** A page that fails must not block the others. */
  private Set<Long> rewrite(
      ChannelContext context, Map<Long, String> keys, ExecutorService threads) {
    try {
      return write(context, keys, threads);
    } catch (UnavailableException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.warn("{} articles are made one by one", keys.size(), e);
      return Set.copyOf(keys.keySet());
    }
  }

  private List<Made> writeLocked(
      ChannelContext context, Map<Long, String> keys, ExecutorService threads) {
    pageDao.relaxDurability();
    Map<String, PageManifest> before = lock(context, keys.values());
    // Read under the lock, so that a newer version is not overwritten.
    List<Made> pages =
        context
            .now()
            .map(
                now ->
                    compose(
                        now,
                        postDao.selectPublishedInOrder(
                            now.channel().id(), List.copyOf(keys.keySet())),
                        before,
                        threads))
            .orElse(List.of());
    save(context, pages.stream().filter(Made::isNews).toList());
    pageDao.deleteEmpty(List.copyOf(before.keySet()));
    return pages;
  }

  private Map<String, PageManifest> lock(ChannelContext context, Collection<String> keys) {
    List<String> inOrder = keys.stream().sorted().toList();
    pageDao.insertAllIfAbsent(inOrder, context.channel().id(), clock.instant());
    Map<String, PageManifest> before = new HashMap<>();
    pageDao.selectAllForUpdate(inOrder).forEach(page -> before.put(page.key(), page));
    return before;
  }

  private List<Made> compose(
      ChannelContext context,
      List<Post> posts,
      Map<String, PageManifest> before,
      ExecutorService threads) {
    List<NeighborIds> places = postDao.selectNeighborIds(posts.stream().map(Post::id).toList());
    Map<Long, NeighborIds> byPost =
        places.stream().collect(Collectors.toMap(NeighborIds::postId, Function.identity()));
    Map<Long, PostSummary> neighbors = summaries(context, places);
    List<Future<Optional<Made>>> pages = new ArrayList<>();
    for (Post post : posts) {
      NeighborIds place = byPost.get(post.id());
      if (place == null) {
        // Hidden since it was read; processing that change removes the page.
        continue;
      }
      Optional<PostSummary> older = Optional.ofNullable(neighbors.get(place.olderId()));
      Optional<PostSummary> newer = Optional.ofNullable(neighbors.get(place.newerId()));
      pages.add(
          threads.submit(
              () ->
                  composer
                      .compose(context, post, older, newer)
                      .filter(page -> before.containsKey(page.key()))
                      .map(page -> store(page, before.get(page.key())))));
    }
    return pages.stream().map(Parallel::join).flatMap(Optional::stream).toList();
  }

  private Map<Long, PostSummary> summaries(ChannelContext context, List<NeighborIds> places) {
    List<Long> ids = places.stream().flatMap(NeighborIds::existing).distinct().toList();
    return postDao.selectSummaries(context.channel().id(), ids).stream()
        .collect(Collectors.toMap(PostSummary::id, Function.identity()));
  }

  private Made store(ComposedPage page, PageManifest before) {
    String hash = Sha256.hex(page.content());
    boolean changed = !before.hash().equals(hash);
    if (changed) {
      storage.put(page.key(), page.content(), ContentTypes.of(page.key()));
    }
    return new Made(page, hash, changed, changed || !before.madeFrom().equals(page.madeFrom()));
  }

  private void save(ChannelContext context, List<Made> pages) {
    if (pages.isEmpty()) {
      return;
    }
    List<String> keys = pages.stream().map(made -> made.page().key()).toList();
    pageDao.saveArticles(
        context.channel().id(),
        keys,
        pages.stream().map(made -> made.page().postId()).toList(),
        pages.stream().map(Made::hash).toList(),
        pages.stream().map(made -> made.page().madeFrom()).toList(),
        clock.instant());
    List<String> sourceKeys = new ArrayList<>();
    List<Long> sources = new ArrayList<>();
    for (Made made : pages) {
      for (long source : made.page().sources()) {
        sourceKeys.add(made.page().key());
        sources.add(source);
      }
    }
    pageDao.replaceAllSources(keys, sourceKeys, sources);
    changed(pages).forEach(key -> transactions.announce(ChangeFeed.PAGE_CHANGED, key));
  }

  private static List<String> changed(List<Made> pages) {
    return pages.stream().filter(Made::isChanged).map(made -> made.page().key()).toList();
  }

  /**
   * A composed page.
   *
   * @param isChanged whether storage has other bytes
   * @param isNews whether the manifest has other details
   */
  private record Made(ComposedPage page, String hash, boolean isChanged, boolean isNews) {}
}

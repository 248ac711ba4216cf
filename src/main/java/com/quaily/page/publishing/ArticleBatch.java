package com.quaily.page.publishing;

import com.quaily.dao.Database;
import com.quaily.dao.PageDao;
import com.quaily.dao.PostDao;
import com.quaily.model.PageKeys;
import com.quaily.model.PageManifest;
import com.quaily.model.Post;
import com.quaily.model.PostSummary;
import com.quaily.storage.ContentTypes;
import com.quaily.storage.ObjectStorage;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * Renders the articles of many posts at once: one transaction, one lock and one write to the
 * manifest for all of them, and as many threads as there are cores.
 */
final class ArticleBatch {

  private final Database database;
  private final PageDao pageDao;
  private final PostDao postDao;
  private final ObjectStorage storage;
  private final ArticleComposer composer;
  private final Clock clock;

  ArticleBatch(Database database, ObjectStorage storage, ArticleComposer composer, Clock clock) {
    this.database = database;
    this.pageDao = database.dao(PageDao.class);
    this.postDao = database.dao(PostDao.class);
    this.storage = storage;
    this.composer = composer;
    this.clock = clock;
  }

  /**
   * Brings the articles of consecutive published posts up to date.
   *
   * @param posts newest first, without a gap between them
   * @return the keys that changed in storage
   */
  List<String> write(ChannelContext context, List<Post> posts, ExecutorService threads) {
    return database.inTransaction(
        () -> {
          pageDao.relaxDurability();
          List<Long> ids = posts.stream().map(Post::id).toList();
          Map<String, PageManifest> before = lock(context, posts);
          // Read again under the lock: a post saved a moment ago must not be overwritten.
          List<Post> fresh = postDao.selectPublishedInOrder(context.channel().id(), ids);
          List<ComposedPage> changed = compose(context, fresh, before, threads);
          save(context, changed);
          return changed.stream().map(ComposedPage::key).toList();
        });
  }

  private Map<String, PageManifest> lock(ChannelContext context, List<Post> posts) {
    List<String> keys =
        posts.stream().map(post -> PageKeys.article(context.slug(), post.slug())).sorted().toList();
    Map<String, PageManifest> before = new HashMap<>();
    pageDao.selectAllForUpdate(keys).forEach(page -> before.put(page.key(), page));
    return before;
  }

  private List<ComposedPage> compose(
      ChannelContext context,
      List<Post> posts,
      Map<String, PageManifest> before,
      ExecutorService threads) {
    if (posts.isEmpty()) {
      return List.of();
    }
    Optional<PostSummary> newest = newer(posts.get(0));
    Optional<PostSummary> oldest = older(posts.get(posts.size() - 1));
    List<Future<Optional<ComposedPage>>> pages = new ArrayList<>();
    for (int i = 0; i < posts.size(); i++) {
      Post post = posts.get(i);
      Optional<PostSummary> newer = i == 0 ? newest : Optional.of(summary(posts.get(i - 1)));
      Optional<PostSummary> older =
          i == posts.size() - 1 ? oldest : Optional.of(summary(posts.get(i + 1)));
      pages.add(threads.submit(() -> store(context, post, older, newer, before)));
    }
    return pages.stream().map(Parallel::join).flatMap(Optional::stream).toList();
  }

  private Optional<ComposedPage> store(
      ChannelContext context,
      Post post,
      Optional<PostSummary> older,
      Optional<PostSummary> newer,
      Map<String, PageManifest> before) {
    ComposedPage page = composer.compose(context, post, older, newer);
    PageManifest known = before.get(page.key());
    if (known != null && known.hash().equals(PageWriter.hash(page.content()))) {
      return Optional.empty();
    }
    storage.put(page.key(), page.content(), ContentTypes.of(page.key()));
    return Optional.of(page);
  }

  private void save(ChannelContext context, List<ComposedPage> pages) {
    if (pages.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    List<PageManifest> rows = new ArrayList<>();
    List<String> sourceKeys = new ArrayList<>();
    List<Long> sources = new ArrayList<>();
    for (ComposedPage page : pages) {
      String hash = PageWriter.hash(page.content());
      rows.add(
          new PageManifest(
              page.key(),
              context.channel().id(),
              page.postId(),
              page.kind(),
              hash,
              page.madeFrom(),
              now));
      page.sources()
          .forEach(
              source -> {
                sourceKeys.add(page.key());
                sources.add(source);
              });
    }
    pageDao.upsertAll(rows);
    pageDao.replaceAllSources(pages.stream().map(ComposedPage::key).toList(), sourceKeys, sources);
  }

  private Optional<PostSummary> older(Post post) {
    return postDao.selectOlder(post.channelId(), post.publishedAt(), post.id());
  }

  private Optional<PostSummary> newer(Post post) {
    return postDao.selectNewer(post.channelId(), post.publishedAt(), post.id());
  }

  private static PostSummary summary(Post post) {
    return new PostSummary(
        post.id(),
        post.slug(),
        post.title(),
        post.summary(),
        post.coverImageUrl(),
        post.tags(),
        post.lang(),
        post.publishedAt(),
        post.modifiedAt(),
        post.listPage(),
        post.pinned(),
        post.readingSeconds(),
        post.hasPaidContent());
  }
}

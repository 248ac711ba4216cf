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
 * manifest for all of them, on several threads.
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
          Map<String, PageManifest> before = lock(context, posts);
          // Read again under the lock: what was saved a moment ago must not be overwritten.
          Optional<ChannelContext> now = context.now();
          List<Made> made = new ArrayList<>();
          if (now.isPresent()) {
            List<Post> fresh =
                postDao.selectPublishedBetween(
                    context.channel().id(), posts.get(0), posts.get(posts.size() - 1));
            made.addAll(compose(now.get(), fresh, before, threads));
          }
          save(context, made);
          pageDao.deleteEmpty(List.copyOf(before.keySet()));
          return made.stream().filter(Made::stored).map(page -> page.page().key()).toList();
        });
  }

  private Map<String, PageManifest> lock(ChannelContext context, List<Post> posts) {
    List<String> keys =
        posts.stream().map(post -> PageKeys.article(context.slug(), post.slug())).sorted().toList();
    pageDao.insertAllIfAbsent(keys, context.channel().id(), clock.instant());
    Map<String, PageManifest> before = new HashMap<>();
    pageDao.selectAllForUpdate(keys).forEach(page -> before.put(page.key(), page));
    return before;
  }

  private List<Made> compose(
      ChannelContext context,
      List<Post> posts,
      Map<String, PageManifest> before,
      ExecutorService threads) {
    if (posts.isEmpty()) {
      return List.of();
    }
    Optional<PostSummary> newest = composer.neighbours(posts.get(0)).newer();
    Optional<PostSummary> oldest = composer.neighbours(posts.get(posts.size() - 1)).older();
    List<Future<Optional<Made>>> pages = new ArrayList<>();
    for (int i = 0; i < posts.size(); i++) {
      Post post = posts.get(i);
      Optional<PostSummary> newer = i == 0 ? newest : Optional.of(summary(posts.get(i - 1)));
      Optional<PostSummary> older =
          i == posts.size() - 1 ? oldest : Optional.of(summary(posts.get(i + 1)));
      pages.add(threads.submit(() -> store(context, post, older, newer, before)));
    }
    return pages.stream().map(Parallel::join).flatMap(Optional::stream).toList();
  }

  private Optional<Made> store(
      ChannelContext context,
      Post post,
      Optional<PostSummary> older,
      Optional<PostSummary> newer,
      Map<String, PageManifest> before) {
    Optional<ComposedPage> composed = composer.compose(context, post, older, newer);
    if (composed.isEmpty() || !before.containsKey(composed.get().key())) {
      // Renamed since the keys were locked, for example: its own change sees to it.
      return Optional.empty();
    }
    ComposedPage page = composed.get();
    String hash = PageWriter.hash(page.content());
    PageManifest known = before.get(page.key());
    boolean stored = !known.hash().equals(hash);
    if (stored) {
      storage.put(page.key(), page.content(), ContentTypes.of(page.key()));
    }
    return stored || !known.madeFrom().equals(page.madeFrom())
        ? Optional.of(new Made(page, hash, stored))
        : Optional.empty();
  }

  private void save(ChannelContext context, List<Made> pages) {
    if (pages.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    List<PageManifest> rows = new ArrayList<>();
    List<String> sourceKeys = new ArrayList<>();
    List<Long> sources = new ArrayList<>();
    for (Made made : pages) {
      ComposedPage page = made.page();
      rows.add(
          new PageManifest(
              page.key(),
              context.channel().id(),
              page.postId(),
              page.kind(),
              made.hash(),
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
    List<String> keys = rows.stream().map(PageManifest::key).toList();
    pageDao.replaceAllSources(keys, sourceKeys, sources);
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

  /**
   * A composed page.
   *
   * @param stored whether its bytes were new
   */
  private record Made(ComposedPage page, String hash, boolean stored) {}
}

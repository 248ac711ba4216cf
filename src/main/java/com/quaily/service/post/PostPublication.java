package com.quaily.service.post;

import com.quaily.dao.ChannelDao;
import com.quaily.dao.PostDao;
import com.quaily.dao.PostTagDao;
import com.quaily.database.Transactions;
import com.quaily.delivery.webhook.WebhookEvents;
import com.quaily.model.delivery.WebhookEventType;
import com.quaily.model.page.PageChange;
import com.quaily.model.post.ListPlace;
import com.quaily.model.post.Post;
import com.quaily.page.publishing.PageChangeLog;
import com.quaily.page.publishing.compose.ListPaging;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Publishes and unpublishes posts: date, list page, tags, counts, and queued page changes. Every
 * method runs in the transaction of {@link #exclusively}. The cost does not depend on the number of
 * posts in the channel.
 */
public final class PostPublication {

  private static final int TURNS = 64;

  private final Transactions transactions;
  private final ChannelDao channelDao;
  private final PostDao postDao;
  private final PostTagDao postTagDao;
  private final PageChangeLog pageJobs;
  private final WebhookEvents webhookEvents;
  private final Lock[] turns =
      Stream.generate(() -> new ReentrantLock()).limit(TURNS).toArray(Lock[]::new);

  public PostPublication(
      Transactions transactions,
      ChannelDao channelDao,
      PostDao postDao,
      PostTagDao postTagDao,
      PageChangeLog pageJobs,
      WebhookEvents webhookEvents) {
    this.transactions = transactions;
    this.channelDao = channelDao;
    this.postDao = postDao;
    this.postTagDao = postTagDao;
    this.pageJobs = pageJobs;
    this.webhookEvents = webhookEvents;
  }

  /**
   * Runs the work in a transaction that holds the channel's write lock. The lock is taken before
   * any post is locked; the fixed order prevents deadlocks.
   */
  <T> T exclusively(long channelId, Supplier<T> work) {
    Lock turn = turns[(int) (channelId % turns.length)];
    // Threads of one process wait here, so that they do not hold a connection while waiting.
    turn.lock();
    try {
      return transactions.inTransaction(
          () -> {
            channelDao.lockPublishing(channelId);
            return work.get();
          });
    } finally {
      turn.unlock();
    }
  }

  /**
   * Publishes the post with that date, or changes the date of a published one.
   *
   * @param before the post in the database
   * @param now the current time
   * @return the post after the change
   */
  Post publish(Post before, Instant publishedAt, Instant now) {
    if (before.isPublished()) {
      takeOut(before);
    }
    ListPlace place = postDao.selectListPlace(before.channelId(), publishedAt, before.id());
    Post published = placed(before, publishedAt, place, now);
    postDao.updatePublication(published);
    insertTags(published);
    joined(published, place);
    renumberIfEmptied(before);
    changed(before, published);
    webhookEvents.post(
        before.isPublished() ? WebhookEventType.POST_UPDATED : WebhookEventType.POST_PUBLISHED,
        published);
    return published;
  }

  /**
   * Publishes a new post.
   *
   * @param insertion stores a post with its tags and returns it with its id
   * @return the post after the change
   */
  Post publishNew(Post post, Instant publishedAt, Instant now, Function<Post, Post> insertion) {
    // Of posts with the same date, the one stored last is the newest.
    ListPlace place = postDao.selectListPlace(post.channelId(), publishedAt, Long.MAX_VALUE);
    Post published = insertion.apply(placed(post, publishedAt, place, now));
    joined(published, place);
    changed(published, published);
    webhookEvents.post(WebhookEventType.POST_PUBLISHED, published);
    return published;
  }

  private static Post placed(Post post, Instant publishedAt, ListPlace place, Instant now) {
    Instant first = post.firstPublishedAt() == null ? publishedAt : post.firstPublishedAt();
    int listPage = listPageFor(place);
    return post.withPublication(publishedAt, first, post.modifiedAt(), listPage, now);
  }

  /** A backdated post may exceed the size of its list page. */
  private void joined(Post post, ListPlace place) {
    if (!place.isNewest()
        && postDao.countListPage(post.channelId(), post.listPage()) > ListPaging.LARGEST) {
      pageJobs.listPagesUneven(post.channelId());
    }
  }

  /** Unpublishes the post. */
  Post unpublish(Post before, Instant now) {
    if (!before.isPublished()) {
      return before;
    }
    takeOut(before);
    Post draft = before.withPublication(null, before.firstPublishedAt(), null, 0, now);
    postDao.updatePublication(draft);
    renumberIfEmptied(before);
    changed(before, draft);
    webhookEvents.post(WebhookEventType.POST_UNPUBLISHED, draft);
    return draft;
  }

  /** Processes a change of a post's content; does nothing for a draft. */
  void rewritten(Post before, Post after) {
    if (!after.isPublished()) {
      return;
    }
    if (!before.tags().equals(after.tags())) {
      postTagDao.delete(before.channelId(), before.id());
      insertTags(after);
    }
    changed(before, after);
    webhookEvents.post(WebhookEventType.POST_UPDATED, after);
  }

  private static int listPageFor(ListPlace place) {
    if (!place.isNewest()) {
      // A backdated post joins the page of its neighbors, so that no other page changes.
      return place.olderPage() > 0 ? place.olderPage() : place.newerPage();
    }
    boolean joins = place.olderPage() > 0 && place.postsOnOlderPage() < ListPaging.SIZE;
    return joins ? place.olderPage() : place.olderPage() + 1;
  }

  private void insertTags(Post post) {
    if (!post.tags().isEmpty()) {
      postTagDao.insert(post.channelId(), post.id(), post.publishedAt(), post.tags());
    }
  }

  private void takeOut(Post post) {
    postTagDao.delete(post.channelId(), post.id());
    // Otherwise the post would be counted on the page that it is about to leave.
    postDao.updatePublication(
        post.withPublication(null, post.firstPublishedAt(), null, 0, post.updatedAt()));
  }

  /** A gap in the list pages would break the links between them. */
  private void renumberIfEmptied(Post before) {
    int page = before.listPage();
    if (page > 0
        && postDao.countListPage(before.channelId(), page) == 0
        && page < postDao.selectLastListPage(before.channelId())) {
      pageJobs.listPagesUneven(before.channelId());
    }
  }

  private void changed(Post before, Post after) {
    Set<String> slugs = new LinkedHashSet<>(Arrays.asList(before.slug(), after.slug()));
    Set<String> tags = new LinkedHashSet<>(before.tags());
    tags.addAll(after.tags());
    Set<Integer> pages = new LinkedHashSet<>(Arrays.asList(before.listPage(), after.listPage()));
    pages.remove(0);
    pageJobs.postChanged(
        new PageChange(
            0,
            after.channelId(),
            after.id(),
            List.copyOf(slugs),
            List.copyOf(tags),
            List.copyOf(pages)));
  }
}

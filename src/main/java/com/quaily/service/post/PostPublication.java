package com.quaily.service.post;

import com.quaily.dao.ChannelDao;
import com.quaily.dao.PostDao;
import com.quaily.dao.PostTagDao;
import com.quaily.database.Database;
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
 * Puts posts among the published ones of their channel and takes them out: date, list page, tags,
 * counts, and the note of which pages have to follow. Every method runs in the transaction of
 * {@link #exclusively}. Nothing here costs more in a channel of many posts.
 */
public final class PostPublication {

  private static final int TURNS = 64;

  private final Database database;
  private final ChannelDao channelDao;
  private final PostDao postDao;
  private final PostTagDao postTagDao;
  private final PageChangeLog pageJobs;
  private final Lock[] turns =
      Stream.generate(() -> new ReentrantLock()).limit(TURNS).toArray(Lock[]::new);

  public PostPublication(Database database, PageChangeLog pageJobs) {
    this.database = database;
    this.channelDao = database.dao(ChannelDao.class);
    this.postDao = database.dao(PostDao.class);
    this.postTagDao = database.dao(PostTagDao.class);
    this.pageJobs = pageJobs;
  }

  /**
   * Runs the work in a transaction that is the channel's only one that writes posts. This lock
   * comes before any post is locked: everybody takes these locks in the same order, so nobody waits
   * in a circle.
   */
  <T> T exclusively(long channelId, Supplier<T> work) {
    Lock turn = turns[(int) (channelId % turns.length)];
    // Those of one process wait here, so that they do not each wait with a connection in hand.
    turn.lock();
    try {
      return database.inTransaction(
          () -> {
            channelDao.lockPublishing(channelId);
            return work.get();
          });
    } finally {
      turn.unlock();
    }
  }

  /**
   * Shows the post to readers as of that date; one that is published already moves there.
   *
   * @param before the post as it is in the database
   * @param now when this happens
   * @return the post as it is now
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
    return published;
  }

  /**
   * Shows a post to readers that was never stored.
   *
   * @param insertion stores a post with its tags and returns it with its id
   * @return the post as it is now
   */
  Post publishNew(Post post, Instant publishedAt, Instant now, Function<Post, Post> insertion) {
    // Of posts with the same date the one stored last is the newest.
    ListPlace place = postDao.selectListPlace(post.channelId(), publishedAt, Long.MAX_VALUE);
    Post published = insertion.apply(placed(post, publishedAt, place, now));
    joined(published, place);
    changed(published, published);
    return published;
  }

  private static Post placed(Post post, Instant publishedAt, ListPlace place, Instant now) {
    Instant first = post.firstPublishedAt() == null ? publishedAt : post.firstPublishedAt();
    int listPage = listPageFor(place);
    return post.withPublication(publishedAt, first, post.modifiedAt(), listPage, now);
  }

  /** A post of the past may be one too many for its list page. */
  private void joined(Post post, ListPlace place) {
    if (!place.isNewest()
        && postDao.countListPage(post.channelId(), post.listPage()) > ListPaging.LARGEST) {
      pageJobs.listPagesUneven(post.channelId());
    }
  }

  /** Hides the post from readers again. */
  Post unpublish(Post before, Instant now) {
    if (!before.isPublished()) {
      return before;
    }
    takeOut(before);
    Post draft = before.withPublication(null, before.firstPublishedAt(), null, 0, now);
    postDao.updatePublication(draft);
    renumberIfEmptied(before);
    changed(before, draft);
    return draft;
  }

  /** Follows a change of a post's writing; does nothing for a draft. */
  void rewritten(Post before, Post after) {
    if (!after.isPublished()) {
      return;
    }
    if (!before.tags().equals(after.tags())) {
      postTagDao.delete(before.channelId(), before.id());
      insertTags(after);
    }
    changed(before, after);
  }

  private static int listPageFor(ListPlace place) {
    if (!place.isNewest()) {
      // A post of the past joins the page of the posts around it, so that no other page moves.
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

  /** A hole among the list pages would break the way from page to page. */
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

package com.quaily.service.post;

import com.quaily.dao.PostDao;
import com.quaily.model.Caller;
import com.quaily.model.Limits;
import com.quaily.model.channel.Channel;
import com.quaily.model.error.NotFoundException;
import com.quaily.model.post.Post;
import com.quaily.model.post.Slug;
import com.quaily.service.channel.ChannelAccess;
import com.quaily.service.validation.PathIds;
import com.quaily.service.validation.SlugMaker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Deleted posts: hidden from everybody for 30 days, then gone. */
public final class PostTrash {

  private static final int AT_ONCE = 100;

  private final PostDao postDao;
  private final PostLookup lookup;
  private final PostChanges changes;
  private final PostPublication publication;
  private final Clock clock;

  public PostTrash(
      PostDao postDao,
      PostLookup lookup,
      PostChanges changes,
      PostPublication publication,
      Clock clock) {
    this.postDao = postDao;
    this.lookup = lookup;
    this.changes = changes;
    this.publication = publication;
    this.clock = clock;
  }

  /** Unpublishes a post and moves it to the trash; its slug becomes free. */
  public void delete(Caller caller, Channel channel, String postKey) {
    changes.change(
        caller,
        channel,
        postKey,
        (post, now) -> {
          Post hidden = publication.unpublish(post, now);
          postDao.moveToTrash(post.id(), now);
          return hidden;
        });
  }

  /**
   * Deletes a post with its revisions and comments. Of a post and one in the trash with the same
   * slug, it deletes the first.
   */
  public void deleteForever(Caller caller, Channel channel, String postKey) {
    ChannelAccess.requireWriter(caller, channel);
    if (lookup.search(channel, postKey).isEmpty()) {
      long trashed = find(channel, postKey).orElseThrow(PostChanges::gone);
      publication.exclusively(
          channel.id(),
          () -> {
            postDao.delete(lock(channel, trashed).id());
            return null;
          });
      return;
    }
    changes.change(
        caller,
        channel,
        postKey,
        (post, now) -> {
          Post hidden = publication.unpublish(post, now);
          postDao.delete(post.id());
          return hidden;
        });
  }

  /**
   * Takes a post out of the trash, as a draft. If another post has its slug now, it gets a number.
   *
   * @throws NotFoundException when there is no such post in the trash
   */
  public Post restore(Caller caller, Channel channel, String postKey) {
    ChannelAccess.requireWriter(caller, channel);
    long id = find(channel, postKey).orElseThrow(PostChanges::gone);
    return publication.exclusively(
        channel.id(),
        () -> {
          Post post = lock(channel, id);
          String slug =
              SlugMaker.free(
                  post.slug(), taken -> postDao.selectBySlug(channel.id(), taken).isPresent());
          postDao.deleteRedirect(channel.id(), slug);
          postDao.restore(id, slug, clock.instant());
          return postDao.selectById(id).orElseThrow(PostChanges::gone);
        });
  }

  private Post lock(Channel channel, long id) {
    return postDao.selectTrashedForUpdate(channel.id(), id).orElseThrow(PostChanges::gone);
  }

  /** The id of the post in the trash with that id or that former slug. */
  private Optional<Long> find(Channel channel, String postKey) {
    return Optional.of(postKey)
        .filter(Slug::isValid)
        .flatMap(
            key ->
                PathIds.parse(key)
                    .flatMap(id -> postDao.selectTrashedForUpdate(channel.id(), id))
                    .map(Post::id)
                    .or(() -> postDao.selectTrashedBySlug(channel.id(), key)));
  }

  /** Deletes the posts that have been in the trash for too long. */
  public void purge() {
    Instant oldest = clock.instant().minus(Duration.ofDays(Limits.TRASH_DAYS));
    for (Post post : postDao.selectTrashedBefore(oldest, AT_ONCE)) {
      publication.exclusively(
          post.channelId(),
          () -> {
            postDao
                .selectTrashedForUpdate(post.channelId(), post.id())
                .filter(locked -> locked.trashedAt().isBefore(oldest))
                .ifPresent(locked -> postDao.delete(locked.id()));
            return null;
          });
    }
  }
}

package com.quaily.service.post;

import com.quaily.dao.PostDao;
import com.quaily.model.Caller;
import com.quaily.model.channel.Channel;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.NotFoundException;
import com.quaily.model.post.Post;
import com.quaily.page.publishing.PagePublisher;
import com.quaily.service.channel.ChannelAccess;
import java.time.Clock;
import java.time.Instant;

/** Changes one existing post: permission, lock, transaction, and then its page. */
public final class PostChanges {

  private final PostDao postDao;
  private final PostLookup lookup;
  private final PostPublication publication;
  private final PagePublisher pagePublisher;
  private final Clock clock;

  public PostChanges(
      PostDao postDao,
      PostLookup lookup,
      PostPublication publication,
      PagePublisher pagePublisher,
      Clock clock) {
    this.postDao = postDao;
    this.lookup = lookup;
    this.publication = publication;
    this.pagePublisher = pagePublisher;
    this.clock = clock;
  }

  /** Runs the change on the locked post; returns what the change returns. */
  Post change(Caller caller, Channel channel, String postKey, Change change) {
    ChannelAccess.requireWriter(caller, channel);
    long id = lookup.find(channel, postKey).id();
    Post changed =
        publication.exclusively(
            channel.id(),
            () -> {
              return change.apply(
                  postDao.selectByIdForUpdate(id).orElseThrow(PostChanges::gone), clock.instant());
            });
    return show(channel, changed);
  }

  /** Updates the page immediately; if that fails, the queued job will do it. */
  Post show(Channel channel, Post post) {
    pagePublisher.publishArticle(channel, post);
    return post;
  }

  /** Thrown when a post was deleted during a change. */
  static NotFoundException gone() {
    return new NotFoundException(ErrorCode.POST_NOT_FOUND);
  }

  /** One change. */
  @FunctionalInterface
  interface Change {
    Post apply(Post before, Instant now);
  }
}

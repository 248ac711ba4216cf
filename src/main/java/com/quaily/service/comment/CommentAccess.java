package com.quaily.service.comment;

import com.quaily.model.Caller;
import com.quaily.model.channel.Channel;
import com.quaily.model.comment.Comment;
import com.quaily.model.comment.CommentStatus;
import com.quaily.model.comment.CommentStrategy;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.ForbiddenException;
import com.quaily.model.post.Post;
import com.quaily.service.channel.ChannelAccess;
import com.quaily.service.subscription.Subscriptions;
import java.util.Optional;

/** Decides who may comment, and who may decide about comments. */
public final class CommentAccess {

  private final ChannelAccess channels;
  private final Subscriptions subscriptions;

  public CommentAccess(ChannelAccess channels, Subscriptions subscriptions) {
    this.channels = channels;
    this.subscriptions = subscriptions;
  }

  /**
   * The status of a comment on a post that this caller writes.
   *
   * @throws ForbiddenException when the post takes no comments, or none of this caller
   */
  CommentStatus requireCommenter(Caller caller, Post post) {
    Channel channel = channel(post);
    if (!channel.takesComments(post)) {
      throw new ForbiddenException(ErrorCode.COMMENTS_CLOSED);
    }
    boolean writer = channel.isWrittenBy(caller.userId());
    CommentStrategy strategy = CommentStrategy.of(channel.options());
    if (strategy == CommentStrategy.SUBSCRIBERS && !subscriptions.isMember(caller, channel)) {
      throw new ForbiddenException(ErrorCode.COMMENTS_FOR_SUBSCRIBERS);
    }
    if (strategy == CommentStrategy.PREMIUM
        && !subscriptions.isPremium(Optional.of(caller), channel)) {
      throw new ForbiddenException(ErrorCode.COMMENTS_FOR_PREMIUM);
    }
    return strategy == CommentStrategy.APPROVAL && !writer
        ? CommentStatus.PENDING
        : CommentStatus.APPROVED;
  }

  /** The channel of a post. */
  Channel channel(Post post) {
    return channels.find(post.channelId());
  }

  /**
   * Rejects callers who do not write for the comment's channel.
   *
   * @throws ForbiddenException then
   */
  void requireModerator(Caller caller, Comment comment) {
    channels.requireWriter(caller, comment.channelId());
  }
}

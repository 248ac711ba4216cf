package com.quaily.service.post;

import com.quaily.dao.PostDao;
import com.quaily.model.Caller;
import com.quaily.model.channel.Channel;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.NotFoundException;
import com.quaily.model.post.Post;
import com.quaily.model.post.Slug;
import com.quaily.service.channel.ChannelAccess;
import com.quaily.service.validation.PathIds;
import java.util.Optional;

/** Finds a channel's posts by id or slug. */
public final class PostLookup {

  private final PostDao postDao;
  private final ChannelAccess access;

  public PostLookup(PostDao postDao, ChannelAccess access) {
    this.postDao = postDao;
    this.access = access;
  }

  /**
   * The channel's post with a numeric id or a slug, draft or published.
   *
   * @throws NotFoundException when there is none
   */
  public Post find(Channel channel, String idOrSlug) {
    return search(channel, idOrSlug)
        .orElseThrow(() -> new NotFoundException(ErrorCode.POST_NOT_FOUND));
  }

  /** Like {@link #find}; empty when there is none. */
  Optional<Post> search(Channel channel, String idOrSlug) {
    return Optional.of(idOrSlug).filter(Slug::isValid).flatMap(key -> select(channel, key));
  }

  private Optional<Post> select(Channel channel, String idOrSlug) {
    return PathIds.parse(idOrSlug)
        .flatMap(postDao::selectById)
        .filter(post -> post.channelId() == channel.id())
        .or(() -> postDao.selectBySlug(channel.id(), idOrSlug));
  }

  /**
   * Like {@link #find}, for this caller: only the channel's writers see drafts.
   *
   * @throws NotFoundException when there is none that the caller may see
   */
  public Post findVisible(Channel channel, String idOrSlug, Optional<Caller> caller) {
    Post post = find(channel, idOrSlug);
    boolean writer = caller.filter(c -> channel.isWrittenBy(c.userId())).isPresent();
    if (!post.isPublished() && !writer) {
      throw new NotFoundException(ErrorCode.POST_NOT_FOUND);
    }
    return post;
  }

  /** Like the other, for a post whose channel is not yet known. */
  public Post findVisible(long postId, Optional<Caller> caller) {
    Post post =
        postDao
            .selectById(postId)
            .orElseThrow(() -> new NotFoundException(ErrorCode.POST_NOT_FOUND));
    Channel channel = access.find(post.channelId());
    return findVisible(channel, String.valueOf(postId), caller);
  }
}

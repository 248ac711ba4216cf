package com.quaily.service.post;

import com.quaily.dao.PostDao;
import com.quaily.database.Database;
import com.quaily.model.Caller;
import com.quaily.model.channel.Channel;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.NotFoundException;
import com.quaily.model.post.Post;
import com.quaily.model.post.Slug;
import com.quaily.service.channel.ChannelAccess;
import com.quaily.service.validation.PathIds;
import java.util.Optional;

/** Finds posts of a channel by what stands in an address. */
public final class PostLookup {

  private final PostDao postDao;

  public PostLookup(Database database) {
    this.postDao = database.dao(PostDao.class);
  }

  /**
   * The channel's post of a numeric id, a slug or a slug that it once had, draft or published.
   *
   * @throws NotFoundException when there is none
   */
  public Post find(Channel channel, String idOrSlug) {
    return Optional.of(idOrSlug)
        .filter(Slug::isValid)
        .flatMap(key -> select(channel, key))
        .orElseThrow(() -> new NotFoundException(ErrorCode.POST_NOT_FOUND));
  }

  private Optional<Post> select(Channel channel, String idOrSlug) {
    return PathIds.parse(idOrSlug)
        .flatMap(postDao::selectById)
        .filter(post -> post.channelId() == channel.id())
        .or(() -> postDao.selectBySlug(channel.id(), idOrSlug))
        .or(() -> postDao.selectByOldSlug(channel.id(), idOrSlug))
        .filter(post -> post.channelId() == channel.id());
  }

  /**
   * As {@link #find}, for this caller: a draft is there for the channel's writers only.
   *
   * @throws NotFoundException when there is none that the caller may know of
   */
  public Post findVisible(Channel channel, String idOrSlug, Optional<Caller> caller) {
    Post post = find(channel, idOrSlug);
    boolean writer = caller.filter(c -> channel.isWrittenBy(c.userId())).isPresent();
    if (!post.isPublished() && !writer) {
      throw new NotFoundException(ErrorCode.POST_NOT_FOUND);
    }
    return post;
  }

  /** As the other, for a post whose channel is not known yet. */
  public Post findVisible(ChannelAccess access, long postId, Optional<Caller> caller) {
    Post post =
        postDao
            .selectById(postId)
            .orElseThrow(() -> new NotFoundException(ErrorCode.POST_NOT_FOUND));
    Channel channel = access.find(String.valueOf(post.channelId()));
    return findVisible(channel, String.valueOf(postId), caller);
  }
}

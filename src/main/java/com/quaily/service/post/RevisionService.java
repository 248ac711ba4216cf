package com.quaily.service.post;

import com.quaily.dao.RevisionDao;
import com.quaily.model.Caller;
import com.quaily.model.Slice;
import com.quaily.model.channel.Channel;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.NotFoundException;
import com.quaily.model.post.Paywall;
import com.quaily.model.post.Post;
import com.quaily.model.post.PostInput;
import com.quaily.model.post.Revision;
import com.quaily.service.channel.ChannelAccess;

/** Revisions of posts. */
public final class RevisionService {

  private final RevisionDao revisionDao;
  private final ChannelAccess access;
  private final PostLookup lookup;
  private final PostService postService;

  public RevisionService(
      RevisionDao revisionDao, ChannelAccess access, PostLookup lookup, PostService postService) {
    this.revisionDao = revisionDao;
    this.access = access;
    this.lookup = lookup;
    this.postService = postService;
  }

  /** A post's revisions, newest first; the newest is the current content. */
  public Slice<Revision> list(
      Caller caller, String channelKey, String postKey, int offset, int limit) {
    Post post = lookup.find(access.requireWriter(caller, channelKey), postKey);
    return new Slice<>(
        revisionDao.selectByPost(post.id(), offset, limit),
        revisionDao.countByPost(post.id()),
        offset,
        limit);
  }

  /** A revision with its content. */
  public Revision get(Caller caller, String channelKey, String postKey, long id) {
    return get(lookup.find(access.requireWriter(caller, channelKey), postKey), id);
  }

  private Revision get(Post post, long id) {
    return revisionDao
        .selectById(post.id(), id)
        .orElseThrow(() -> new NotFoundException(ErrorCode.REVISION_NOT_FOUND));
  }

  /** Restores a revision; the current content remains as a revision. */
  public Post restore(Caller caller, String channelKey, String postKey, long id) {
    Channel channel = access.requireWriter(caller, channelKey);
    Revision revision = get(lookup.find(channel, postKey), id);
    PostInput writing =
        new PostInput(
            null,
            revision.title(),
            revision.summary(),
            Paywall.join(revision.content(), revision.paidContent()),
            revision.coverImageUrl(),
            null,
            null,
            revision.tags(),
            null,
            null,
            null,
            null);
    return postService.update(caller, channel, postKey, writing, null);
  }
}

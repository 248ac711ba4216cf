package com.quaily.service.post;

import com.quaily.dao.PostTagDao;
import com.quaily.model.Caller;
import com.quaily.model.channel.Channel;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.NotFoundException;
import com.quaily.model.page.PageChange;
import com.quaily.model.post.RetaggedPost;
import com.quaily.model.post.TagCount;
import com.quaily.page.publishing.PageChangeLog;
import com.quaily.service.channel.ChannelAccess;
import com.quaily.service.validation.TagRules;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** The tags of a channel's posts, for its writers. */
public final class TagService {

  private final PostTagDao postTagDao;
  private final ChannelAccess access;
  private final PostPublication publication;
  private final PageChangeLog pageChanges;
  private final Clock clock;

  public TagService(
      PostTagDao postTagDao,
      ChannelAccess access,
      PostPublication publication,
      PageChangeLog pageChanges,
      Clock clock) {
    this.postTagDao = postTagDao;
    this.access = access;
    this.publication = publication;
    this.pageChanges = pageChanges;
    this.clock = clock;
  }

  /** The tags of drafts and published posts, the most used first. */
  public List<TagCount> list(Caller caller, String channelKey) {
    return postTagDao.selectAll(access.requireWriter(caller, channelKey).id());
  }

  /**
   * Gives a tag another name. If there is a tag of that name, the posts of both have it then. The
   * page of the old name redirects to the new one.
   *
   * @return the tag under its new name
   * @throws NotFoundException when no post has the tag
   */
  public TagCount rename(Caller caller, String channelKey, String tag, String newName) {
    Channel channel = access.requireWriter(caller, channelKey);
    String name = TagRules.requireTag("name", newName);
    return publication.exclusively(
        channel.id(),
        () -> {
          find(channel, tag);
          if (!name.equals(tag)) {
            rename(channel, tag, name);
          }
          return find(channel, name);
        });
  }

  private void rename(Channel channel, String tag, String name) {
    List<RetaggedPost> posts = postTagDao.rename(channel.id(), tag, name, clock.instant());
    postTagDao.moveEntries(channel.id(), tag, name);
    postTagDao.redirect(channel.id(), tag, name);
    posts.stream()
        .filter(post -> post.publishedAt() != null)
        .forEach(post -> pageChanges.postChanged(change(channel, post, tag)));
  }

  private static PageChange change(Channel channel, RetaggedPost post, String oldTag) {
    List<String> tags = new ArrayList<>(post.tags());
    tags.add(oldTag);
    return new PageChange(
        0, channel.id(), post.id(), List.of(post.slug()), tags, List.of(post.listPage()));
  }

  private TagCount find(Channel channel, String tag) {
    return postTagDao.selectAll(channel.id()).stream()
        .filter(known -> known.tag().equals(tag))
        .findFirst()
        .orElseThrow(() -> new NotFoundException(ErrorCode.TAG_NOT_FOUND));
  }
}

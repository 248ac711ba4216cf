package com.quaily.service.post;

import com.quaily.dao.PostDao;
import com.quaily.dao.RevisionDao;
import com.quaily.model.Caller;
import com.quaily.model.Limits;
import com.quaily.model.channel.Channel;
import com.quaily.model.post.Post;
import com.quaily.model.post.PostInput;
import com.quaily.service.media.CoverCrops;
import com.quaily.service.post.PostAssembler.Draft;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes a state of a post, with its revision, redirect and date of publication. The caller holds
 * the channel's lock.
 */
public final class PostWriting {

  private final PostDao postDao;
  private final RevisionDao revisionDao;
  private final PostAssembler drafting;
  private final PostPublication publication;
  private final CoverCrops coverCrops;
  private final Clock clock;

  public PostWriting(
      PostDao postDao,
      RevisionDao revisionDao,
      PostAssembler drafting,
      PostPublication publication,
      CoverCrops coverCrops,
      Clock clock) {
    this.postDao = postDao;
    this.revisionDao = revisionDao;
    this.drafting = drafting;
    this.publication = publication;
    this.coverCrops = coverCrops;
    this.clock = clock;
  }

  /** The post as it would be saved. */
  Draft drafted(
      Caller caller, Channel channel, String slug, Optional<Post> existing, PostInput input) {
    PostAuthors.require(channel, existing, input.displayUsers());
    Instant now = clock.instant();
    return existing
        .map(post -> drafting.merge(post, slug, input, now))
        .orElseGet(() -> drafting.create(channel, caller.userId(), slug, input, now));
  }

  /**
   * Saves a post.
   *
   * @param existing the state before; empty for a new post
   * @param guard of this save
   */
  Post save(
      Caller caller,
      Channel channel,
      String slug,
      Optional<Post> existing,
      PostInput input,
      PaidLeakGuard guard) {
    Draft draft = drafted(caller, channel, slug, existing, input);
    guard.requireNoLeak(draft);
    coverCrops.request(draft.post().coverImageUrl());
    Instant now = draft.post().updatedAt();
    if (existing.isEmpty()) {
      return insert(caller, draft, input, now);
    }
    Post written = rewrite(caller, existing.get(), draft, input, now);
    Post dated =
        input.firstPublishedAt() == null
            ? written
            : written.withFirstPublishedAt(input.firstPublishedAt());
    Instant date = newDate(written, input);
    if (date != null) {
      return publication.publish(dated, date, now);
    }
    if (input.firstPublishedAt() != null) {
      postDao.updatePublication(dated);
    }
    return dated;
  }

  /** The date that the post is published as of from now on; null leaves it. */
  private static Instant newDate(Post before, PostInput input) {
    if (input.datetime() != null || !before.isPublished()) {
      return input.datetime();
    }
    // Who sets another first date means the date that readers see.
    return before.firstPublishedAt().equals(input.firstPublishedAt())
        ? null
        : input.firstPublishedAt();
  }

  private Post insert(Caller caller, Draft draft, PostInput input, Instant now) {
    Post post = draft.post().withFirstPublishedAt(input.firstPublishedAt());
    Function<Post, Post> insertion =
        placed -> placed.withId(postDao.insert(placed, draft.excerpt(), caller.userId()));
    return input.datetime() == null
        ? insertion.apply(post)
        : publication.publishNew(post, input.datetime(), now, insertion);
  }

  private Post rewrite(Caller caller, Post before, Draft draft, PostInput input, Instant now) {
    Post after = draft.post();
    String slug = after.slug();
    postDao.update(after, draft.excerpt());
    if (input.options() != null) {
      postDao.mergeOptions(before.id(), input.options(), now);
    }
    if (!slug.equals(before.slug())) {
      postDao.deleteRedirect(before.channelId(), slug);
      if (before.firstPublishedAt() != null) {
        postDao.insertRedirect(before.channelId(), before.slug(), before.id());
      }
    }
    revisionDao.insert(after, caller.userId(), now);
    revisionDao.deleteBeyond(after.id(), Limits.REVISIONS);
    publication.rewritten(before, after);
    return after;
  }
}

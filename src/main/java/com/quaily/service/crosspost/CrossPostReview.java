package com.quaily.service.crosspost;

import com.quaily.dao.CrossPostDao;
import com.quaily.dao.PostDao;
import com.quaily.model.Caller;
import com.quaily.model.Limits;
import com.quaily.model.channel.Channel;
import com.quaily.model.crosspost.CrossPost;
import com.quaily.model.crosspost.CrossPostResult;
import com.quaily.model.crosspost.CrossPostTarget;
import com.quaily.model.crosspost.Drift;
import com.quaily.model.error.ConflictException;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.NotFoundException;
import com.quaily.model.post.Post;
import com.quaily.model.post.PostInput;
import com.quaily.service.channel.ChannelAccess;
import com.quaily.service.post.PostLookup;
import com.quaily.service.post.PostService;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows writers what models made of their posts; they accept it or not. */
public final class CrossPostReview {

  private final CrossPostDao crossPostDao;
  private final CrossPostTargets targets;
  private final ChannelAccess access;
  private final PostLookup lookup;
  private final PostDao postDao;
  private final PostService postService;
  private final Clock clock;

  public CrossPostReview(
      CrossPostDao crossPostDao,
      CrossPostTargets targets,
      ChannelAccess access,
      PostLookup lookup,
      PostDao postDao,
      PostService postService,
      Clock clock) {
    this.crossPostDao = crossPostDao;
    this.targets = targets;
    this.access = access;
    this.lookup = lookup;
    this.postDao = postDao;
    this.postService = postService;
    this.clock = clock;
  }

  /**
   * A post and one of its targets.
   *
   * @param channel the target
   * @param language of the target
   * @param crossPost empty when nobody has asked for it
   * @param translated the post in the target
   * @param accepted the result that was accepted last
   * @param proposed the result that waits for somebody to accept it
   * @param changed texts of the original that are new since the accepted result
   */
  public record State(
      Channel channel,
      String language,
      Optional<CrossPost> crossPost,
      Optional<Post> translated,
      Optional<CrossPostResult> accepted,
      Optional<CrossPostResult> proposed,
      int changed) {}

  /** The targets of a post that the caller writes for. */
  public List<State> show(Caller caller, String list, String postKey) {
    Channel channel = access.requireWriter(caller, list);
    Post post = lookup.find(channel, postKey);
    SourceText text = new SourceText(post);
    List<State> states = new ArrayList<>();
    for (CrossPostTarget target : targets.of(channel)) {
      targets
          .sibling(channel, target.listId())
          .filter(other -> other.isWrittenBy(caller.userId()))
          .ifPresent(other -> states.add(state(post, text, other, target.language())));
    }
    return states;
  }

  private State state(Post post, SourceText text, Channel target, String language) {
    Optional<CrossPost> crossPost = crossPostDao.select(post.id(), target.id());
    Optional<Post> translated = crossPost.flatMap(this::translated);
    Optional<CrossPostResult> accepted =
        translated.isEmpty()
            ? Optional.empty()
            : crossPost.map(CrossPost::acceptedId).flatMap(crossPostDao::selectResult);
    return new State(
        target,
        language,
        crossPost,
        translated,
        accepted,
        crossPost.map(CrossPost::id).flatMap(crossPostDao::selectUnaccepted),
        accepted.map(result -> text.changedSince(result.blockHashes())).orElse(0));
  }

  private Optional<Post> translated(CrossPost crossPost) {
    return Optional.ofNullable(crossPost.translatedId()).flatMap(postDao::selectById);
  }

  /** The translations in a channel whose originals have changed since, for its writers. */
  public List<Drift> drifts(Caller caller, String list) {
    return crossPostDao.selectDrifts(access.requireWriter(caller, list).id(), Limits.LISTED_DRIFTS);
  }

  /**
   * What a writer accepts.
   *
   * @param listId the target
   * @param resultId the result that they have seen
   * @param unchangedSince the save of the translation that they have seen; null = any
   */
  public record Acceptance(long listId, long resultId, Instant unchangedSince) {}

  /**
   * Accepts a result: it becomes a draft in the target, or the text of the translation that is
   * there already. Nothing is published.
   *
   * @return the translation
   * @throws NotFoundException when this result does not wait any more
   * @throws ConflictException when somebody saved the translation in between
   */
  public Post accept(Caller caller, String list, String postKey, Acceptance acceptance) {
    Channel channel = access.requireWriter(caller, list);
    Post post = lookup.find(channel, postKey);
    Channel target = access.requireWriter(caller, acceptance.listId());
    CrossPost crossPost =
        crossPostDao.select(post.id(), target.id()).orElseThrow(CrossPostReview::notFound);
    CrossPostResult result =
        crossPostDao
            .selectUnaccepted(crossPost.id())
            .filter(found -> found.id() == acceptance.resultId())
            .orElseThrow(CrossPostReview::notFound);
    Optional<Post> translated = translated(crossPost);
    if (translated.isPresent()) {
      return postService.update(
          caller,
          target,
          String.valueOf(translated.get().id()),
          words(crossPost, result),
          acceptance.unchangedSince(),
          saved -> accepted(caller, crossPost, result, saved));
    }
    String key = translationKey(caller, channel, post);
    return postService.create(
        caller,
        target,
        draft(post, crossPost, result, key),
        saved -> accepted(caller, crossPost, result, saved));
  }

  private void accepted(Caller caller, CrossPost crossPost, CrossPostResult result, Post saved) {
    if (crossPostDao.accept(result.id(), caller.userId(), clock.instant()) == 0) {
      throw notFound();
    }
    crossPostDao.setTranslated(crossPost.id(), saved.id(), result.id());
  }

  /** Posts with the same key link to each other once they are published. */
  private String translationKey(Caller caller, Channel channel, Post post) {
    return post.translationKey()
        .orElseGet(
            () -> {
              String key = "post-" + post.id();
              postService.mergeOptions(
                  caller, channel, String.valueOf(post.id()), Map.of(Post.TRANSLATION_KEY, key));
              return key;
            });
  }

  private static PostInput draft(
      Post post, CrossPost crossPost, CrossPostResult result, String key) {
    return new PostInput(
        post.slug(),
        result.title(),
        result.summary(),
        result.content(),
        post.coverImageUrl(),
        null,
        null,
        post.tags(),
        null,
        crossPost.language(),
        Map.of(Post.TRANSLATION_KEY, key),
        null);
  }

  /** A summary that the original does not have is the translation's own. */
  private static PostInput words(CrossPost crossPost, CrossPostResult result) {
    return new PostInput(
        null,
        result.title(),
        result.summary().isBlank() ? null : result.summary(),
        result.content(),
        null,
        null,
        null,
        null,
        null,
        crossPost.language(),
        null,
        null);
  }

  private static NotFoundException notFound() {
    return new NotFoundException(ErrorCode.CROSS_POST_NOT_FOUND);
  }
}

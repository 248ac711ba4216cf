package com.quaily.service.crosspost;

import com.quaily.dao.CrossPostDao;
import com.quaily.database.Transactions;
import com.quaily.job.JobQueue;
import com.quaily.model.Caller;
import com.quaily.model.channel.Channel;
import com.quaily.model.crosspost.CrossPost;
import com.quaily.model.crosspost.CrossPostTarget;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.ForbiddenException;
import com.quaily.model.error.InvalidException;
import com.quaily.model.error.NotFoundException;
import com.quaily.model.post.Post;
import com.quaily.page.template.PageLanguage;
import com.quaily.service.channel.ChannelAccess;
import com.quaily.service.composer.Assistant;
import com.quaily.service.post.PostLookup;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Begins translations of posts for other channels, and cancels them. */
public final class CrossPosts {

  private final Transactions transactions;
  private final CrossPostDao crossPostDao;
  private final CrossPostTargets targets;
  private final PostLookup lookup;
  private final Assistant assistant;
  private final JobQueue jobs;
  private final Clock clock;

  public CrossPosts(
      Transactions transactions,
      CrossPostDao crossPostDao,
      CrossPostTargets targets,
      PostLookup lookup,
      Assistant assistant,
      JobQueue jobs,
      Clock clock) {
    this.transactions = transactions;
    this.crossPostDao = crossPostDao;
    this.targets = targets;
    this.lookup = lookup;
    this.assistant = assistant;
    this.jobs = jobs;
    this.clock = clock;
  }

  /**
   * Begins the translation of a post, or of what has changed in it since. What is under way goes
   * on; a target that has a translation from elsewhere gets the status of a duplicate.
   *
   * @param listIds targets of the post's channel that the caller also writes for
   * @throws InvalidException when there are none, or one is no target
   * @throws ForbiddenException when the channel's texts may not be given to providers
   */
  public void begin(Caller caller, String list, String postKey, List<Long> listIds) {
    Channel channel = assistant.requireModelFor(caller, list);
    Post post = lookup.find(channel, postKey);
    if (listIds == null || listIds.isEmpty()) {
      throw new InvalidException(
          ErrorCode.MISSING_FIELD, "list_ids", "must name a target of the channel");
    }
    List<CrossPostTarget> wanted =
        listIds.stream().distinct().map(id -> require(caller, channel, post, id)).toList();
    transactions.inTransaction(() -> wanted.forEach(target -> begin(caller, post, target)));
  }

  private CrossPostTarget require(Caller caller, Channel channel, Post post, Long id) {
    CrossPostTarget target =
        targets.of(channel).stream()
            .filter(one -> id != null && one.listId() == id)
            .findFirst()
            .orElseThrow(
                () ->
                    new InvalidException(
                        ErrorCode.INVALID_FIELD, "list_ids", "must be targets of the channel"));
    if (CrossPostTargets.isSame(PageLanguage.ofPost(channel, post.lang()), target.language())) {
      throw new InvalidException(
          ErrorCode.INVALID_FIELD, "list_ids", "the post is already written in that language");
    }
    targets
        .sibling(channel, target.listId())
        .ifPresent(other -> ChannelAccess.requireWriter(caller, other));
    return target;
  }

  private void begin(Caller caller, Post post, CrossPostTarget target) {
    Instant now = clock.instant();
    int status = isDuplicate(post, target) ? CrossPost.DUPLICATED : CrossPost.PENDING;
    crossPostDao
        .begin(post.id(), target, status, now)
        .filter(CrossPost::isUnderWay)
        .ifPresent(
            begun -> {
              CrossPostOrder order = new CrossPostOrder(begun.id(), begun.run(), caller.userId());
              String instance = begun.id() + ":" + begun.run();
              jobs.enqueue(CrossPostHandler.TYPE, instance, order);
            });
  }

  /** A translation that was made here is known and not one. */
  private boolean isDuplicate(Post post, CrossPostTarget target) {
    Optional<Long> made =
        crossPostDao.select(post.id(), target.listId()).map(CrossPost::translatedId);
    return made.isEmpty()
        && post.translationKey()
            .filter(key -> crossPostDao.hasTranslation(target.listId(), key))
            .isPresent();
  }

  /**
   * Cancels a translation that is under way.
   *
   * @throws NotFoundException when there is none
   */
  public void cancel(Caller caller, String list, String postKey, long listId) {
    Post post = lookup.find(assistant.requireWriter(caller, list), postKey);
    CrossPost found =
        crossPostDao
            .select(post.id(), listId)
            .orElseThrow(() -> new NotFoundException(ErrorCode.CROSS_POST_NOT_FOUND));
    crossPostDao.end(
        found.id(),
        found.run(),
        CrossPost.FAILED,
        ErrorCode.AI_CANCELLED.message(),
        clock.instant());
  }
}

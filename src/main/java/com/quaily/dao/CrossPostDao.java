package com.quaily.dao;

import com.quaily.model.crosspost.CrossPost;
import com.quaily.model.crosspost.CrossPostResult;
import com.quaily.model.crosspost.CrossPostTarget;
import com.quaily.model.crosspost.Drift;
import com.quaily.model.post.TranslatedPost;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Posts in other languages, in other channels of the same owner. */
public interface CrossPostDao {

  /** The channels that get translations of this one's posts. */
  List<CrossPostTarget> selectTargets(long channelId);

  void insertTarget(
      @Param("channelId") long channelId, @Param("target") CrossPostTarget crossPostTarget);

  void deleteTargets(long channelId);

  Optional<CrossPost> select(@Param("postId") long postId, @Param("targetId") long targetId);

  Optional<CrossPost> selectById(long id);

  /**
   * Adds a cross-post, or begins the one again that is not under way; returns it. In another
   * language nothing of what was accepted counts.
   */
  Optional<CrossPost> begin(
      @Param("postId") long postId,
      @Param("target") CrossPostTarget crossPostTarget,
      @Param("status") int status,
      @Param("now") Instant now);

  /** Whether the channel has a post with a translation key. */
  boolean hasTranslation(@Param("channelId") long channelId, @Param("key") String key);

  /** Notes progress of a run; returns 0 when it is not under way any more. */
  int progress(
      @Param("id") long id,
      @Param("run") int run,
      @Param("done") int done,
      @Param("blocks") int blocks,
      @Param("now") Instant now);

  /** Ends a run that is under way; returns the number of changed rows. */
  int end(
      @Param("id") long id,
      @Param("run") int run,
      @Param("status") int status,
      @Param("error") String error,
      @Param("now") Instant now);

  /** Adds a result, ignoring its id. */
  void insertResult(CrossPostResult result);

  /** Deletes the results that nobody accepted. */
  void deleteUnaccepted(long crossPostId);

  /** The result that waits for somebody to accept it. */
  Optional<CrossPostResult> selectUnaccepted(long crossPostId);

  Optional<CrossPostResult> selectResult(long id);

  /** Notes who accepted a result; returns 0 when somebody did before. */
  int accept(
      @Param("resultId") long resultId, @Param("userId") long userId, @Param("now") Instant now);

  /** Names the post that shows the result. */
  void setTranslated(
      @Param("id") long id,
      @Param("translatedId") long translatedId,
      @Param("resultId") long resultId);

  /** The translations in a channel whose originals have changed since, oldest first. */
  List<Drift> selectDrifts(@Param("channelId") long channelId, @Param("limit") int limit);

  /** The published original of a translation, if it has changed since. */
  Optional<TranslatedPost> selectChangedOriginal(long translatedId);
}

package com.quaily.dao;

import com.quaily.model.tweet.Tweet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Tweets. */
public interface TweetDao {

  Tweet insert(Tweet tweet);

  Optional<Tweet> selectById(long id);

  /** Newest first; with {@code open} only public tweets. */
  List<Tweet> select(
      @Param("channelId") long channelId,
      @Param("open") boolean open,
      @Param("offset") int offset,
      @Param("limit") int limit);

  long count(@Param("channelId") long channelId, @Param("open") boolean open);

  /** Newest first. */
  List<Tweet> selectPinned(@Param("channelId") long channelId, @Param("limit") int limit);

  /** Saves text, tags, and whether it is pinned and premium. */
  void update(Tweet tweet);

  /** Sets a user's reaction, or removes it if it is the same. */
  void toggleReaction(
      @Param("id") long id,
      @Param("userId") String userId,
      @Param("codePoint") int codePoint,
      @Param("now") Instant now);

  void delete(long id);
}

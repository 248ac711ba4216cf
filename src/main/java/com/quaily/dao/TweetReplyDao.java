package com.quaily.dao;

import com.quaily.model.tweet.TweetReply;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Replies to tweets. */
public interface TweetReplyDao {

  TweetReply insert(TweetReply reply);

  Optional<TweetReply> selectById(long id);

  List<TweetReply> selectByIds(@Param("ids") List<Long> ids);

  /** Newest first. */
  List<TweetReply> select(
      @Param("tweetId") long tweetId, @Param("offset") int offset, @Param("limit") int limit);

  long count(long tweetId);

  /** The newest replies to each of these tweets, newest first. */
  List<TweetReply> selectLatest(@Param("tweetIds") List<Long> tweetIds, @Param("limit") int limit);

  void delete(long id);
}

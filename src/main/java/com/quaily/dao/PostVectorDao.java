package com.quaily.dao;

import com.quaily.model.search.Closeness;
import com.quaily.model.search.PostVector;
import com.quaily.model.search.VectorText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Vectors of published posts, and which posts are close to each other. */
public interface PostVectorDao {

  /** The public text of a post; empty unless it is published. */
  Optional<VectorText> selectText(long postId);

  /** The hash of the text whose vector is stored; empty when there is none of this model. */
  Optional<byte[]> selectHash(@Param("postId") long postId, @Param("model") String model);

  void upsert(
      @Param("text") VectorText text,
      @Param("model") String model,
      @Param("textHash") byte[] textHash,
      @Param("vector") byte[] vector,
      @Param("now") Instant now);

  /** Deletes a vector and all that it is close to. */
  void delete(long postId);

  /** Vectors of a channel after this post, in order of their ids. */
  List<PostVector> selectByChannel(
      @Param("channelId") long channelId,
      @Param("model") String model,
      @Param("after") long after,
      @Param("limit") int limit);

  /** Forgets which posts this one is close to. */
  void deleteRelated(long postId);

  /** Notes that a post and another one are close, for both. */
  void insertRelated(@Param("postId") long postId, @Param("other") Closeness other);

  /** Keeps only the closest ones of each of these posts. */
  void trimRelated(@Param("ids") List<Long> postIds, @Param("most") int most);

  /** Published posts after this one that may have a vector and have none of this model. */
  List<Long> selectMissing(
      @Param("model") String model, @Param("after") long after, @Param("limit") int limit);

  /**
   * Deletes the vectors of channels whose texts may not go to a provider; all if there is no model.
   */
  void deleteUnwanted(boolean hasModel);
}

package com.quaily.dao;

import com.quaily.model.delivery.SocialConnection;
import com.quaily.model.delivery.SocialPost;
import com.quaily.model.delivery.SocialService;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Connections with social services, and what was posted there. */
public interface SocialDao {

  List<SocialConnection> selectConnections(long channelId);

  void upsertConnection(SocialConnection connection);

  /**
   * Begins an attempt to post: inserts the message, or continues one that waits.
   *
   * @param posting the message in the state POSTING
   * @return empty when there is a message of the task that does not wait
   */
  Optional<SocialPost> beginPost(SocialPost posting);

  Optional<SocialPost> selectPostOfTask(
      @Param("taskId") long taskId, @Param("service") SocialService service);

  Optional<SocialPost> selectPost(long id);

  /** Newest first. */
  List<SocialPost> selectPostsOf(long postId);

  /** Stores state, reply, remote id, place and address. */
  void updatePost(@Param("post") SocialPost post, @Param("now") Instant now);
}

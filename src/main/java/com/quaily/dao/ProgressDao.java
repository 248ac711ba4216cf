package com.quaily.dao;

import com.quaily.model.Progress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Progress of long operations. */
public interface ProgressDao {

  long insert(
      @Param("kind") String kind,
      @Param("subject") String subject,
      @Param("total") long total,
      @Param("now") Instant now);

  Optional<Progress> selectById(long id);

  /** The newest unfinished operation of a kind. */
  Optional<Progress> selectRunning(@Param("kind") String kind, @Param("subject") String subject);

  /** The newest operation of every kind, newest first. */
  List<Progress> selectNewest(int limit);

  void update(
      @Param("id") long id,
      @Param("done") long done,
      @Param("cursor") long cursor,
      @Param("now") Instant now);

  /** Marks operations whose process has died as failed. */
  void abandon(
      @Param("kind") String kind, @Param("subject") String subject, @Param("now") Instant now);

  /**
   * Records the end of an operation.
   *
   * @param state {@code done} or {@code failed}
   */
  void finish(
      @Param("id") long id,
      @Param("state") String state,
      @Param("message") String message,
      @Param("now") Instant now);
}

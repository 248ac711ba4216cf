package com.quaily.dao;

import com.quaily.model.composer.ComposerTask;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Composer tasks. */
public interface ComposerTaskDao {

  /** Adds a task, ignoring its id, and returns it as stored. */
  ComposerTask insert(ComposerTask task);

  Optional<ComposerTask> select(@Param("userId") long userId, @Param("id") long id);

  /** Changes the state of a task that has not ended; returns the number of changed rows. */
  int update(
      @Param("id") long id,
      @Param("status") int status,
      @Param("result") Map<String, Object> result,
      @Param("now") Instant now);

  /** Deletes all but a user's newest tasks. */
  void deleteBeyond(@Param("userId") long userId, @Param("kept") int kept);
}

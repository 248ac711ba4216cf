package com.quaily.dao;

import com.quaily.model.composer.ComposerTask;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Composer tasks. */
public interface ComposerTaskDao {

  /** Adds a task, ignoring its id, and returns it as stored. */
  ComposerTask insert(ComposerTask task);

  Optional<ComposerTask> select(@Param("userId") long userId, @Param("id") long id);

  /** Deletes all but a user's newest tasks. */
  void deleteBeyond(@Param("userId") long userId, @Param("kept") int kept);
}

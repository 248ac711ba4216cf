package com.quaily.dao;

import com.quaily.model.composer.ComposerTask;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** What the composer was asked for. */
public interface ComposerTaskDao {

  /** Adds a task, whose id is ignored, and returns it as stored. */
  ComposerTask insert(ComposerTask task);

  Optional<ComposerTask> select(@Param("userId") long userId, @Param("id") long id);

  /** Removes all but the newest of a user. */
  void deleteBeyond(@Param("userId") long userId, @Param("kept") int kept);
}

package com.quaily.dao;

import com.quaily.model.ai.TaskCost;
import com.quaily.model.composer.Suggestion;
import java.time.Instant;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Where suggestions of the composer come from, and who accepted them. */
public interface SuggestionDao {

  void insert(Suggestion suggestion);

  Optional<Suggestion> select(@Param("userId") long userId, @Param("taskId") long taskId);

  /** Notes which model made it and what that cost. */
  void made(@Param("taskId") long taskId, @Param("cost") TaskCost cost);

  /** Notes who accepted it; the first time counts. */
  void accept(
      @Param("taskId") long taskId, @Param("userId") long userId, @Param("now") Instant now);

  /** Forgets those that nobody has accepted since. */
  void deleteUnaccepted(Instant before);
}

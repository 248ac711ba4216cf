package com.quaily.dao;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Param;

/** What the job library's own client does not do: add jobs in the caller's transaction. */
public interface JobDao {

  /**
   * Adds a job unless one of its name and instance waits or runs. Unlike a failed insertion this
   * leaves the transaction alive when two add the same job at once.
   */
  int insertIfAbsent(
      @Param("name") String name,
      @Param("instance") String instance,
      @Param("data") byte[] data,
      @Param("due") Instant due);

  /**
   * The jobs of this name that are due, wait, and whose instances begin so; until the transaction
   * ends, no worker takes them.
   */
  List<String> selectWaitingForUpdate(
      @Param("name") String name, @Param("prefix") String prefix, @Param("now") Instant now);

  /** Wakes the workers when the transaction commits. */
  int notifyEnqueued(String name);
}

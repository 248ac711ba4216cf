package com.quaily.dao;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Param;

/** Job queries that db-scheduler's client lacks: it cannot add jobs in the caller's transaction. */
public interface JobDao {

  /**
   * Adds a job unless one with the same name and instance is waiting or running. Unlike a failed
   * insert, this does not abort the transaction if two add the same job at once.
   */
  int insertIfAbsent(
      @Param("name") String name,
      @Param("instance") String instance,
      @Param("data") byte[] data,
      @Param("due") Instant due);

  /** Adds a job, or moves the one with the same name and instance unless it is running. */
  int insertOrMove(
      @Param("name") String name,
      @Param("instance") String instance,
      @Param("data") byte[] data,
      @Param("due") Instant due);

  /**
   * The due, waiting jobs with this name whose instance starts with this prefix; locks them until
   * the transaction ends, so that no worker takes them.
   */
  List<String> selectWaitingForUpdate(
      @Param("name") String name, @Param("prefix") String prefix, @Param("now") Instant now);
}

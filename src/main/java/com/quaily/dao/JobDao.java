package com.quaily.dao;

import com.quaily.model.WaitingJob;
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

  /**
   * Jobs that wait or run, the ones due first at the top.
   *
   * @param name of their type; empty = all
   * @param failures only those that failed at least this often in a row
   */
  List<WaitingJob> selectWaiting(
      @Param("name") String name, @Param("failures") int failures, @Param("limit") int limit);

  /** The number of jobs that are due and not begun. */
  long countDue(@Param("now") Instant now);

  /** Makes a waiting job due; 0 when there is none, or when it runs. */
  int makeDue(
      @Param("name") String name, @Param("instance") String instance, @Param("now") Instant now);

  /** Removes a waiting job; 0 when there is none, or when it runs. */
  int delete(@Param("name") String name, @Param("instance") String instance);

  /** The types of jobs that failed five times or more in a row, in alphabetical order. */
  List<String> selectFailing();
}

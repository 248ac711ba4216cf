package com.quaily.dao;

import com.quaily.model.Milestone;
import com.quaily.model.Notice;
import com.quaily.model.WaitingNotice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Notices that wait for a transport, alerts that are raised, and what there is to tell. */
public interface NoticeDao {

  /**
   * Adds a notice. Where one with this level about this topic waits, it becomes the newer one;
   * where one was taken a moment ago, it waits for the end of the pause.
   *
   * @param pauseSeconds between two messages about one topic
   */
  void insertOrMerge(
      @Param("transport") String transport,
      @Param("notice") Notice notice,
      @Param("now") Instant now,
      @Param("due") Instant due,
      @Param("pauseSeconds") long pauseSeconds);

  /**
   * The oldest notices that are due for a transport, alerts first; locks them until the transaction
   * ends, and skips those that another process has locked.
   */
  List<WaitingNotice> selectDueForUpdate(
      @Param("transport") String transport, @Param("now") Instant now, @Param("limit") int limit);

  /** Lets notices wait until this time. */
  void postpone(@Param("ids") List<Long> ids, @Param("due") Instant due);

  /** Notes that notices were refused. */
  void refuse(
      @Param("ids") List<Long> ids, @Param("failure") String failure, @Param("due") Instant due);

  /**
   * Notes that a notice was taken. What has joined it meanwhile waits for the end of the pause.
   *
   * @param occurrences how many of the row were taken
   * @param next the end of the pause
   */
  void take(
      @Param("id") long id,
      @Param("occurrences") int occurrences,
      @Param("now") Instant now,
      @Param("next") Instant next);

  /** Removes rows of which everything was taken before this time. */
  int deleteTaken(Instant before);

  /** Raises an alert; 0 when it is raised already. */
  int raise(
      @Param("topic") String topic, @Param("subject") String subject, @Param("now") Instant now);

  /** Ends an alert; its subject, or empty when it is not raised. */
  Optional<String> clear(String topic);

  /** The topics of the alerts that are raised and start with this. */
  List<String> selectRaised(String prefix);

  /** The oldest milestones that were not told yet; locks them until the transaction ends. */
  List<Milestone> selectUntoldForUpdate(int limit);

  /** Notes that milestones were told. */
  void markTold(List<Long> ids);
}

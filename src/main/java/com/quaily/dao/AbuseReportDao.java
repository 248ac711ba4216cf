package com.quaily.dao;

import com.quaily.model.abuse.AbuseReport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Reports to the operator. */
public interface AbuseReportDao {

  /** Creates a report; returns it with its new id. */
  AbuseReport insert(AbuseReport report);

  /** Open reports about the channel. */
  int countOpen(long channelId);

  /** Open reports, oldest first. */
  List<AbuseReport> selectOpen(@Param("limit") int limit);

  Optional<AbuseReport> selectById(long id);

  /** Takes an open report from the queue; returns 0 if there is none. */
  int close(@Param("id") long id, @Param("note") String note, @Param("now") Instant now);
}

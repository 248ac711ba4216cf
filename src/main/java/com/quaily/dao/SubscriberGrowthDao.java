package com.quaily.dao;

import com.quaily.model.analytics.SubscriberPeriod;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Param;

/** How the number of a channel's subscribers changes, from the records of consent. */
public interface SubscriberGrowthDao {

  /**
   * Who joined and left by day, week or month in UTC, without periods in which nobody did.
   *
   * @param period {@code day}, {@code week} or {@code month}
   * @param end not included
   */
  List<SubscriberPeriod> selectPeriods(
      @Param("channelId") long channelId,
      @Param("first") LocalDate first,
      @Param("end") LocalDate end,
      @Param("period") String period);

  /** How many more joined than left from this day on. */
  long selectChange(@Param("channelId") long channelId, @Param("first") LocalDate first);
}

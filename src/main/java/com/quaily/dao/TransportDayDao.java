package com.quaily.dao;

import java.time.LocalDate;
import org.apache.ibatis.annotations.Param;

/** How many emails each transport handles a day, over all workers. */
public interface TransportDayDao {

  /**
   * Counts one more email; returns 0 when the day's limit is reached.
   *
   * @param day of UTC
   * @param most 1 or more
   */
  int take(
      @Param("transport") String transport, @Param("day") LocalDate day, @Param("most") long most);
}

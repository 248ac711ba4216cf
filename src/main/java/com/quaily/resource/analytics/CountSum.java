package com.quaily.resource.analytics;

import com.quaily.model.analytics.PeriodCount;
import java.util.List;

/** The sum of several periods. */
public record CountSum(long pageViews, long pageReads, long emailViews) {

  static CountSum of(List<PeriodCount> periods) {
    return new CountSum(
        periods.stream().mapToLong(PeriodCount::pageViews).sum(),
        periods.stream().mapToLong(PeriodCount::pageReads).sum(),
        periods.stream().mapToLong(PeriodCount::emailViews).sum());
  }
}

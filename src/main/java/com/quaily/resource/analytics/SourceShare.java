package com.quaily.resource.analytics;

import com.quaily.model.analytics.SourceCount;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The share of one source, whatever its medium and campaign.
 *
 * @param percentage of all views, from 0 to 100, with two decimals
 */
public record SourceShare(String source, long views, double percentage) {

  private static final double HUNDREDTHS = 10_000.0;

  /** One for each source, in the order of the first counts. */
  static List<SourceShare> of(List<SourceCount> counts) {
    Map<String, Long> views = new LinkedHashMap<>();
    counts.forEach(count -> views.merge(count.source(), count.pageViews(), Long::sum));
    long total = total(counts);
    return views.entrySet().stream()
        .map(
            source ->
                new SourceShare(
                    source.getKey(), source.getValue(), percentage(source.getValue(), total)))
        .toList();
  }

  static double percentage(long views, long total) {
    return total == 0 ? 0 : Math.round(HUNDREDTHS * views / total) / 100.0;
  }

  static long total(List<SourceCount> counts) {
    return counts.stream().mapToLong(SourceCount::pageViews).sum();
  }
}

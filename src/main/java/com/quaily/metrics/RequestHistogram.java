package com.quaily.metrics;

import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.ArrayList;
import java.util.List;

/** Shows the requests' meters to Prometheus, with the name that Micrometer gives such a timer. */
final class RequestHistogram implements Collector {

  private static final String NAME = "http_server_requests_seconds";

  private static final List<Double> BOUNDS = bounds();

  private final RequestMeters meters;

  RequestHistogram(RequestMeters meters) {
    this.meters = meters;
  }

  private static List<Double> bounds() {
    List<Double> bounds = new ArrayList<>();
    for (double bound : RequestMeters.BOUNDS) {
      bounds.add(bound);
    }
    bounds.add(Double.POSITIVE_INFINITY);
    return bounds;
  }

  @Override
  public MetricSnapshot collect() {
    HistogramSnapshot.Builder snapshot =
        HistogramSnapshot.builder().name(NAME).help("Requests and their time");
    meters.forEach((labels, times) -> snapshot.dataPoint(point(labels, times)));
    return snapshot.build();
  }

  private static HistogramDataPointSnapshot point(
      RequestMeters.Labels labels, RequestMeters.Times times) {
    List<Number> counts = new ArrayList<>();
    for (var bucket : times.buckets) {
      counts.add(bucket.sum());
    }
    return HistogramDataPointSnapshot.builder()
        .classicHistogramBuckets(ClassicHistogramBuckets.of(BOUNDS, counts))
        .sum(times.seconds())
        .labels(
            Labels.of(
                "method", labels.method(),
                "status", String.valueOf(labels.status()),
                "uri", labels.route()))
        .build();
  }

  @Override
  public String getPrometheusName() {
    return NAME;
  }
}

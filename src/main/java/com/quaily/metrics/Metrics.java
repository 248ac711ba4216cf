package com.quaily.metrics;

import com.quaily.model.Build;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;

/**
 * The figures of this process in Prometheus' text format. The library is loaded at the first
 * scrape: a reader must not wait for it when the program starts. Thread-safe.
 */
public final class Metrics implements AutoCloseable {

  private final RequestMeters requests;
  private final List<Measure> measures;
  private PrometheusMeterRegistry registry;
  private JvmGcMetrics pauses;

  public Metrics(RequestMeters requests, List<Measure> measures) {
    this.requests = requests;
    this.measures = List.copyOf(measures);
  }

  /** All figures as they are now. */
  public synchronized String scrape() {
    if (registry == null) {
      registry = build();
    }
    return registry.scrape();
  }

  private PrometheusMeterRegistry build() {
    PrometheusRegistry inner = new PrometheusRegistry();
    PrometheusMeterRegistry built =
        new PrometheusMeterRegistry(
            PrometheusConfig.DEFAULT, inner, io.micrometer.core.instrument.Clock.SYSTEM);
    measures.forEach(measure -> register(built, measure));
    inner.register(new RequestHistogram(requests));
    InfoSnapshot info = buildInfo(Build.current());
    inner.register(() -> info);
    new JvmMemoryMetrics().bindTo(built);
    new JvmThreadMetrics().bindTo(built);
    new ProcessorMetrics().bindTo(built);
    new UptimeMetrics().bindTo(built);
    pauses = new JvmGcMetrics();
    pauses.bindTo(built);
    return built;
  }

  private static void register(MeterRegistry registry, Measure measure) {
    Tags tags = Tags.of(measure.labels().toArray(String[]::new));
    switch (measure.kind()) {
      case COUNTER ->
          FunctionCounter.builder(measure.name(), measure.value(), value -> value.getAsDouble())
              .description(measure.description())
              .tags(tags)
              .register(registry);
      case GAUGE ->
          Gauge.builder(measure.name(), measure.value(), value -> value.getAsDouble())
              .description(measure.description())
              .tags(tags)
              .strongReference(true)
              .register(registry);
    }
  }

  private static InfoSnapshot buildInfo(Build build) {
    return InfoSnapshot.builder()
        .name("quaily_build")
        .help("What runs")
        .dataPoint(
            InfoDataPointSnapshot.builder()
                .labels(
                    Labels.of(
                        "version", build.version(),
                        "commit", build.commit(),
                        "java", Runtime.version().toString()))
                .build())
        .build();
  }

  @Override
  public synchronized void close() {
    if (registry != null) {
      pauses.close();
      registry.close();
    }
  }
}

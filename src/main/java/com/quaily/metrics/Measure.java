package com.quaily.metrics;

import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * A figure that is read at each scrape.
 *
 * @param name with dots, such as {@code quaily.cache.hits}; a counter gets {@code _total}
 * @param labels names and values by turns
 * @param value NaN when it is not known at the moment
 */
public record Measure(
    Kind kind, String name, String description, List<String> labels, DoubleSupplier value) {

  /** Whether a figure can fall. */
  public enum Kind {
    COUNTER,
    GAUGE
  }

  public static Measure counter(
      String name, String description, DoubleSupplier value, String... labels) {
    return new Measure(Kind.COUNTER, name, description, List.of(labels), value);
  }

  public static Measure gauge(
      String name, String description, DoubleSupplier value, String... labels) {
    return new Measure(Kind.GAUGE, name, description, List.of(labels), value);
  }
}

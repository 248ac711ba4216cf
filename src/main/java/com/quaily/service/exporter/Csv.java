package com.quaily.service.exporter;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Lines of comma-separated values (RFC 4180). */
final class Csv {

  private Csv() {}

  /** A line with its line break. */
  static String line(Object... values) {
    return Arrays.stream(values)
            .map(value -> value == null ? "" : cell(value.toString()))
            .collect(Collectors.joining(","))
        + "\r\n";
  }

  private static String cell(String text) {
    // Spreadsheets would treat text that starts like this as a formula and execute it.
    String harmless =
        !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    boolean quoted = harmless.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return quoted ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
  }
}

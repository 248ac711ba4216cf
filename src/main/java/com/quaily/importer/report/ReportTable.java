package com.quaily.importer.report;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The report as text for a terminal: a row for each file, its warnings below it, then the totals.
 */
public final class ReportTable {
  private static final int MAX_COLUMN = 60;
  private static final List<Integer> WIDE =
      List.of(UCharacter.EastAsianWidth.WIDE, UCharacter.EastAsianWidth.FULLWIDTH);

  private ReportTable() {}

  /** The table; every line ends with a line feed. */
  public static String of(ImportReport report) {
    int fileWidth = columnWidth(report, "FILE", ImportEntry::source);
    int slugWidth = columnWidth(report, "SLUG", ImportEntry::slug);
    StringBuilder table = new StringBuilder();
    row(table, "STATUS", pad("FILE", fileWidth), pad("SLUG", slugWidth), "");
    for (ImportEntry entry : report.entries()) {
      row(
          table,
          entry.status().word(),
          pad(entry.source(), fileWidth),
          pad(entry.slug(), slugWidth),
          atLine(entry.line(), entry.reason()));
      for (ImportWarning warning : entry.warnings()) {
        table
            .append("           ! ")
            .append(atLine(warning.line(), warning.message()))
            .append('\n');
      }
    }
    return table.append('\n').append(totals(report)).append('\n').toString();
  }

  private static void row(
      StringBuilder table, String status, String file, String slug, String reason) {
    String line = pad(status, 9) + "  " + file + "  " + slug + "  " + reason;
    table.append(line.stripTrailing()).append('\n');
  }

  private static String atLine(int line, String message) {
    return (line > 0 ? "line " + line + ": " : "") + printable(message);
  }

  private static String totals(ImportReport report) {
    Map<ImportStatus, Long> totals = report.totals();
    String counts =
        totals.entrySet().stream()
            .map(total -> total.getValue() + " " + total.getKey().word())
            .collect(Collectors.joining(", "));
    String trial = report.options().dryRun() ? "Dry run, nothing was changed: " : "";
    return trial + counts + "; warnings: " + report.warningCount();
  }

  private static int columnWidth(
      ImportReport report, String head, Function<ImportEntry, String> column) {
    int widest =
        report.entries().stream()
            .map(column)
            .mapToInt(text -> width(printable(text)))
            .max()
            .orElse(0);
    return Math.max(head.length(), Math.min(widest, MAX_COLUMN));
  }

  private static String pad(String text, int width) {
    String shown = printable(text);
    return shown + " ".repeat(Math.max(0, width - width(shown)));
  }

  /** The width of a text in terminal cells: Chinese and Japanese characters take two. */
  private static int width(String text) {
    return text.codePoints()
        .map(
            c ->
                WIDE.contains(UCharacter.getIntPropertyValue(c, UProperty.EAST_ASIAN_WIDTH))
                    ? 2
                    : 1)
        .sum();
  }

  /** File names can contain anything, including terminal escape sequences. */
  private static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }
}

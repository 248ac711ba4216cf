package com.quaily.importer.report;

import com.quaily.model.JsonText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The report as JSON: {@code channel, dry_run, publish, totals, files}. */
public final class ReportJson {
  /** The JSON form of an entry. */
  private record File(
      String source,
      String status,
      String slug,
      int line,
      String reason,
      List<ImportWarning> warnings) {}

  private ReportJson() {}

  /**
   * Writes a report, replacing an existing file.
   *
   * @throws IOException when the file cannot be written
   */
  public static void write(ImportReport report, Path file) throws IOException {
    Files.writeString(file, of(report), StandardCharsets.UTF_8);
  }

  static String of(ImportReport report) {
    Map<String, Long> totals = new LinkedHashMap<>();
    report.totals().forEach((status, count) -> totals.put(status.word(), count));
    totals.put("warnings", report.warningCount());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("channel", report.options().channel());
    json.put("dry_run", report.options().dryRun());
    json.put("publish", report.options().publish());
    json.put("totals", totals);
    json.put("files", report.entries().stream().map(ReportJson::file).toList());
    return JsonText.writeIndented(json);
  }

  private static File file(ImportEntry entry) {
    return new File(
        entry.source(),
        entry.status().word(),
        entry.slug(),
        entry.line(),
        entry.reason(),
        entry.warnings());
  }
}

package com.quaily.importer.report;

import java.util.List;

/**
 * The report entry of a file.
 *
 * @param source the path relative to the imported folder, with slashes; ends with one for a folder
 * @param slug the post's; empty when there is none
 * @param line line of the reason, counted from 1; 0 when none
 * @param reason why it was skipped or failed; empty otherwise
 */
public record ImportEntry(
    String source,
    ImportStatus status,
    String slug,
    int line,
    String reason,
    List<ImportWarning> warnings) {

  public ImportEntry {
    warnings = List.copyOf(warnings);
  }

  public static ImportEntry of(
      String source, ImportStatus status, String slug, List<ImportWarning> warnings) {
    return new ImportEntry(source, status, slug, 0, "", warnings);
  }

  public static ImportEntry skipped(String source, String reason) {
    return new ImportEntry(source, ImportStatus.SKIPPED, "", 0, reason, List.of());
  }

  public static ImportEntry failed(
      String source, SourceException failure, List<ImportWarning> warnings) {
    return new ImportEntry(
        source, ImportStatus.FAILED, "", failure.line(), failure.getMessage(), warnings);
  }
}

package com.quaily.importer.report;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The result of a run.
 *
 * @param entries one for each file and each skipped folder, ordered by path
 */
public record ImportReport(ImportOptions options, List<ImportEntry> entries) {

  public ImportReport {
    entries = List.copyOf(entries);
  }

  /** The number of entries with each status; includes every status. */
  public Map<ImportStatus, Long> totals() {
    Map<ImportStatus, Long> totals = new EnumMap<>(ImportStatus.class);
    for (ImportStatus status : ImportStatus.values()) {
      totals.put(status, entries.stream().filter(entry -> entry.status() == status).count());
    }
    return totals;
  }

  /** The total number of warnings. */
  public long warningCount() {
    return entries.stream().mapToLong(entry -> entry.warnings().size()).sum();
  }

  /** 0 when every file was imported, unchanged or skipped; 1 when any failed. */
  public int exitStatus() {
    return entries.stream().anyMatch(entry -> entry.status() == ImportStatus.FAILED) ? 1 : 0;
  }
}

package com.quaily.importer.report;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a run did.
 *
 * @param entries one for each file and each folder left out, ordered by path
 */
public record ImportReport(ImportOptions options, List<ImportEntry> entries) {

  public ImportReport {
    entries = List.copyOf(entries);
  }

  /** How many entries have each status; every status is present. */
  public Map<ImportStatus, Long> totals() {
    Map<ImportStatus, Long> totals = new EnumMap<>(ImportStatus.class);
    for (ImportStatus status : ImportStatus.values()) {
      totals.put(status, entries.stream().filter(entry -> entry.status() == status).count());
    }
    return totals;
  }

  /** How many warnings there are in all. */
  public long warningCount() {
    return entries.stream().mapToLong(entry -> entry.warnings().size()).sum();
  }

  /** 0 when every file was imported, unchanged or skipped; 1 when any failed. */
  public int exitStatus() {
    return entries.stream().anyMatch(entry -> entry.status() == ImportStatus.FAILED) ? 1 : 0;
  }
}

package com.quaily.importer.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** Collects the entries of a report and reports progress. */
public final class Tally {
  private final List<ImportEntry> entries;
  private final int total;
  private final Consumer<ImportProgress> progress;
  private int done;

  /**
   * @param leftOut the entries of files that are not documents; not reported as progress
   * @param total number of documents
   */
  public Tally(List<ImportEntry> leftOut, int total, Consumer<ImportProgress> progress) {
    this.entries = new ArrayList<>(leftOut);
    this.total = total;
    this.progress = progress;
  }

  public void add(ImportEntry entry) {
    entries.add(entry);
    progress.accept(new ImportProgress(++done, total, entry));
  }

  /** All entries, ordered by name. */
  public List<ImportEntry> entries() {
    List<ImportEntry> sorted = new ArrayList<>(entries);
    sorted.sort(Comparator.comparing(ImportEntry::source));
    return sorted;
  }
}

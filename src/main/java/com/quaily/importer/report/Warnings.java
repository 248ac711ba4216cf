package com.quaily.importer.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the warnings of a file. */
public final class Warnings {
  private static final int MAX_PER_FILE = 100;

  private final List<ImportWarning> warnings = new ArrayList<>();
  private int dropped;

  public void add(String message) {
    add(0, message);
  }

  /** Adds a warning; after a hundred, warnings are only counted. */
  public void add(int line, String message) {
    ImportWarning warning = new ImportWarning(line, message);
    if (warnings.contains(warning)) {
      return;
    }
    if (warnings.size() == MAX_PER_FILE) {
      dropped++;
    } else {
      warnings.add(warning);
    }
  }

  /** Whether a warning about the line names this markup. */
  public boolean isKnown(int line, String markup) {
    return warnings.stream()
        .anyMatch(warning -> warning.line() == line && warning.message().contains(markup));
  }

  /** Ordered by line. */
  public List<ImportWarning> list() {
    List<ImportWarning> sorted = new ArrayList<>(warnings);
    sorted.sort(Comparator.comparingInt(ImportWarning::line));
    if (dropped > 0) {
      sorted.add(new ImportWarning(0, "and " + dropped + " more warnings"));
    }
    return sorted;
  }
}

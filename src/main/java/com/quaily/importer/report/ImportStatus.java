package com.quaily.importer.report;

import java.util.Locale;

/** What became of a file. In a dry run: what would become of it. */
public enum ImportStatus {
  /** A new post that readers see. */
  CREATED,
  /** A post that readers see was changed. */
  UPDATED,
  /** The post is as the file says already. */
  UNCHANGED,
  /** Saved, new or changed, where only the writer sees it. */
  DRAFT,
  /** Left out on purpose: a template, a section page, a link. */
  SKIPPED,
  /** Not imported; the reason says why, and nothing was saved. */
  FAILED;

  /** The word used in reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

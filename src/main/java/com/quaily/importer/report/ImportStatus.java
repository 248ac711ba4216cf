package com.quaily.importer.report;

import java.util.Locale;

/** The result for a file. In a dry run: the expected result. */
public enum ImportStatus {
  /** Created a published post. */
  CREATED,
  /** Updated a published post. */
  UPDATED,
  /** The post already matches the file. */
  UNCHANGED,
  /** Saved a draft, new or updated. */
  DRAFT,
  /** Skipped on purpose: a template, a section page, a link. */
  SKIPPED,
  /** Not imported, for the given reason; nothing was saved. */
  FAILED;

  /** The word used in reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

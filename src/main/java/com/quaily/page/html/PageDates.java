package com.quaily.page.html;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Dates as the attributes of a page hold them. */
final class PageDates {

  private PageDates() {}

  /** A global date and time of HTML, which has at most three digits of fraction. */
  static String iso(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS).toString();
  }
}

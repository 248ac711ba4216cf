package com.quaily.metrics;

import io.sentry.SentryEvent;
import io.sentry.protocol.Message;
import io.sentry.protocol.SentryException;
import java.util.List;
import java.util.regex.Pattern;

/** Removes from a report what could name a person or open a door. */
final class Scrubber {

  private static final Pattern ADDRESS =
      Pattern.compile("(?<![^\\s<>()\"'=,;@])[^\\s<>()\"'=,;@]++@[^\\s<>()\"',;]+");

  /** Tokens and hashes: long words of letters and digits. */
  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_+/-]{24,}={0,2}");

  private static final Pattern QUERY = Pattern.compile("\\?[^\\s\"']+");

  private static final String NO_QUERY = "?…";

  private Scrubber() {}

  static SentryEvent scrub(SentryEvent event) {
    event.setUser(null);
    event.setRequest(null);
    event.setBreadcrumbs(null);
    Message message = event.getMessage();
    if (message != null) {
      message.setFormatted(scrub(message.getFormatted()));
      message.setMessage(scrub(message.getMessage()));
      message.setParams(null);
    }
    List<SentryException> exceptions = event.getExceptions();
    if (exceptions != null) {
      exceptions.forEach(exception -> exception.setValue(scrub(exception.getValue())));
    }
    return event;
  }

  static String scrub(String text) {
    if (text == null) {
      return null;
    }
    String withoutQueries = QUERY.matcher(text).replaceAll(NO_QUERY);
    String withoutAddresses = ADDRESS.matcher(withoutQueries).replaceAll("…@…");
    return SECRET.matcher(withoutAddresses).replaceAll("…");
  }
}

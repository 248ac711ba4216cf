package com.quaily.delivery.content;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Places in an email where each reader has a value of their own. */
enum ReaderPlace {
  /** The page that stops the emails. */
  STOP_URL(ReaderLinks::stopUrl),
  STOP_URL_IN_HTML(links -> links.stopUrl().replace("&", "&amp;")),
  /** The page where the reader chooses which emails to get. */
  PREFERENCES_URL(ReaderLinks::preferencesUrl),
  PREFERENCES_URL_IN_HTML(links -> links.preferencesUrl().replace("&", "&amp;")),
  /** The reader's part of the invisible image's address. */
  TRACE(ReaderLinks::trace);

  static final Pattern PATTERN =
      Pattern.compile(
          Arrays.stream(values())
              .map(place -> Pattern.quote(place.token()))
              .collect(Collectors.joining("|")));

  private final String token;
  private final Function<ReaderLinks, String> value;

  ReaderPlace(Function<ReaderLinks, String> value) {
    this.token =
        "quaily-" + name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + Tokens.RANDOM + ";";
    this.value = value;
  }

  static ReaderPlace of(String token) {
    return Arrays.stream(values())
        .filter(place -> place.token.equals(token))
        .findFirst()
        .orElseThrow();
  }

  /** Stands in the email for the reader's value. */
  String token() {
    return token;
  }

  String value(ReaderLinks links) {
    return value.apply(links);
  }
}

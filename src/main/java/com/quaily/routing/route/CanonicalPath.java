package com.quaily.routing.route;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The canonical address of a page among its possible spellings. */
final class CanonicalPath {

  private static final String HTML = ".html";

  private CanonicalPath() {}

  /**
   * Lower case, composed letters, without a trailing {@code .html} or {@code index} file.
   * Idempotent.
   */
  static List<String> of(List<String> segments) {
    List<String> canonical = new ArrayList<>(segments.size());
    for (String segment : segments) {
      canonical.add(Normalizer.normalize(segment, Normalizer.Form.NFC).toLowerCase(Locale.ROOT));
    }
    int last = canonical.size() - 1;
    while (last >= 0 && shortened(canonical.get(last)).isEmpty()) {
      canonical.remove(last--);
    }
    if (last >= 0) {
      canonical.set(last, shortened(canonical.get(last)));
    }
    return canonical;
  }

  private static String shortened(String segment) {
    String name = segment;
    while (name.endsWith(HTML)) {
      name = name.substring(0, name.length() - HTML.length());
    }
    return name.equals("index") && !name.equals(segment) ? "" : name;
  }
}

package com.quaily.routing.route;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The one address of a page among the spellings that people and other systems use for it. */
final class CanonicalPath {

  private static final String HTML = ".html";

  private CanonicalPath() {}

  /**
   * Lower case, composed letters, no {@code .html} and no {@code index} file at the end. Doing it
   * again changes nothing.
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

package com.quaily.importer.source;

/** Finds the end of a JSON object at the start of a text, without parsing it. */
final class JsonEnd {

  private JsonEnd() {}

  /** The position after the brace that closes the first one; -1 when there is none. */
  static int find(String text) {
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted) {
        if (c == '\\') {
          i++;
        } else if (c == '"') {
          quoted = false;
        }
      } else if (c == '"') {
        quoted = true;
      } else if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        return i + 1;
      }
    }
    return -1;
  }
}

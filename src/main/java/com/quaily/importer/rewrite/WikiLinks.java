package com.quaily.importer.rewrite;

import com.quaily.importer.source.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Translates Obsidian's {@code [[Note|text]]} and {@code ![[image.png|300]]}. */
final class WikiLinks {
  // Also limits the search for an end, so that many brackets do not take quadratic time.
  private static final int MAX_LENGTH = 1000;
  private static final Pattern BAR = Pattern.compile("\\\\?\\|");
  private static final Pattern SIZE = Pattern.compile("\\d+(?:x\\d+)?");

  private static final Pattern OTHER_FILES =
      Pattern.compile(
          "(?i)\\.(?:pdf|mp3|m4a|wav|ogg|flac|3gp|mp4|webm|mov|mkv|ogv"
              + "|canvas|base|zip|docx?|xlsx?|pptx?)$");

  private final String source;
  private final RewrittenText output;

  WikiLinks(String source, RewrittenText output) {
    this.source = source;
    this.output = output;
  }

  /**
   * Writes the link that starts here; returns the position after it, or the same position if there
   * is none.
   */
  int link(int position, int limit) {
    int close = closing(position + 2, limit);
    if (close < 0 || source.startsWith("(", close + 2)) {
      return position;
    }
    String inner = source.substring(position + 2, close);
    List<String> parts = parts(inner);
    if (ImageFinder.isImage(parts.get(0)) || isOtherFile(parts.get(0))) {
      output.warn(position, "link removed: " + parts.get(0) + " is not a document");
      output.append(label(parts));
    } else {
      output.note(position, label(parts), parts.get(0));
    }
    return close + 2;
  }

  /** Writes the embed that starts here: an image, or a link to the embedded note. */
  int embed(int position, int limit) {
    int close = closing(position + 3, limit);
    if (close < 0) {
      return position;
    }
    String inner = source.substring(position + 3, close);
    List<String> parts = parts(inner);
    String target = parts.get(0);
    if (ImageFinder.isImage(withoutFragment(target))) {
      image(position, parts, inner.contains("\\|") ? "\\|" : "|");
    } else if (isOtherFile(target)) {
      output.warn(position, "embed removed: " + target + " is not an image");
      output.append(PlainText.escape(target));
    } else {
      output.warn(position, "the embedded note \"" + target + "\" became a link");
      output.note(position, label(parts), target);
    }
    return close + 2;
  }

  /** In a table, the bar before a size is escaped and must remain so. */
  private void image(int position, List<String> parts, String bar) {
    String size = "";
    String caption = "";
    for (String part : parts.subList(1, parts.size())) {
      if (SIZE.matcher(part).matches()) {
        size = bar + part;
      } else {
        caption = part;
      }
    }
    // Percent signs in a file name are literal.
    String destination = withoutFragment(parts.get(0)).replace("%", "%25").replace("?", "%3F");
    output.image(position, caption, size, destination, "");
  }

  private int closing(int from, int limit) {
    int end = Math.min(limit, from + MAX_LENGTH);
    int close = from < end ? source.substring(from, end).indexOf("]]") : -1;
    if (close <= 0) {
      return -1;
    }
    String inner = source.substring(from, from + close);
    return inner.contains("\n") || inner.contains("[[") ? -1 : from + close;
  }

  private static List<String> parts(String inner) {
    List<String> parts = new ArrayList<>();
    for (String part : BAR.split(inner, -1)) {
      parts.add(part.strip());
    }
    return parts;
  }

  private static String label(List<String> parts) {
    if (parts.size() > 1 && !parts.get(1).isEmpty()) {
      // The text is Markdown, except for what would end the link.
      return parts.get(1).replace("[", "\\[").replace("]", "\\]");
    }
    String target = parts.get(0);
    String name = withoutFragment(target);
    String fragment = target.substring(name.length()).replaceAll("#\\^?", " > ").strip();
    String last = name.substring(name.lastIndexOf('/') + 1).replaceFirst("(?i)\\.md$", "");
    boolean block = target.contains("#^");
    String text = last.isEmpty() ? fragment.replaceFirst("^> ", "") : last;
    return PlainText.escape(
        last.isEmpty() || block || fragment.isEmpty() ? text : text + " " + fragment);
  }

  private static String withoutFragment(String target) {
    int hash = target.indexOf('#');
    return hash < 0 ? target : target.substring(0, hash);
  }

  private static boolean isOtherFile(String target) {
    return OTHER_FILES.matcher(withoutFragment(target)).find();
  }
}

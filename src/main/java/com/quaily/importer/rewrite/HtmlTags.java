package com.quaily.importer.rewrite;

import com.quaily.importer.report.SourceException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rewrites addresses in HTML tags within Markdown. */
final class HtmlTags {
  private static final int MAX_LENGTH = 4000;
  private static final Pattern TAG = Pattern.compile("</?([A-Za-z][A-Za-z0-9-]*)(?:\\s[^<>]*)?/?>");
  private static final Pattern AUTOLINK = Pattern.compile("<[A-Za-z][A-Za-z0-9+.-]+:[^<>\\s]*>");
  private static final Pattern SOURCE =
      Pattern.compile("(?i)(\\ssrc\\s*=\\s*)(?:\"([^\"]*)\"|'([^']*)')");
  private static final Pattern TARGET =
      Pattern.compile("(?i)(\\shref\\s*=\\s*)(?:\"([^\"]*)\"|'([^']*)')");
  private static final Pattern ALT =
      Pattern.compile("(?i)\\salt\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");

  private final String source;
  private final RewrittenText output;

  HtmlTags(String source, RewrittenText output) {
    this.source = source;
    this.output = output;
  }

  /**
   * Writes the tag that starts here; returns the position after it, or the same position if there
   * is none.
   */
  int at(int position, int limit) {
    Matcher autolink =
        AUTOLINK.matcher(source).region(position, Math.min(limit, position + MAX_LENGTH));
    if (autolink.lookingAt()) {
      output.append(autolink.group());
      return autolink.end();
    }
    Matcher tag = TAG.matcher(source).region(position, Math.min(limit, position + MAX_LENGTH));
    if (!tag.lookingAt()) {
      return position;
    }
    switch (tag.group(1).toLowerCase(Locale.ROOT)) {
      case "img" -> image(position, tag.group());
      case "a" -> anchor(position, tag.group());
      default -> output.append(tag.group());
    }
    return tag.end();
  }

  private void image(int position, String tag) {
    Matcher attribute = SOURCE.matcher(tag);
    if (!attribute.find() || LinkAddress.isRemote(value(attribute))) {
      output.append(tag);
      return;
    }
    try {
      output.append(replaced(tag, attribute, output.imageUrl(value(attribute))));
    } catch (SourceException e) {
      output.warn(position, "image removed: " + e.getMessage());
      Matcher alt = ALT.matcher(tag);
      output.append(alt.find() ? alt.group(1) == null ? alt.group(2) : alt.group(1) : "");
    }
  }

  private void anchor(int position, String tag) {
    Matcher attribute = TARGET.matcher(tag);
    if (!attribute.find() || LinkAddress.isRemote(value(attribute))) {
      output.append(tag);
      return;
    }
    try {
      output.append(replaced(tag, attribute, output.link(position, value(attribute))));
    } catch (SourceException e) {
      output.warn(position, "link removed: " + e.getMessage());
      // Without an address the element stays, so that its end tag still matches.
      output.append(tag.substring(0, attribute.start()) + tag.substring(attribute.end()));
    }
  }

  private static String value(Matcher attribute) {
    return attribute.group(2) == null ? attribute.group(3) : attribute.group(2);
  }

  private static String replaced(String tag, Matcher attribute, String url) {
    return tag.substring(0, attribute.start())
        + attribute.group(1)
        + "\""
        + url
        + "\""
        + tag.substring(attribute.end());
  }
}

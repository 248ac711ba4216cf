package com.quaily.importer.rewrite;

import com.quaily.importer.report.SourceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rewrites addresses and ids in HTML tags within Markdown. */
final class HtmlTags {
  private static final int MAX_LENGTH = 4000;
  private static final Pattern TAG = Pattern.compile("</?([A-Za-z][A-Za-z0-9-]*)(?:\\s[^<>]*)?/?>");
  private static final Pattern AUTOLINK = Pattern.compile("<[A-Za-z][A-Za-z0-9+.-]+:[^<>\\s]*>");
  private static final Pattern CANDIDATE =
      Pattern.compile("([^\\s,]\\S*?)(\\s+[\\d.]+[wx])?(?:,|$)");

  private final String source;
  private final RewrittenText output;
  private final HtmlFrames frames;

  HtmlTags(String source, RewrittenText output) {
    this.source = source;
    this.output = output;
    this.frames = new HtmlFrames(source, output);
  }

  /**
   * Writes the tag that starts here; returns the position after it, or the same position if there
   * is none.
   */
  int at(int position, int limit) {
    Matcher autolink = matcher(AUTOLINK, position, limit);
    if (autolink.lookingAt()) {
      output.append(source, position, autolink.end());
      return autolink.end();
    }
    return tag(position, limit, false);
  }

  /** As {@link #at}, in a block of HTML, where comments are found only here. */
  int inBlock(int position, int limit) {
    if (source.startsWith("<!--", position)) {
      int close = source.indexOf("-->", position);
      int end = close < 0 || close + 3 > limit ? limit : close + 3;
      output.append(source, position, end);
      return end;
    }
    return tag(position, limit, true);
  }

  private int tag(int position, int limit, boolean inBlock) {
    Matcher tag = matcher(TAG, position, limit);
    if (!tag.lookingAt()) {
      return position;
    }
    String name = tag.group(1).toLowerCase(Locale.ROOT);
    if (name.equals("iframe")) {
      return frames.write(tag.group(), position, limit, inBlock);
    }
    String written = withAnchor(tag.group(), name);
    switch (name) {
      case "img" -> image(position, written);
      case "source" -> output.append(withSourceSet(position, written));
      case "a" -> anchor(position, written);
      default -> write(position, tag.end(), written);
    }
    return tag.end();
  }

  private Matcher matcher(Pattern pattern, int position, int limit) {
    return pattern.matcher(source).region(position, Math.min(limit, position + MAX_LENGTH));
  }

  private void write(int start, int end, String written) {
    if (source.startsWith(written, start) && written.length() == end - start) {
      output.append(source, start, end);
    } else {
      output.append(written);
    }
  }

  /** Links are rewritten to the ids of our pages, so the ids of elements are too. */
  private String withAnchor(String tag, String name) {
    Optional<TagAttribute> id = TagAttribute.of(tag, "id");
    if (id.isEmpty() && name.equals("a")) {
      id = TagAttribute.of(tag, "name");
    }
    return id.filter(found -> !found.value().isBlank())
        .filter(
            found -> !output.anchor(found.value()).equals(found.value()) || !found.isNamed("id"))
        .map(found -> found.replaced(tag, "id", output.anchor(found.value())))
        .orElse(tag);
  }

  private void image(int position, String tag) {
    Optional<TagAttribute> address = TagAttribute.of(tag, "src");
    if (address.isEmpty() || LinkAddress.isRemote(address.get().value())) {
      output.append(withSourceSet(position, tag));
      return;
    }
    try {
      String url = output.imageAttribute(address.get().value());
      output.append(withSourceSet(position, address.get().replaced(tag, "src", url)));
    } catch (SourceException e) {
      output.warn(position, "image removed: " + e.getMessage());
      output.append(TagAttribute.of(tag, "alt").map(TagAttribute::value).orElse(""));
    }
  }

  private String withSourceSet(int position, String tag) {
    Optional<TagAttribute> set = TagAttribute.of(tag, "srcset");
    if (set.isEmpty()) {
      return tag;
    }
    List<String> candidates = new ArrayList<>();
    Matcher candidate = CANDIDATE.matcher(set.get().value());
    while (candidate.find()) {
      String width = candidate.group(2) == null ? "" : " " + candidate.group(2).strip();
      try {
        candidates.add(output.imageAttribute(candidate.group(1)) + width);
      } catch (SourceException e) {
        output.warn(position, "image removed: " + e.getMessage());
      }
    }
    return candidates.isEmpty()
        ? set.get().removed(tag)
        : set.get().replaced(tag, "srcset", String.join(", ", candidates));
  }

  private void anchor(int position, String tag) {
    Optional<TagAttribute> address = TagAttribute.of(tag, "href");
    if (address.isEmpty() || LinkAddress.isRemote(address.get().value())) {
      output.append(tag);
      return;
    }
    try {
      String url = output.linkAttribute(position, address.get().value());
      output.append(address.get().replaced(tag, "href", url));
    } catch (SourceException e) {
      output.warn(position, "link removed: " + e.getMessage());
      // Without an address the element stays, so that its end tag still matches.
      output.append(address.get().removed(tag));
    }
  }
}

package com.quaily.importer.rewrite;

import com.quaily.importer.report.SourceException;
import com.quaily.importer.source.PlainText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Translates Hugo's shortcodes, Jekyll's Liquid tags and kramdown's attribute lists. */
final class TemplateTags {
  // Limits the search for an end, so that many braces do not take quadratic time.
  private static final int MAX_LENGTH = 1000;
  private static final Pattern SHORTCODE =
      Pattern.compile(
          "\\{\\{([<%])\\s{0,9}+(/?)\\s{0,9}+([\\w./-]{1,99})((?:(?!\\{\\{)[^\n]|\n(?![ \t]*\n)){0,899}?)/?\\s{0,9}[>%]\\}\\}");
  private static final Pattern LIQUID_TAG =
      Pattern.compile(
          "\\{%-?\\s{0,9}+([\\w-]{1,99}+)\\s{0,9}+((?:(?!\\{%)[^\n]|\n(?![ \t]*\n)){0,899}?)-?%\\}");
  private static final Pattern LIQUID_VALUE = Pattern.compile("\\{\\{[^\n{}]{0,1999}\\}\\}");
  private static final Pattern ATTRIBUTE_LIST =
      Pattern.compile("\\{:\\s*(?:toc|[.#][\\w-]|[\\w-]+=)[^\n{}]*\\}");
  // The list item that kramdown replaces with the table of contents.
  private static final Pattern CONTENTS_ITEM = Pattern.compile("(?:[-*+]|1\\.)[ \t].*\n");
  private static final Pattern INCLUDED = Pattern.compile("\\S+");
  private static final Set<String> DOCUMENT_FUNCTIONS = Set.of("ref", "relref", "post_url", "link");

  private final String source;
  private final RewrittenText output;
  private final HeadingIds headingIds;

  TemplateTags(String source, RewrittenText output, HeadingIds headingIds) {
    this.source = source;
    this.output = output;
    this.headingIds = headingIds;
  }

  /**
   * Writes the tag that starts here; returns the position after it, or the same position if there
   * is none.
   */
  int at(int position, int limit) {
    int end = Math.min(limit, position + MAX_LENGTH);
    if (source.substring(position, end).indexOf('}') < 0) {
      return position;
    }
    Matcher shortcode = matcher(SHORTCODE, position, end);
    if (shortcode.lookingAt()) {
      String name = shortcode.group(3);
      boolean closing = !shortcode.group(2).isEmpty();
      write(position, shortcode, closing ? "/" + name : name, shortcode.group(4));
      return shortcode.end();
    }
    Matcher tag = matcher(LIQUID_TAG, position, end);
    if (tag.lookingAt()) {
      write(position, tag, tag.group(1), tag.group(2));
      return tag.end();
    }
    Matcher value = matcher(LIQUID_VALUE, position, end);
    if (value.lookingAt()) {
      value(position, value.group());
      return value.end();
    }
    return attributeList(position, end);
  }

  /** As {@link #at}, in a block of HTML: Markdown needs a paragraph of its own there. */
  int inBlock(int position, int limit) {
    int before = output.text().length();
    int after = at(position, limit);
    String written = output.text().substring(before);
    if (written.startsWith("![") || written.startsWith("<http")) {
      output.text().setLength(before);
      output.paragraph(written);
    }
    return after;
  }

  private Matcher matcher(Pattern pattern, int position, int limit) {
    return pattern.matcher(source).region(position, limit);
  }

  private void write(int position, Matcher tag, String name, String arguments) {
    TagArguments values = TagArguments.of(arguments);
    if (DOCUMENT_FUNCTIONS.contains(name)) {
      address(position, tag.group());
    } else if (name.equals("figure") && values.named("src").isPresent()) {
      figure(position, values);
    } else {
      Optional<String> translated = embed(name, values);
      if (translated.isEmpty()) {
        output.warn(position, "kept unchanged: " + oneLine(tag.group()) + " has no equivalent");
      }
      output.append(translated.orElse(tag.group()));
    }
  }

  private static String oneLine(String tag) {
    return tag.replaceAll("\\s+", " ");
  }

  private void address(int position, String tag) {
    try {
      output.append(output.link(position, tag));
    } catch (SourceException e) {
      output.warn(position, "link removed: " + e.getMessage());
    }
  }

  private void figure(int position, TagArguments values) {
    String title = values.named("caption").or(() -> values.named("title")).orElse("");
    String alt = values.named("alt").or(() -> values.named("title")).orElse(title);
    String size = values.named("width").map(w -> w.replaceFirst("px$", "")).orElse("");
    output.image(
        position,
        PlainText.escape(alt),
        size.matches("\\d+%?") ? "|" + size : "",
        values.named("src").orElseThrow(),
        title.isEmpty() ? "" : "\"" + title.replace("\"", "\\\"") + "\"");
  }

  /** The Markdown of an embed: in our dialect, an image with a page's URL. */
  private static Optional<String> embed(String name, TagArguments values) {
    if (name.equals("include")) {
      // Jekyll themes store the file in different places, but under the same name.
      Matcher file = INCLUDED.matcher(values.at(0).orElse(""));
      String path = file.find() ? file.group().toLowerCase(Locale.ROOT) : "";
      return path.contains("youtube")
          ? values.named("id").map(TemplateTags::youtube)
          : Optional.empty();
    }
    Optional<String> id = values.named("id").or(() -> values.at(0)).filter(TemplateTags::isId);
    return switch (name) {
      case "youtube" -> id.map(TemplateTags::youtube);
      case "bilibili" -> id.map(video -> "![](https://www.bilibili.com/video/" + video + ")");
      case "tweet", "x", "twitter" -> id.map(status -> status(status, values));
      case "vimeo" -> id.map(video -> "<https://vimeo.com/" + video + ">");
      case "instagram" -> id.map(post -> "<https://www.instagram.com/p/" + post + "/>");
      case "gist" -> gist(values);
      default -> Optional.empty();
    };
  }

  private static boolean isId(String id) {
    return id.matches("[\\w-]+");
  }

  private static String youtube(String id) {
    return "![](https://www.youtube.com/watch?v=" + id + ")";
  }

  private static String status(String id, TagArguments values) {
    String user = values.named("user").filter(TemplateTags::isId).orElse("i");
    return "![](https://x.com/" + user + "/status/" + id + ")";
  }

  private static Optional<String> gist(TagArguments values) {
    List<String> path =
        values.positional().stream().filter(part -> part.matches("[\\w/-]+")).toList();
    return path.isEmpty()
        ? Optional.empty()
        : Optional.of("<https://gist.github.com/" + String.join("/", path) + ">");
  }

  private void value(int position, String tag) {
    LinkAddress address = LinkAddress.of(tag);
    if (address.hasTemplate()) {
      output.warn(position, "kept unchanged: " + oneLine(tag) + " has no equivalent");
      output.append(tag);
    } else {
      output.append(address.path());
    }
  }

  /** kramdown's {@code {:toc}} and {@code {: .class}} style the preceding element. */
  private int attributeList(int position, int limit) {
    Matcher list = matcher(ATTRIBUTE_LIST, position, limit);
    if (!list.lookingAt()) {
      return position;
    }
    StringBuilder text = output.text();
    int lastLine = text.lastIndexOf("\n", text.length() - 2) + 1;
    if (list.group().startsWith("{:toc")
        && CONTENTS_ITEM.matcher(text.substring(lastLine)).matches()) {
      text.setLength(lastLine);
    }
    if (!headingIds.below(list.group())) {
      output.warn(position, "removed: " + list.group() + " is not supported");
    }
    return list.end();
  }
}

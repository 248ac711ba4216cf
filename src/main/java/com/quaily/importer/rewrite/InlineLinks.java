package com.quaily.importer.rewrite;

import com.quaily.importer.report.SourceException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rewrites links and images in Markdown and Obsidian's notation, and link definitions. */
final class InlineLinks {
  private static final Pattern DEFINITION =
      Pattern.compile(
          " {0,3}(\\[[^\\]^\\[\n][^\\]\n]{0,499}+\\]:[ \t]{0,99}+)(<[^>\n]{0,499}+>|\\S{1,1999}+)(?=[ \t]*(?:[\"'(][^\n]*)?(?:\n|$))");
  private static final Pattern SIZE_AT_END = Pattern.compile("\\|[ \t]*\\d+(?:x\\d+)?[ \t]*$");

  /** An opening bracket without its end, and its position in the output. */
  private record Bracket(boolean image, int source, int output) {}

  private final String source;
  private final RewrittenText output;
  private final WikiLinks wikiLinks;
  private final Deque<Bracket> brackets = new ArrayDeque<>();

  InlineLinks(String source, RewrittenText output) {
    this.source = source;
    this.output = output;
    this.wikiLinks = new WikiLinks(source, output);
  }

  /** Links do not reach across blank lines. */
  void endParagraph() {
    brackets.clear();
  }

  /** Writes the image that starts here; each method returns the position after what it wrote. */
  int exclamation(int position, int end) {
    if (source.startsWith("![[", position)) {
      int after = wikiLinks.embed(position, end);
      if (after > position) {
        return after;
      }
    }
    if (source.startsWith("![", position) && position + 1 < end) {
      brackets.push(new Bracket(true, position, output.text().length()));
      return copy(position, position + 2);
    }
    return position;
  }

  int opening(int position, int end) {
    if (source.startsWith("[[", position)) {
      int after = wikiLinks.link(position, end);
      if (after > position) {
        return after;
      }
    }
    brackets.push(new Bracket(false, position, output.text().length()));
    return copy(position, position + 1);
  }

  int closing(int position, int end) {
    if (brackets.isEmpty()) {
      return position;
    }
    Bracket bracket = brackets.pop();
    if (!source.startsWith("](", position)) {
      return position;
    }
    InlineDestination destination = InlineDestination.at(source, position + 2).orElse(null);
    if (destination == null || destination.end() > end) {
      return position;
    }
    if (LinkAddress.isRemote(destination.url()) && destination.size().isEmpty()) {
      return copy(position, destination.end());
    }
    if (bracket.image()) {
      image(bracket, destination);
    } else {
      link(bracket, destination);
    }
    return destination.end();
  }

  private void image(Bracket bracket, InlineDestination destination) {
    StringBuilder text = output.text();
    String alt = text.substring(bracket.output() + 2);
    text.setLength(bracket.output());
    Matcher size = SIZE_AT_END.matcher(alt);
    String label =
        destination.size().isEmpty() || size.find() ? alt : alt + "|" + destination.size();
    output.image(bracket.source(), label, "", destination.url(), destination.title());
  }

  private void link(Bracket bracket, InlineDestination destination) {
    try {
      String url = output.link(bracket.source(), destination.url());
      String title = destination.title();
      output.append("](" + url + (title.isEmpty() ? "" : " " + title) + ")");
    } catch (SourceException e) {
      output.warn(bracket.source(), "link removed: " + e.getMessage());
      output.text().deleteCharAt(bracket.output());
    }
  }

  /** Writes the link definition that starts a line here. */
  int definition(int position, int end) {
    Matcher matcher = DEFINITION.matcher(source).region(position, end);
    if (!matcher.lookingAt()) {
      return position;
    }
    String written = matcher.group(2).replaceAll("^<|>$", "");
    if (written.isEmpty()) {
      // Writers hide notes behind it: [comment]: <> (a note)
      output.append(source, position, matcher.end());
      return matcher.end();
    }
    try {
      String url = output.link(position, written);
      output.append(source, position, matcher.start(2));
      output.append(LinkAddress.isRemote(written) ? matcher.group(2) : url);
    } catch (SourceException e) {
      output.warn(position, "link removed: " + e.getMessage());
      int lineFeed = source.indexOf('\n', matcher.end());
      return lineFeed < 0 || lineFeed > end ? end : lineFeed;
    }
    return matcher.end();
  }

  private int copy(int start, int end) {
    output.append(source, start, end);
    return end;
  }
}

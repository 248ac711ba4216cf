package com.quaily.importer.rewrite;

import com.quaily.importer.report.SourceException;
import com.quaily.importer.report.Warnings;
import com.quaily.importer.source.BodyScan.Heading;
import com.quaily.importer.source.BodyScan.Region;
import com.quaily.importer.source.Lines;
import com.quaily.importer.source.SourceDocument.Body;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rewrites the body of a document in our dialect: resolves links and images, translates other
 * notations, and leaves everything that is not prose unchanged.
 */
public final class BodyRewriter {
  private static final Pattern BLOCK_ID = Pattern.compile("\\^[A-Za-z0-9-]+[ \t]*(?=\n|$)");
  private static final Pattern DEFINITION =
      Pattern.compile(
          " {0,3}(\\[[^\\]^\\[\n][^\\]\n]{0,499}+\\]:[ \t]{0,99}+)(<[^>\n]{0,499}+>|\\S{1,1999}+)(?=[ \t]*(?:[\"'(][^\n]*)?(?:\n|$))");
  private static final Pattern SIZE_AT_END = Pattern.compile("\\|[ \t]*\\d+(?:x\\d+)?[ \t]*$");

  /** An opening bracket without its end, and its position in the output. */
  private record Bracket(boolean image, int source, int output) {}

  private final String source;
  private final Body body;
  private final RewrittenText output;
  private final WikiLinks wikiLinks;
  private final TemplateTags templateTags;
  private final HtmlTags htmlTags;
  private final Deque<Bracket> brackets = new ArrayDeque<>();

  private BodyRewriter(Body body, RewrittenText output) {
    this.source = body.text();
    this.body = body;
    this.output = output;
    this.wikiLinks = new WikiLinks(source, output);
    this.templateTags = new TemplateTags(source, output);
    this.htmlTags = new HtmlTags(source, output);
  }

  /** The body as Markdown for our pages, without surrounding blank lines. */
  public static String rewrite(Body body, References references, Warnings warnings) {
    RewrittenText output = new RewrittenText(references, warnings, Lines.of(body.text()));
    new BodyRewriter(body, output).run();
    return output.text().toString().replaceFirst("^[ \t\n]*\n", "").stripTrailing();
  }

  private void run() {
    int position = body.scan().start();
    for (Region region : body.scan().regions()) {
      proseWithoutTitle(position, region.start());
      if (!inTitle(region.start())) {
        region(region);
      }
      position = region.end();
    }
    proseWithoutTitle(position, source.length());
  }

  private boolean inTitle(int position) {
    return body.titleLine().filter(t -> t.start() <= position && position < t.end()).isPresent();
  }

  private void proseWithoutTitle(int start, int end) {
    if (body.titleLine().isEmpty()) {
      prose(start, end);
      return;
    }
    Heading title = body.titleLine().get();
    prose(start, Math.min(end, title.start()));
    prose(Math.max(start, title.end()), end);
  }

  private void region(Region region) {
    switch (region.kind()) {
      case VERBATIM -> output.append(source, region.start(), region.end());
      case RAW -> output.append(source, region.innerStart(), region.innerEnd());
      case HIGHLIGHT -> highlight(region);
      case REMOVED -> output.append("");
    }
  }

  private void highlight(Region region) {
    String code = source.substring(region.innerStart(), region.innerEnd());
    String fence = code.contains("```") ? "~~~~" : "```";
    boolean lineStart = output.text().length() == 0 || endsWith('\n');
    output.append((lineStart ? "" : "\n") + fence + region.language() + "\n" + code);
    output.append((endsWith('\n') ? "" : "\n") + fence);
    boolean lineEnd = region.end() >= source.length() || source.charAt(region.end()) == '\n';
    output.append(lineEnd ? "" : "\n");
  }

  private boolean endsWith(char c) {
    return output.text().length() > 0 && output.text().charAt(output.text().length() - 1) == c;
  }

  private void prose(int start, int end) {
    int position = start;
    while (position < end) {
      position = next(position, end);
    }
  }

  /** Writes the construct that starts here and returns the position after it. */
  private int next(int position, int end) {
    if (isLineStart(position)) {
      int after = definition(position, end);
      if (after > position) {
        return after;
      }
    }
    char c = source.charAt(position);
    int after =
        switch (c) {
          case '\\' -> copy(position, Math.min(position + 2, end));
          case '!' -> exclamation(position, end);
          case '[' -> opening(position, end);
          case ']' -> closing(position, end);
          case '{' -> templateTags.at(position, end);
          case '<' -> htmlTags.at(position, end);
          case '^' -> blockId(position, end);
          case '\n' -> lineFeed(position);
          default -> position;
        };
    return after > position ? after : copy(position, position + 1);
  }

  private boolean isLineStart(int position) {
    return position == 0 || source.charAt(position - 1) == '\n';
  }

  private int copy(int start, int end) {
    output.append(source, start, end);
    return end;
  }

  private int lineFeed(int position) {
    if (position + 1 < source.length() && source.charAt(position + 1) == '\n') {
      brackets.clear();
    }
    return copy(position, position + 1);
  }

  private int exclamation(int position, int end) {
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

  private int opening(int position, int end) {
    if (source.startsWith("[[", position)) {
      int after = wikiLinks.link(position, end);
      if (after > position) {
        return after;
      }
    }
    brackets.push(new Bracket(false, position, output.text().length()));
    return copy(position, position + 1);
  }

  private int closing(int position, int end) {
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

  private int definition(int position, int end) {
    Matcher matcher = DEFINITION.matcher(source).region(position, end);
    if (!matcher.lookingAt()) {
      return position;
    }
    String written = matcher.group(2).replaceAll("^<|>$", "");
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

  /** Obsidian's block ids, at the end of a line. */
  private int blockId(int position, int end) {
    boolean apart = isLineStart(position) || Character.isWhitespace(source.charAt(position - 1));
    Matcher matcher = BLOCK_ID.matcher(source).region(position, end);
    if (!apart || !matcher.lookingAt()) {
      return position;
    }
    StringBuilder text = output.text();
    while (endsWith(' ') || endsWith('\t')) {
      text.setLength(text.length() - 1);
    }
    return matcher.end();
  }
}

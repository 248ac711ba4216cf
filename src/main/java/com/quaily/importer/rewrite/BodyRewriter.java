package com.quaily.importer.rewrite;

import com.quaily.importer.report.Leftover;
import com.quaily.importer.report.Warnings;
import com.quaily.importer.source.BodyScan.Heading;
import com.quaily.importer.source.BodyScan.Kind;
import com.quaily.importer.source.BodyScan.Region;
import com.quaily.importer.source.Lines;
import com.quaily.importer.source.SourceDocument.Body;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rewrites the body of a document in our dialect: resolves links and images, translates other
 * notations, and leaves everything that is not prose unchanged.
 */
public final class BodyRewriter {
  private static final Pattern BLOCK_ID = Pattern.compile("\\^[A-Za-z0-9-]+[ \t]*(?=\n|$)");
  private final String source;
  private final Body body;
  private final RewrittenText output;
  private final InlineLinks links;
  private final HeadingIds headingIds;
  private final TemplateTags templateTags;
  private final HtmlTags htmlTags;

  private BodyRewriter(Body body, RewrittenText output) {
    this.source = body.text();
    this.body = body;
    this.output = output;
    this.links = new InlineLinks(source, output);
    this.headingIds = new HeadingIds(source, output);
    this.templateTags = new TemplateTags(source, output, headingIds);
    this.htmlTags = new HtmlTags(source, output);
  }

  /** The body as Markdown for our pages, without surrounding blank lines. */
  public static String rewrite(Body body, References references, Warnings warnings) {
    RewrittenText output = new RewrittenText(references, warnings, Lines.of(body.text()));
    new BodyRewriter(body, output).run();
    String all = output.text().toString();
    String content = all.replaceFirst("^[ \t\n]*\n", "");
    report(content, all.length() - content.length(), body, references, output);
    return content.stripTrailing();
  }

  /** A last look with the eyes of our pages: what they would show as source, or not at all. */
  private static void report(
      String content, int removed, Body body, References references, RewrittenText output) {
    Lines lines = Lines.of(content);
    for (Leftover leftover : references.leftovers(content)) {
      int line = output.sourceLine(removed + lines.start(leftover.line()));
      if (!isMeantAsText(line, body, output)) {
        output.warnOnce(line, leftover.markup(), leftover.problem());
      }
    }
  }

  private static boolean isMeantAsText(int line, Body body, RewrittenText output) {
    return body.scan().regions().stream()
        .filter(region -> region.kind() == Kind.RAW)
        .anyMatch(
            region -> output.line(region.start()) <= line && line <= output.line(region.end()));
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
    output.from(region.start());
    switch (region.kind()) {
      case HTML -> html(region.start(), region.end());
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
      output.from(position);
      position = next(position, end);
    }
  }

  /** Writes the construct that starts here and returns the position after it. */
  private int next(int position, int end) {
    if (isLineStart(position)) {
      int after = links.definition(position, end);
      if (after > position) {
        return after;
      }
    }
    char c = source.charAt(position);
    int after =
        switch (c) {
          case '\\' -> copy(position, Math.min(position + 2, end));
          case '!' -> links.exclamation(position, end);
          case '[' -> links.opening(position, end);
          case ']' -> links.closing(position, end);
          case '{' -> brace(position, end);
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
      links.endParagraph();
    }
    return copy(position, position + 1);
  }

  private int brace(int position, int end) {
    int after = headingIds.at(position, end);
    return after > position ? after : templateTags.at(position, end);
  }

  /** Writes a block of HTML, in which only tags mean something, and a generator's own. */
  private void html(int start, int end) {
    int position = start;
    while (position < end) {
      output.from(position);
      int after =
          switch (source.charAt(position)) {
            case '<' -> htmlTags.inBlock(position, end);
            case '{' -> templateTags.inBlock(position, end);
            default -> position;
          };
      position = after > position ? after : copy(position, position + 1);
    }
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

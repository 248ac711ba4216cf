package com.quaily.page.markdown;

import com.quaily.page.markdown.node.CjkEmphasis;
import com.quaily.page.markdown.node.NodeWalk;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;

/**
 * The blocks of a source that hold prose: paragraphs, headings and table cells. They can be
 * replaced one by one; everything around them stays as it is, byte for byte.
 */
public final class TextBlocks {

  private static final Pattern HEADING_START = Pattern.compile("^ {0,3}#{1,6}[ \\t]+");
  private static final Pattern HEADING_END = Pattern.compile("(?:[ \\t]+#{1,50})?[ \\t]*$");

  private static final DialectParser PARSER = DialectParser.withLines();

  private final String source;
  private final List<TextBlock> blocks;

  private TextBlocks(String source, List<TextBlock> blocks) {
    this.source = source;
    this.blocks = blocks;
  }

  /**
   * A block.
   *
   * @param text its lines without the marks of what contains it
   * @param margin what a further line of it begins with
   */
  public record TextBlock(int start, int end, String text, String margin) {}

  /** Finds the blocks of a source. */
  public static TextBlocks of(String source) {
    String clean = CjkEmphasis.cleaned(source);
    List<TextBlock> blocks = new ArrayList<>();
    Node document = PARSER.parse(clean);
    for (Node node = document; node != null; node = NodeWalk.next(node, document)) {
      if (node instanceof Paragraph || node instanceof Heading || node instanceof TableCell) {
        add(blocks, node, clean);
      }
    }
    blocks.sort(Comparator.comparingInt(TextBlock::start));
    return new TextBlocks(clean, blocks);
  }

  private static void add(List<TextBlock> blocks, Node node, String source) {
    List<SourceSpan> spans = node.getSourceSpans();
    if (node instanceof Heading && spans.size() > 1) {
      // The last line of such a heading underlines it.
      spans = spans.subList(0, spans.size() - 1);
    }
    if (spans.isEmpty()) {
      return;
    }
    StringBuilder text = new StringBuilder();
    for (SourceSpan span : spans) {
      int start = span.getInputIndex();
      text.append(text.isEmpty() ? "" : "\n").append(source, start, start + span.getLength());
    }
    SourceSpan last = spans.get(spans.size() - 1);
    int start = spans.get(0).getInputIndex();
    int end = last.getInputIndex() + last.getLength();
    trimmed(node, start, end, text.toString())
        .map(block -> withMargin(block, source))
        .ifPresent(blocks::add);
  }

  /** Without the marks of a heading, and without white space at both ends. */
  private static Optional<TextBlock> trimmed(Node node, int start, int end, String text) {
    String kept = text;
    int from = start;
    int to = end;
    if (node instanceof Heading) {
      Matcher opening = HEADING_START.matcher(kept);
      if (opening.find()) {
        from += opening.end();
        kept = kept.substring(opening.end());
        Matcher closing = HEADING_END.matcher(kept);
        if (closing.find()) {
          to -= kept.length() - closing.start();
          kept = kept.substring(0, closing.start());
        }
      }
    }
    int leading = kept.length() - kept.stripLeading().length();
    int trailing = kept.length() - kept.stripTrailing().length();
    return kept.isBlank()
        ? Optional.empty()
        : Optional.of(new TextBlock(from + leading, to - trailing, kept.strip(), ""));
  }

  /** A list's bullet becomes white space, a quotation's mark stays. */
  private static TextBlock withMargin(TextBlock block, String source) {
    int line = source.lastIndexOf('\n', block.start() - 1) + 1;
    String margin = source.substring(line, block.start()).replaceAll("[^>\\s]", " ");
    return new TextBlock(block.start(), block.end(), block.text(), margin);
  }

  /** All blocks, in the order of the source. */
  public List<TextBlock> blocks() {
    return blocks;
  }

  /**
   * The source with other texts in these blocks.
   *
   * @param texts by index of the block; only hard line breaks are on further lines
   */
  public String replace(Map<Integer, String> texts) {
    StringBuilder replaced = new StringBuilder(source);
    for (int i = blocks.size() - 1; i >= 0; i--) {
      String text = texts.get(i);
      if (text != null) {
        TextBlock block = blocks.get(i);
        replaced.replace(block.start(), block.end(), text.replace("\n", "\n" + block.margin()));
      }
    }
    return replaced.toString();
  }
}

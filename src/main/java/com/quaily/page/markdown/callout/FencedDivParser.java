package com.quaily.page.markdown.callout;

import com.quaily.page.markdown.node.FencedDiv;
import com.quaily.page.markdown.node.MathBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.commonmark.text.Characters;

/**
 * Parses pandoc's fenced divs: {@code ::: name}, {@code ::: {.one .two}}, closed by {@code :::}.
 */
public final class FencedDivParser extends AbstractBlockParser {
  private static final int CODE_INDENT = 4;
  private static final int SHORTEST_FENCE = 3;
  private static final Pattern OPENING =
      Pattern.compile("(:{3,})[ \\t]*(?:\\{([^{}]*)\\}|([^\\s{}:]+))[ \\t]*:*[ \\t]*");
  private static final Pattern CLASS = Pattern.compile("[a-z0-9-]{1,40}");

  private final FencedDiv block;
  private final FencedDiv outer;

  private FencedDivParser(FencedDiv block, FencedDiv outer) {
    this.block = block;
    this.outer = outer;
    if (outer != null) {
      outer.open(block);
    }
  }

  public static BlockParserFactory factory() {
    return new Factory();
  }

  @Override
  public Block getBlock() {
    return block;
  }

  @Override
  public boolean isContainer() {
    return true;
  }

  @Override
  public boolean canContain(Block childBlock) {
    return true;
  }

  @Override
  public BlockContinue tryContinue(ParserState state) {
    int colons = state.getIndent() < CODE_INDENT ? closingColons(state) : 0;
    boolean closes =
        colons >= SHORTEST_FENCE
            && !isInsideCode(state.getActiveBlockParser().getBlock())
            && block.endsAt(colons);
    return closes ? BlockContinue.finished() : BlockContinue.atIndex(state.getIndex());
  }

  @Override
  public void closeBlock() {
    if (outer != null) {
      outer.closeInner();
    }
  }

  /** The number of colons if the line contains nothing else; 0 for any other line. */
  private static int closingColons(ParserState state) {
    CharSequence line = state.getLine().getContent();
    int start = state.getNextNonSpaceIndex();
    int end = start;
    while (end < line.length() && line.charAt(end) == ':') {
      end++;
    }
    return Characters.skipSpaceTab(line, end, line.length()) == line.length() ? end - start : 0;
  }

  /** Whether the open block is code or a formula with only divs between it and this one. */
  private boolean isInsideCode(Block active) {
    if (!(active instanceof FencedCodeBlock || active instanceof MathBlock)) {
      return false;
    }
    Node parent = active.getParent();
    while (parent instanceof FencedDiv && parent != block) {
      parent = parent.getParent();
    }
    return parent == block;
  }

  private static CharSequence rest(ParserState state) {
    CharSequence line = state.getLine().getContent();
    return line.subSequence(Math.min(state.getNextNonSpaceIndex(), line.length()), line.length());
  }

  private static final class Factory extends AbstractBlockParserFactory {
    @Override
    public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
      CharSequence line = rest(state);
      if (state.getIndent() >= CODE_INDENT || line.length() == 0 || line.charAt(0) != ':') {
        return BlockStart.none();
      }
      Matcher matcher = OPENING.matcher(line);
      if (!matcher.matches()) {
        return BlockStart.none();
      }
      FencedDiv div = new FencedDiv(matcher.group(1).length(), classes(matcher));
      Block container = matched.getMatchedBlockParser().getBlock();
      return BlockStart.of(new FencedDivParser(div, enclosingDiv(container)))
          .atIndex(state.getLine().getContent().length());
    }

    private static List<String> classes(Matcher matcher) {
      List<String> classes = new ArrayList<>();
      if (matcher.group(3) != null) {
        addIfAllowed(classes, matcher.group(3));
      } else {
        for (String attribute : matcher.group(2).strip().split("\\s+", -1)) {
          if (attribute.startsWith(".")) {
            addIfAllowed(classes, attribute.substring(1));
          }
        }
      }
      return classes;
    }

    private static void addIfAllowed(List<String> classes, String name) {
      if (CLASS.matcher(name).matches() && !classes.contains(name)) {
        classes.add(name);
      }
    }

    private static FencedDiv enclosingDiv(Node node) {
      Node ancestor = node;
      while (ancestor != null && !(ancestor instanceof FencedDiv)) {
        ancestor = ancestor.getParent();
      }
      return (FencedDiv) ancestor;
    }
  }
}

package com.quaily.page.markdown.math;

import com.quaily.page.markdown.node.MathBlock;
import org.commonmark.node.Block;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * Parses block formulas: {@code $$} alone on a line up to the next such line, or {@code $$x$$} on
 * one line. Text that only starts with {@code $$} is left to the inline parser.
 */
public final class MathBlockParser extends AbstractBlockParser {
  private static final String FENCE = "$$";
  private static final int CODE_INDENT = 4;

  private final MathBlock block = new MathBlock();
  private final StringBuilder content = new StringBuilder();
  private boolean closed;

  private MathBlockParser() {}

  private MathBlockParser(String completeContent) {
    content.append(completeContent);
    closed = true;
  }

  public static BlockParserFactory factory() {
    return new Factory();
  }

  @Override
  public Block getBlock() {
    return block;
  }

  @Override
  public BlockContinue tryContinue(ParserState state) {
    if (closed) {
      return BlockContinue.none();
    }
    String line = rest(state);
    if (line.equals(FENCE)) {
      closed = true;
      return BlockContinue.finished();
    }
    return BlockContinue.atIndex(state.getIndex());
  }

  @Override
  public void addLine(SourceLine line) {
    if (closed) {
      return;
    }
    // The first call carries what follows the opening fence on its line: nothing.
    if (content.length() > 0 || !line.getContent().isEmpty()) {
      content.append(line.getContent()).append('\n');
    }
  }

  @Override
  public void closeBlock() {
    block.complete(content.toString().strip(), closed);
  }

  private static String rest(ParserState state) {
    String line = state.getLine().getContent().toString();
    return line.substring(Math.min(state.getNextNonSpaceIndex(), line.length())).strip();
  }

  private static final class Factory extends AbstractBlockParserFactory {
    @Override
    public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
      if (state.getIndent() >= CODE_INDENT) {
        return BlockStart.none();
      }
      String line = rest(state);
      int end = state.getLine().getContent().length();
      if (line.equals(FENCE)) {
        return BlockStart.of(new MathBlockParser()).atIndex(end);
      }
      if (line.length() > 4
          && line.startsWith(FENCE)
          && line.indexOf(FENCE, 2) == line.length() - 2) {
        return BlockStart.of(new MathBlockParser(line.substring(2, line.length() - 2)))
            .atIndex(end);
      }
      return BlockStart.none();
    }
  }
}

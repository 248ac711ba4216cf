package com.quaily.page.markdown;

import com.quaily.page.markdown.node.NodeWalk;
import java.util.BitSet;
import java.util.Locale;
import java.util.regex.Pattern;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;

/**
 * Finds the line {@code <!--paywall-->} that splits a source. In doubt it splits: paid text must
 * never be shown because the line is in an unusual place, such as a quote or a div. Only in code is
 * the line plain text.
 */
final class PaywallSplitter {
  private static final Pattern MARKER =
      Pattern.compile("<!--\\s*paywall\\s*-->", Pattern.CASE_INSENSITIVE);
  private static final DialectParser PARSER = DialectParser.withLines();

  private PaywallSplitter() {}

  static boolean isOnlyMarker(String text) {
    return MARKER.matcher(text.strip()).matches();
  }

  static SplitContent split(String source) {
    if (!source.toLowerCase(Locale.ROOT).contains("paywall")) {
      return new SplitContent(source, "");
    }
    BitSet codeLines = null;
    int start = 0;
    for (int line = 0; start < source.length(); line++) {
      int end = endOfLine(source, start);
      if (isOnlyMarker(withoutQuoteSigns(source.substring(start, end)))) {
        codeLines = codeLines == null ? codeLines(source) : codeLines;
        if (!codeLines.get(line)) {
          return new SplitContent(source.substring(0, start), source.substring(end));
        }
      }
      start = end;
    }
    return new SplitContent(source, "");
  }

  private static String withoutQuoteSigns(String line) {
    int i = 0;
    while (i < line.length() && (line.charAt(i) == '>' || line.charAt(i) <= ' ')) {
      i++;
    }
    return line.substring(i);
  }

  /** The index after the line that starts at {@code start}, including its line break. */
  private static int endOfLine(String source, int start) {
    int i = start;
    while (i < source.length() && source.charAt(i) != '\n' && source.charAt(i) != '\r') {
      i++;
    }
    if (source.startsWith("\r\n", i)) {
      return i + 2;
    }
    return Math.min(i + 1, source.length());
  }

  private static BitSet codeLines(String source) {
    BitSet lines = new BitSet();
    Node document = PARSER.parse(source);
    for (Node node = document; node != null; node = NodeWalk.next(node, document)) {
      if (node instanceof FencedCodeBlock || node instanceof IndentedCodeBlock) {
        for (SourceSpan span : node.getSourceSpans()) {
          lines.set(span.getLineIndex());
        }
      }
    }
    return lines;
  }
}

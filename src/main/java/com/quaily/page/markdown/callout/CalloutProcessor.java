package com.quaily.page.markdown.callout;

import com.quaily.page.markdown.callout.Callout.Kind;
import com.quaily.page.markdown.node.CalloutTitle;
import com.quaily.page.markdown.node.FencedDiv;
import com.quaily.page.markdown.node.NodeWalk;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Document;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.PostProcessor;

/**
 * Converts quotes that start with {@code [!NOTE]}, and paragraphs that start with {@code NOTE:} in
 * capitals, into callouts.
 */
public final class CalloutProcessor implements PostProcessor {
  private static final Pattern BRACKET =
      Pattern.compile("\\[!([A-Za-z][A-Za-z0-9_-]{0,31})\\][+-]?[ \\t]*(.*)", Pattern.DOTALL);
  private static final Pattern WORD =
      Pattern.compile(
          "(NOTE|TIP|IMPORTANT|WARNING|CAUTION)(?:(?:[:：]|[!！]{3})\\s*(.*))?", Pattern.DOTALL);

  @Override
  public Node process(Node document) {
    Node node = document;
    while (node != null) {
      Node replaced = replacementOf(node);
      node = NodeWalk.next(replaced, document);
    }
    return document;
  }

  private static Node replacementOf(Node node) {
    if (node instanceof BlockQuote quote) {
      return fromQuote(quote);
    }
    if (node instanceof Paragraph paragraph
        && (node.getParent() instanceof Document || node.getParent() instanceof FencedDiv)) {
      return fromParagraph(paragraph);
    }
    return node;
  }

  private static Node fromQuote(BlockQuote quote) {
    Optional<Text> first = firstText(quote.getFirstChild());
    Matcher matcher = BRACKET.matcher(first.map(Text::getLiteral).orElse(""));
    if (!matcher.matches()) {
      return quote;
    }
    String word = matcher.group(1);
    Optional<Kind> kind = kindOf(word);
    Callout callout = new Callout(kind.orElse(Kind.NOTE));
    Paragraph paragraph = (Paragraph) quote.getFirstChild();
    first.orElseThrow().setLiteral(matcher.group(2));
    CalloutTitle title = takeFirstLine(paragraph);
    if (title.getFirstChild() == null && kind.isEmpty()) {
      title.appendChild(
          new Text(word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1)));
    }
    if (title.getFirstChild() != null) {
      callout.appendChild(title);
    }
    if (paragraph.getFirstChild() == null) {
      paragraph.unlink();
    }
    moveChildren(quote, callout);
    return replace(quote, callout);
  }

  private static Node fromParagraph(Paragraph paragraph) {
    Optional<Text> first = firstText(paragraph);
    Matcher matcher = WORD.matcher(first.map(Text::getLiteral).orElse(""));
    if (!matcher.matches()) {
      return paragraph;
    }
    Text text = first.orElseThrow();
    if (matcher.group(2) == null || isAlone(text, matcher.group(2))) {
      return fromWordAlone(paragraph, text, matcher.group(1));
    }
    text.setLiteral(matcher.group(2));
    if (text.getLiteral().isEmpty()) {
      text.unlink();
    }
    return wrap(paragraph, matcher.group(1));
  }

  /** As in {@code WARNING!!!} with its text on the next line or in the next paragraph. */
  private static boolean isAlone(Text text, String rest) {
    return rest.isEmpty()
        && text.getLiteral().endsWith("!")
        && (text.getNext() == null || isLineBreak(text.getNext()));
  }

  /**
   * If the word is alone on its line, the rest of the paragraph, or else the next one, is the body.
   */
  private static Node fromWordAlone(Paragraph paragraph, Text text, String word) {
    Node next = text.getNext();
    if (isLineBreak(next)) {
      text.unlink();
      next.unlink();
      return wrap(paragraph, word);
    }
    if (next == null && paragraph.getNext() instanceof Paragraph body) {
      paragraph.unlink();
      return wrap(body, word);
    }
    return paragraph;
  }

  private static Node wrap(Paragraph paragraph, String word) {
    Callout callout = new Callout(Kind.valueOf(word));
    paragraph.insertBefore(callout);
    callout.appendChild(paragraph);
    return callout;
  }

  private static Node replace(Node old, Node replacement) {
    old.insertBefore(replacement);
    old.unlink();
    return replacement;
  }

  private static void moveChildren(Node from, Node to) {
    Node child = from.getFirstChild();
    while (child != null) {
      Node next = child.getNext();
      to.appendChild(child);
      child = next;
    }
  }

  private static CalloutTitle takeFirstLine(Paragraph paragraph) {
    CalloutTitle title = new CalloutTitle();
    Node node = paragraph.getFirstChild();
    while (node != null && !isLineBreak(node)) {
      Node next = node.getNext();
      if (node instanceof Text text && text.getLiteral().isEmpty()) {
        node.unlink();
      } else {
        title.appendChild(node);
      }
      node = next;
    }
    if (node != null) {
      node.unlink();
    }
    return title;
  }

  private static Optional<Text> firstText(Node node) {
    return node instanceof Paragraph && node.getFirstChild() instanceof Text text
        ? Optional.of(text)
        : Optional.empty();
  }

  private static boolean isLineBreak(Node node) {
    return node instanceof SoftLineBreak || node instanceof HardLineBreak;
  }

  private static Optional<Kind> kindOf(String word) {
    for (Kind kind : Kind.values()) {
      if (kind.name().equalsIgnoreCase(word)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}

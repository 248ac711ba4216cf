package com.quaily.page.markdown;

import com.quaily.page.markdown.node.InlineMath;
import com.quaily.page.markdown.node.NodeWalk;
import com.quaily.page.typography.SmartPunctuation;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/**
 * Gives the text of a document typographic punctuation, node by node in reading order. Code,
 * formulas, addresses and the content of HTML elements for code stay as written. Used by one
 * thread.
 */
final class Prose {

  private static final Pattern CODE_TAG =
      Pattern.compile("<(/?)(?:code|kbd|samp|var|pre|tt)\\b[^>]{0,999}>", Pattern.CASE_INSENSITIVE);

  private static final Pattern BREAK_TAG = Pattern.compile("(?i)<(?:br|wbr|hr)\\b.*");

  private final boolean applies;
  private Node paragraph;
  private SmartPunctuation punctuation = new SmartPunctuation();

  /** How many HTML elements for code are open in the paragraph. */
  private int inCode;

  Prose(String lang) {
    this.applies = SmartPunctuation.appliesTo(lang);
  }

  /** The text of the next node. */
  String of(Text text) {
    String literal = text.getLiteral();
    if (!applies || !mayChange(literal)) {
      return literal;
    }
    enter(text);
    return inCode > 0 || isAddress(text)
        ? literal
        : punctuation.apply(literal, before(text), after(text));
  }

  /** Notices a tag between texts. */
  void notice(HtmlInline tag) {
    Matcher matcher = CODE_TAG.matcher(tag.getLiteral());
    if (applies && matcher.matches()) {
      enter(tag);
      inCode = Math.max(0, inCode + (matcher.group(1).isEmpty() ? 1 : -1));
    }
  }

  /** The text of a heading without markup. */
  static String of(Heading heading, String lang) {
    Prose own = new Prose(lang);
    StringBuilder words = new StringBuilder();
    for (Node node = heading; node != null; node = NodeWalk.next(node, heading)) {
      if (node instanceof HtmlInline tag) {
        own.notice(tag);
      }
      words.append(node instanceof Text text ? own.of(text) : NodeWalk.ownText(node));
    }
    return words.toString().strip();
  }

  private void enter(Node node) {
    Node around = node.getParent();
    while (around != null && !isParagraph(around)) {
      around = around.getParent();
    }
    if (around != paragraph) {
      paragraph = around;
      punctuation = new SmartPunctuation();
      inCode = 0;
    }
  }

  private static boolean isParagraph(Node node) {
    return node instanceof Block || node instanceof TableCell;
  }

  private static boolean mayChange(String literal) {
    return literal.indexOf('"') >= 0
        || literal.indexOf('\'') >= 0
        || literal.contains("--")
        || literal.contains("...");
  }

  /** Whether the text is the address that it links to. */
  private static boolean isAddress(Text text) {
    if (!(text.getParent() instanceof Link link) || link.getDestination() == null) {
      return false;
    }
    String shown = text.getLiteral().toLowerCase(Locale.ROOT);
    return link.getDestination().toLowerCase(Locale.ROOT).endsWith(shown)
        || shown.contains("://")
        || shown.startsWith("www.");
  }

  private char before(Node text) {
    Node node = text;
    while (node != null && !isParagraph(node)) {
      if (node.getPrevious() == null) {
        node = node.getParent();
        continue;
      }
      node = node.getPrevious();
      while (node.getLastChild() != null && !(node instanceof Image)) {
        node = node.getLastChild();
      }
      String own = edge(node);
      if (!own.isEmpty()) {
        return own.charAt(own.length() - 1);
      }
    }
    return SmartPunctuation.EDGE;
  }

  private char after(Node text) {
    Node node = text;
    while (node != null && !isParagraph(node)) {
      if (node.getNext() == null) {
        node = node.getParent();
        continue;
      }
      node = node.getNext();
      while (node.getFirstChild() != null && !(node instanceof Image)) {
        node = node.getFirstChild();
      }
      String own = edge(node);
      if (!own.isEmpty()) {
        return own.charAt(0);
      }
    }
    return SmartPunctuation.EDGE;
  }

  /** What a leaf is for the punctuation beside it; empty for what cannot be seen. */
  private static String edge(Node leaf) {
    if (leaf instanceof Text text) {
      return text.getLiteral();
    }
    boolean breaks =
        leaf instanceof SoftLineBreak
            || leaf instanceof HardLineBreak
            || (leaf instanceof HtmlInline tag && BREAK_TAG.matcher(tag.getLiteral()).matches());
    if (breaks) {
      return " ";
    }
    boolean word =
        leaf instanceof Code
            || leaf instanceof InlineMath
            || leaf instanceof Image
            || leaf instanceof FootnoteReference;
    return word ? "x" : "";
  }
}

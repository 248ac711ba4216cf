package com.quaily.page.markdown;

import com.quaily.model.error.InvalidException;
import com.quaily.page.markdown.node.NodeWalk;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/**
 * Finds what other programs understand in a text and pages do not: template tags, elements that are
 * left out or shown as text, and relative addresses. Code, formulas and comments are not looked at.
 */
public final class ForeignMarkup {
  private static final DialectParser PARSER = DialectParser.withLines();
  private static final int LONGEST = 80;
  private static final Pattern TEMPLATE_TAG =
      Pattern.compile(
          "\\{\\{(?![<%]\\s{0,9}+/\\*)[^{}]{0,300}+\\}\\}|\\{%[^{}]{0,300}+\\}|\\{::[^{}]{0,300}+\\}"
              + "|\\{:\\s{0,9}+(?:toc|[.#][\\w-]|[\\w-]{1,99}+=)[^{}]{0,300}+\\}");
  private static final Pattern TAG =
      Pattern.compile(
          "<!--.{0,9999}?-->|<([A-Za-z][A-Za-z0-9-]{0,99}+)([^<>]{0,3999}+)>", Pattern.DOTALL);
  private static final Pattern ADDRESS =
      Pattern.compile(
          "\\s(?:src|href)\\s{0,9}+=\\s{0,9}+[\"']?([^\\s\"'>]{1,1999}+)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern COMPLETE =
      Pattern.compile("(?:[A-Za-z][A-Za-z0-9+.-]{0,30}+:|[/#?]).*", Pattern.DOTALL);

  /** Left out of pages without a loss: their content is shown. */
  private static final Set<String> WRAPPERS =
      Set.of(
          "picture", "source", "center", "font", "tt", "big", "strike", "nobr", "main", "article",
          "header", "footer", "nav", "hgroup", "address", "html", "head", "body", "track",
          "acronym");

  private final List<Finding> findings = new ArrayList<>();

  /**
   * Markup that pages do not understand.
   *
   * @param line counted from 1
   * @param markup its beginning, on one line
   * @param problem what becomes of it, as the end of a sentence
   */
  public record Finding(int line, String markup, String problem) {}

  private ForeignMarkup() {}

  static List<Finding> in(String source) {
    ForeignMarkup all = new ForeignMarkup();
    try {
      all.walk(PARSER.parse(source));
    } catch (InvalidException e) {
      // Nothing can be said about a text that no page can be made of; saving it says why.
      return List.of();
    }
    return all.findings;
  }

  private void walk(Node document) {
    int line = 1;
    StringBuilder words = new StringBuilder();
    for (Node node = document; node != null; node = NodeWalk.next(node, document)) {
      if (!node.getSourceSpans().isEmpty() && node instanceof Block) {
        templateTags(line, words);
        line = node.getSourceSpans().get(0).getLineIndex() + 1;
      }
      int here = line + (int) words.chars().filter(c -> c == '\n').count();
      if (node instanceof HtmlBlock block) {
        html(line, block.getLiteral());
      } else if (node instanceof HtmlInline tag) {
        html(here, tag.getLiteral());
        words.append(tag.getLiteral());
      } else if (node instanceof Text text) {
        words.append(text.getLiteral());
      } else if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
        words.append('\n');
      } else if (node instanceof Link link) {
        address(here, link.getDestination());
      } else if (node instanceof Image image) {
        address(here, image.getDestination());
      } else {
        words.append(' ');
      }
    }
    templateTags(line, words);
  }

  private void templateTags(int line, StringBuilder words) {
    Matcher tag = TEMPLATE_TAG.matcher(words);
    while (tag.find()) {
      add(line, words, tag.start(), tag.group(), "is shown as text");
    }
    words.setLength(0);
  }

  private void html(int line, String literal) {
    Matcher tag = TAG.matcher(literal);
    while (tag.find()) {
      if (tag.group(1) == null) {
        continue;
      }
      String element = tag.group(1).toLowerCase(Locale.ROOT);
      if (RawHtml.showsAsText(element)) {
        add(line, literal, tag.start(), tag.group(), "is shown as text");
      } else if (!HtmlPolicy.shows(element) && !WRAPPERS.contains(element)) {
        add(line, literal, tag.start(), tag.group(), "is left out of pages");
      } else {
        Matcher attribute = ADDRESS.matcher(tag.group(2));
        if (attribute.find() && !COMPLETE.matcher(attribute.group(1)).matches()) {
          add(line, literal, tag.start(), tag.group(), "leads nowhere: its address is relative");
        }
      }
    }
  }

  private void address(int line, String destination) {
    if (!destination.isEmpty() && !COMPLETE.matcher(destination).matches()) {
      add(line, "", 0, destination, "leads nowhere: the address is relative");
    }
  }

  private void add(int line, CharSequence text, int start, String markup, String problem) {
    int before = (int) text.subSequence(0, start).chars().filter(c -> c == '\n').count();
    String oneLine = markup.replaceAll("\\s+", " ");
    String beginning = oneLine.substring(0, Math.min(LONGEST, oneLine.length()));
    findings.add(new Finding(line + before, beginning, problem));
  }
}

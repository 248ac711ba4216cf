package com.quaily.page.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.page.markdown.render.MarkdownContext.Target;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MarkdownSafetyTest {
  private static final Set<String> ELEMENTS =
      Set.of(
          "#root",
          "html",
          "head",
          "body",
          "p",
          "br",
          "hr",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "blockquote",
          "pre",
          "code",
          "em",
          "strong",
          "b",
          "i",
          "u",
          "s",
          "del",
          "ins",
          "mark",
          "kbd",
          "samp",
          "var",
          "sub",
          "sup",
          "abbr",
          "cite",
          "q",
          "small",
          "ruby",
          "rt",
          "rp",
          "ul",
          "ol",
          "li",
          "dl",
          "dt",
          "dd",
          "details",
          "summary",
          "figure",
          "figcaption",
          "div",
          "span",
          "section",
          "aside",
          "a",
          "img",
          "audio",
          "video",
          "table",
          "thead",
          "tbody",
          "tr",
          "th",
          "td",
          "input",
          "label",
          "math",
          "semantics",
          "annotation",
          "mrow",
          "mi",
          "mn",
          "mo",
          "mtext",
          "mspace",
          "merror",
          "mtable",
          "mtr",
          "mtd",
          "mfrac",
          "msup",
          "msub");
  private static final Set<String> URLS =
      Set.of("href", "src", "cite", "action", "formaction", "poster", "data", "background");
  private static final String KNOWN_PLAYERS =
      "https://(www\\.youtube-nocookie\\.com|s\\.tradingview\\.com)/[A-Za-z0-9_/?=%.&-]+";

  private final Markdown underTest = new Markdown();

  static Stream<String> vectors() throws IOException {
    try (InputStream stream = MarkdownSafetyTest.class.getResourceAsStream("/xss-vectors.txt")) {
      List<String> lines =
          new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      return lines.stream()
          .filter(line -> !line.startsWith("# One attack"))
          .map(line -> line.replace("\\n", "\n"));
    }
  }

  @Test
  void knowsAtLeastAHundredAndTwentyAttacks() throws IOException {
    assertTrue(vectors().count() >= 120);
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void removesExecutableContentFromPagesFeedsAndEmails(String vector) {
    for (Target target : Target.values()) {
      assertHarmless(underTest.render(vector, Rendering.context(target)).html());
    }
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void removesExecutableContentInsideOtherMarkdown(String vector) {
    String quoted = "> " + vector.replace("\n", "\n> ");
    for (String source :
        List.of(quoted, "- " + vector, "**a " + vector + " b**", "x <b>\n" + vector)) {
      assertHarmless(underTest.render(source, Rendering.context(Target.PAGE)).html());
    }
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void givesWellFormedHtmlThatNeedsNoRepair(String vector) {
    String html = underTest.render(vector, Rendering.context(Target.PAGE)).html();
    Document document = Jsoup.parseBodyFragment("<main>" + html + "</main><i id=after></i>");

    assertEquals("body", document.getElementById("after").parent().normalName(), html);
  }

  private static void assertHarmless(String html) {
    for (Element element : Jsoup.parseBodyFragment(html).getAllElements()) {
      assertTrue(ELEMENTS.contains(element.normalName()), () -> element + " in " + html);
      for (Attribute attribute : element.attributes()) {
        assertHarmless(attribute, html);
      }
    }
  }

  private static void assertHarmless(Attribute attribute, String html) {
    String name = attribute.getKey().toLowerCase(Locale.ROOT);
    String value = attribute.getValue();
    assertTrue(!name.startsWith("on") && !name.equals("style") && !name.contains(":"), html);
    assertTrue(!name.startsWith("srcdoc") && !name.equals("name") && !name.equals("ping"), html);
    if (URLS.contains(name)) {
      String visible = value.replaceAll("[\\x00-\\x20]", "").toLowerCase(Locale.ROOT);
      boolean scheme = visible.matches("[a-z][a-z0-9+.-]*:.*");
      assertTrue(
          !scheme || visible.matches("(https?:|mailto:|tel:).*"), () -> value + " in " + html);
    }
    if (name.equals("srcset")) {
      assertTrue(!value.contains("javascript:"), html);
    }
    if (name.equals("data-embed-src")) {
      assertTrue(value.matches(KNOWN_PLAYERS) && !value.contains(".."), html);
    }
  }
}

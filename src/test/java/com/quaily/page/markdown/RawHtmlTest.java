package com.quaily.page.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HTML in a text never takes with it what follows. */
class RawHtmlTest {

  private static final List<String> FORBIDDEN =
      List.of(
          "title",
          "textarea",
          "style",
          "xmp",
          "iframe",
          "noembed",
          "noframes",
          "script",
          "plaintext");

  static Stream<String> forbidden() {
    return FORBIDDEN.stream()
        .flatMap(
            name ->
                Stream.of(name, name.toUpperCase(Locale.ROOT), name.charAt(0) + name.substring(1)));
  }

  static Stream<String> elements() {
    return Stream.of(
        ("a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound"
                + " big blink blockquote body br button canvas caption center cite code col colgroup"
                + " comment data datalist dd del details dfn dialog dir div dl dt em embed fieldset"
                + " figcaption figure font footer form frame frameset h1 h2 h6 head header hgroup hr"
                + " html i iframe image img input ins isindex kbd keygen label legend li link listing"
                + " main map mark marquee math menu menuitem meta meter multicol nav nextid nobr"
                + " noembed noframes noscript object ol optgroup option output p param picture"
                + " plaintext portal pre progress q rb rp rt rtc ruby s samp script search section"
                + " select slot small source spacer span strike strong style sub summary sup svg table"
                + " tbody td template textarea tfoot th thead time title tr track tt u ul unknown var"
                + " video wbr x-custom xmp")
            .split(" "));
  }

  @ParameterizedTest
  @MethodSource("forbidden")
  void aTagWithoutHtmlInsideComesOutAsText(String name) {
    String source = "The <" + name + "> tag matters.\n\nNext paragraph.";

    for (String html :
        List.of(Rendering.page(source), Rendering.feed(source), Rendering.mail(source))) {
      assertEquals(
          "The <" + name + "> tag matters. Next paragraph.", Jsoup.parseBodyFragment(html).text());
    }
    String closing =
        Jsoup.parseBodyFragment(Rendering.page("a </" + name + " > b <" + name + "\nx=1/> c"))
            .text();
    assertEquals("a </" + name + " > b <" + name + " x=1/> c", closing);
  }

  @ParameterizedTest
  @MethodSource("elements")
  void noTagTakesWhatFollows(String name) {
    for (String source :
        List.of(
            "The <" + name + "> tag matters.\n\nNext **paragraph**.",
            "- The <" + name + "> tag matters.\n\n> Next **paragraph**.",
            "The </" + name + "> tag matters.\n\nNext **paragraph**.",
            "Then it matters.\n\n<" + name + " id='x'>\n\nNext **paragraph**.")) {
      var page = Rendering.pageDom(source);
      assertTrue(page.text().contains("matters."), page.html());
      String readable = withoutMedia(page);
      assertTrue(
          readable.contains("Next paragraph.") || isReadAsSource(name, page.text()), page.html());
    }
    assertEquals(
        0,
        Rendering.pageDom("The <" + name + "> tag matters.\n\nNext **paragraph**.")
            .select("audio, video, details")
            .size());
  }

  private static String withoutMedia(Document page) {
    Document copy = page.clone();
    copy.select("audio, video").remove();
    return copy.text();
  }

  /** CommonMark lets these go on over empty lines until they are closed. */
  private static boolean isReadAsSource(String name, String text) {
    return Set.of("pre", "script", "style", "textarea").contains(name)
        && text.contains("Next **paragraph**.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div class=\"open",
        "<div class='open",
        "<div title=\"a>b",
        "<p <b",
        "<![CDATA[ open",
        "<!-- open",
        "<?php open",
        "<!DOCTYPE open",
        "<a href=\"",
        "<video src=\"/a.mp4\">",
        "<script>",
        "<style>\nbody {",
        "</title",
      })
  void whatIsLeftOpenEndsWithItsPiece(String piece) {
    var page =
        Rendering.pageDom("- " + piece + "\n\nNext **paragraph** with a \"quote\" --> ?> ]]>.");

    assertEquals("paragraph", page.select("p strong:not(video *)").text(), page.html());
    assertTrue(page.text().contains("with a \"quote\" --> ?> ]]>."), page.text());
  }

  @Test
  void whatIsWholeStaysHtml() {
    assertEquals(
        "<p>a <kbd>b</kbd> <span title=\"x &gt; y\" class=\"k\">c</span></p>",
        Rendering.page("a <kbd>b</kbd> <span title=\"x > y\" class=k>c</span>"));
    assertTrue(
        Rendering.page("<div align=center class = 'a'>\n\nText\n\n</div>").contains("class=\"a\""));
    assertFalse(Rendering.page("a <!-- note --> b\n\n<!-- note\n\nmore -->\n\nc").contains("note"));
    assertEquals(
        "<video src=\"/a.mp4\" controls=\"controls\">no</video>",
        Rendering.pageDom("See <video src=\"/a.mp4\" controls>no</video>.")
            .select("video")
            .outerHtml()
            .replace(" controls>", " controls=\"controls\">"));
  }

  @Test
  void anIdStandsOnAPageOnce() {
    var page = Rendering.pageDom("<p id=a>x</p>\n\n<p id=a>y</p>\n\n# A\n\n<b id=a>z</b>");

    assertEquals(1, page.select("[id=a]").size(), page.html());
  }

  @Test
  void controlCharactersStayOutOfPages() {
    String html = Rendering.page("a\u0008b\u0085 &#8; &#x1b;c\td `x\u001fy`");

    assertTrue(html.chars().allMatch(c -> c >= ' ' && c < 0x7f || c == '\t'), html);
  }

  @Test
  void aTagThatComesOutAsTextStandsInTheExcerptToo() {
    assertEquals(
        "The <title> tag matters.",
        new Markdown().plainText("The <title> tag <b>matters</b>.", 100));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a ",
        "<a b=\"",
        "<a b='<a c=\"",
        "<!--",
        "<?",
        "<![CDATA[",
        "<!x ",
        "<title>",
        "</",
        "<a b=\"'\" c='\"' "
      })
  void manyThatAreNeverClosedAreReadInOneGo(String piece) {
    String html = RawHtml.ofBlock("<div>" + piece.repeat(500_000 / piece.length()));

    assertTrue(html.startsWith("<div>"));
  }
}

package com.quaily.page.markdown;

import static com.quaily.page.markdown.Rendering.feed;
import static com.quaily.page.markdown.Rendering.mail;
import static com.quaily.page.markdown.Rendering.page;
import static com.quaily.page.markdown.Rendering.pageDom;
import static com.quaily.page.markdown.Rendering.rendered;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.model.Language;
import com.quaily.page.markdown.render.EmbedLookup;
import com.quaily.page.markdown.render.MarkdownContext;
import com.quaily.page.markdown.render.MarkdownContext.Target;
import com.quaily.page.markdown.render.MarkdownContext.TextStyle;
import com.quaily.page.markdown.render.MediaLookup;
import com.quaily.page.markdown.render.OutlineHeading;
import com.quaily.page.markdown.render.RenderedMarkdown;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTest {
  private final Markdown underTest = new Markdown();

  @Test
  void headingsGetIdsOfTheirTextAndAnOutline() {
    RenderedMarkdown result = rendered("# Why *water*\n## Why water\n## 海の `色`\n### ?!");

    assertEquals(
        List.of(
            new OutlineHeading(1, "Why water", "why-water"),
            new OutlineHeading(2, "Why water", "why-water-1"),
            new OutlineHeading(2, "海の 色", "海の-色"),
            new OutlineHeading(3, "?!", "section")),
        result.outline());
    assertTrue(result.html().contains("<h2 id=\"why-water-1\">"));
  }

  @Test
  void idsNeverHoldAnUnderscoreSoThatTheyCannotMeetThePagesOwn() {
    assertEquals("page-comments", rendered("# page_comments").outline().get(0).id());
    assertTrue(page("<p id=\"page_comments\">x</p>").contains("<p>x</p>"));
    assertTrue(page("x[^a_b]\n\n[^a_b]: y").contains("id=\"fn-a-5fb\""));
  }

  @Test
  void anchorsStandOnPagesOnly() {
    assertEquals("#x", pageDom("# X").select("h1 > a.anchor[aria-label]").attr("href"));
    assertEquals("<h1 id=\"x\">X</h1>", feed("# X"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "**「強調」**は | <strong>「強調」</strong>は",
        "これは**重要(です)**ね | これは<strong>重要(です)</strong>ね",
        "这是**“重点”**的。 | 这是<strong>“重点”</strong>的。",
        "**注意：**这里 | <strong>注意：</strong>这里",
        "*『本』*を | <em>『本』</em>を",
        "**스크립트(script)**라고 | <strong>스크립트(script)</strong>라고",
        "==「印」==は | <mark>「印」</mark>は",
        "~~「旧」~~は | <del>「旧」</del>は",
        "a*\"b\"*c | a*&quot;b&quot;*c",
        "2*3*4 | 2<em>3</em>4"
      })
  void emphasisWorksNextToCjkPunctuation(String source, String html) {
    assertEquals("<p>" + html + "</p>", page(source));
  }

  @Test
  void escapedAsterisksNextToCjkStayAsterisks() {
    assertEquals("<p>**「強調」**は</p>", page("\\*\\*「強調」\\*\\*は"));
  }

  @Test
  void linksNextToCjkKeepTheirAddressWithoutTheInternalMarkers() {
    assertEquals("<p><a href=\"/x%E3%80%8D**%E3%81%AF\">は「**」は</a></p>", page("[は「**」は](/x」**は)"));
    assertEquals("<p><code>」**は</code></p>", page("`」**は`"));
  }

  @Test
  void singleTildesStrikeWordsButNotRanges() {
    assertEquals("<p>Hi <del>there</del> 3~5天,7~9天</p>", page("Hi ~there~ 3~5天,7~9天"));
  }

  @Test
  void markedTextIsRendered() {
    assertEquals("<p><mark>a <em>b</em></mark> a == b == c</p>", page("==a *b*== a == b == c"));
  }

  @Test
  void calloutsTakeAnyCaseAndATitleOfTheirOwn() {
    String html = page("> [!warning] Mind the *gap*\n> It is wide.");

    assertEquals(
        "<aside class=\"callout callout-warning\" role=\"note\" aria-label=\"Mind the gap\">\n"
            + "<p class=\"callout-title\">Mind the <em>gap</em></p>\n<p>It is wide.</p>\n</aside>",
        html);
  }

  @Test
  void unknownCalloutsAreNotesNamedByTheirKind() {
    assertEquals(
        "Faq", pageDom("> [!faq]\n> x").select("aside.callout-note > p.callout-title").text());
  }

  @Test
  void calloutsAreTitledInTheReadersLanguage() {
    MarkdownContext english = Rendering.context(Target.PAGE);
    MarkdownContext japanese =
        new MarkdownContext(
            Target.PAGE,
            english.siteBaseUrl(),
            english.pageUrl(),
            new TextStyle(true, "ja"),
            MediaLookup.NONE,
            EmbedLookup.NONE,
            Language.JA);

    String html = underTest.render("> [!NOTE]\n> 海\n> 空", japanese).html();

    assertTrue(html.contains("<p class=\"callout-title\">メモ</p>"), html);
    assertTrue(html.contains("海<br />\n空"), html);
  }

  @ParameterizedTest
  @CsvSource({
    "WARNING: deep,warning",
    "WARNING!!! deep,warning",
    "'WARNING!!!\ndeep',warning",
    "NOTE：深い,note",
    "'TIP\ndeep',tip",
    "'CAUTION\n\ndeep',caution"
  })
  void paragraphsThatBeginWithAWordInCapitalsAreCallouts(String source, String kind) {
    assertEquals(1, pageDom(source).select("aside.callout-" + kind + " > p:eq(1)").size());
  }

  @ParameterizedTest
  @CsvSource({"Warning: deep", "WARNINGS: deep", "NOTE", "a NOTE: b"})
  void otherParagraphsAreNot(String source) {
    assertEquals("<p>" + source + "</p>", page(source));
  }

  @Test
  void calloutsAreQuotesInMail() {
    assertTrue(mail("> [!TIP]\n> x").startsWith("<blockquote class=\"callout callout-tip\">"));
  }

  @Test
  void fencedDivsNestByLongerFences() {
    assertEquals(
        "<div class=\"div-outer\">\n"
            + "<div class=\"div-a div-b\">\n"
            + "<p>x</p>\n"
            + "</div>\n"
            + "<p>y</p>\n"
            + "</div>\n"
            + "<p>z</p>",
        page("::::: outer\n::: {.a .b #id}\nx\n:::\ny\n:::::\nz"));
  }

  @Test
  void fencedDivsOfOneLengthNestToo() {
    assertEquals(
        "<div class=\"div-a\">\n<div class=\"div-b\">\n<p>x</p>\n</div>\n<p>y</p>\n</div>",
        page("::: a\n::: b\nx\n:::\ny\n:::"));
  }

  @Test
  void aFenceInsideCodeDoesNotCloseADiv() {
    assertEquals("x", pageDom("::: a\n```\n:::\n```\nx\n:::").select("div.div-a > p").text());
  }

  @Test
  void divsTakeOnlyPlainNames() {
    assertEquals("<div>\n<p>x</p>\n</div>", page("::: {.Ünder_score}\nx\n:::"));
  }

  @Test
  void taskListsAreDisabledBoxesWithLabels() {
    assertEquals(
        List.of("todo", "done"),
        pageDom("- [ ] todo\n- [x] done").select("ul.task-list > li > label").eachText());
    assertEquals(
        1, pageDom("- [ ] a\n- [x] b").select("input[type=checkbox][disabled][checked]").size());
    assertTrue(mail("- [x] done").contains("☑ done"));
  }

  @Test
  void tablesKeepTheirAlignment() {
    String source = "| a | b |\n|:-:|--:|\n| 海 | 2 |";

    assertEquals("海", pageDom(source).select("div.table td.align-center").text());
    assertTrue(mail(source).contains("<td align=\"right\">2</td>"));
  }

  @Test
  void footnotesLinkBothWays() {
    String source = "Water[^1] is wet[^1].\n\n[^1]: So *they* say.";

    assertEquals("#fn-1", pageDom(source).select("sup.footnote-ref > a").first().attr("href"));
    assertEquals(
        List.of("#fnref-1", "#fnref-1-2"),
        pageDom(source).select("section.footnotes li#fn-1 a.footnote-backref").eachAttr("href"));
    assertTrue(feed(source).contains("href=\"" + Rendering.PAGE + "#fn-1\""));
  }

  @Test
  void linksOutOfTheSiteSaySoAndLinksInsideDoNot() {
    assertEquals(
        "<p><a href=\"https://example.org/\" rel=\"noopener noreferrer\">a</a> "
            + "<a href=\"https://letters.example/x\">b</a> <a href=\"/x\" title=\"t\">c</a></p>",
        page("[a](https://example.org/) [b](https://letters.example/x) [c](/x \"t\")"));
  }

  @Test
  void relativeLinksAreMadeAbsoluteWhereThePageIsNotAround() {
    String source = "[a](/x) [b](y) [c](#z) [d](?q) ![e](f.png) <a href=\"g\">h</a>";

    assertEquals(
        "<p><a href=\"https://letters.example/x\">a</a> "
            + "<a href=\"https://letters.example/sea/p/y\">b</a> "
            + "<a href=\"https://letters.example/sea/p/waves#z\">c</a> "
            + "<a href=\"https://letters.example/sea/p/waves?q\">d</a> "
            + "<img src=\"https://letters.example/sea/p/f.png\" alt=\"e\" /> "
            + "<a href=\"https://letters.example/sea/p/g\">h</a></p>",
        mail(source).replace("&#61;", "="));
  }

  @Test
  void kindLineBreaksAreOnlyMadeWhenAskedFor() {
    assertEquals("<p>a\nb</p>", page("a\nb"));
  }

  @Test
  void rawHtmlIsKept() {
    String source =
        "<kbd>Ctrl</kbd> H<sub>2</sub>O <abbr title=\"x\">y</abbr> <ruby>海<rt>うみ</rt></ruby>";

    assertEquals("<p>" + source + "</p>", page(source));
  }

  @Test
  void detailsHoldMarkdown() {
    assertEquals(
        "b",
        pageDom("<details open><summary>a</summary>\n\n**b**\n\n</details>")
            .select("details[open] > p > strong")
            .text());
  }

  @Test
  void unclosedHtmlIsClosedAtTheEnd() {
    assertTrue(page("<div>\n\na").endsWith("</div>"));
  }

  @Test
  @SuppressWarnings("StringConcatToTextBlock") // a block would be forty lines long
  void thePolicyKeepsTheRenderersOutput() {
    String source =
        "# A\n\n"
            + "> [!NOTE]\n"
            + "> b\n\n"
            + "- [x] c\n\n"
            + "| a |\n"
            + "|:-:|\n"
            + "| b |\n\n"
            + "::: d\n"
            + "$x^2$\n"
            + ":::\n\n"
            + "$$\n"
            + "\\begin{aligned} a &= \\frac{b}{c} \\end{aligned}\n"
            + "$$\n\n"
            + "```java\n"
            + "class A {}\n"
            + "```\n\n"
            + "![e](/media/boat.webp \"f\")\n\n"
            + "![g](https://youtu.be/dQw4w9WgXcQ)\n\n"
            + "![h](a.mp3)\n\n"
            + "![i](b.mp4)\n\n"
            + "![j](/sea/p/tides?theme=dark)\n\n"
            + "==k== ~~l~~ m[^1]\n\n"
            + "[^1]: n\n\n";

    assertEquals(normalised(source), normalised(source + "<!-- raw -->"));
  }

  private static String normalised(String source) {
    return pageDom(source).body().html().replace(" , ", ", ").replaceAll("\\s+", " ").strip();
  }

  @Test
  void readingTimeCountsWordsAndCharacters() {
    assertEquals(0, underTest.readingSeconds(""));
    assertEquals(1, underTest.readingSeconds("word"));
    assertEquals(60, underTest.readingSeconds("water ".repeat(230)));
    assertEquals(60, underTest.readingSeconds("海".repeat(480)));
  }

  @Test
  void excerptsEndWithASentence() {
    String source = "# Title\n\nThe sea is wide. It is *deep* too. And salty.\n\n```\ncode\n```";

    assertEquals("The sea is wide. It is deep too.", underTest.plainText(source, 40));
    assertEquals("海は広い。海は深い。", underTest.plainText("海は広い。海は深い。海は塩辛い。", 12));
  }

  @Test
  void excerptsOfOneLongSentenceEndWithAWord() {
    assertEquals("The wide and…", underTest.plainText("The wide and deep sea", 15));
  }

  @Test
  void excerptsNeverShowThePaidPart() {
    assertFalse(underTest.plainText("free\n\n<!--paywall-->\n\nsecret", 100).contains("secret"));
  }
}

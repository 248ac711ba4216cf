package com.quaily.page.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.model.Language;
import com.quaily.page.markdown.render.EmbedLookup;
import com.quaily.page.markdown.render.MarkdownContext;
import com.quaily.page.markdown.render.MarkdownContext.Target;
import com.quaily.page.markdown.render.MarkdownContext.TextStyle;
import com.quaily.page.markdown.render.MediaLookup;
import com.quaily.page.markdown.render.RenderedMarkdown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProseTest {

  private final Markdown underTest = new Markdown();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"*Never*,\" he said.|<p>“<em>Never</em>,” he said.</p>",
        "*\"Never\"* is \"**long**\"|<p><em>“Never”</em> is “<strong>long</strong>”</p>",
        "say \"[here](/a)\"|<p>say “<a href=\"/a\">here</a>”</p>",
        "the <em>dogs</em>' \"<b>bone</b>\"|<p>the <em>dogs</em>’ “<b>bone</b>”</p>",
        "don&#39;t \\\"go\\\"|<p>don’t “go”</p>",
      })
  void quotesFindTheirPartnersAcrossMarkup(String source, String html) {
    assertEquals(html, html(source));
  }

  @Test
  void quotesFindTheirPartnersAcrossCodeAndLines() {
    assertEquals("<p>“<code>a &quot;b&quot;</code>”</p>", html("\"`a \"b\"`\""));
    assertEquals("<p>he said\n“yes”\nand left</p>", html("he said\n\"yes\"\nand left"));
  }

  @Test
  void codeStaysAsWritten() {
    String source =
        "`\"it's\" -- ...`\n\n"
            + "    \"it's\" -- ...\n\n"
            + "```\n"
            + "\"it's\" -- ...\n"
            + "```\n\n"
            + "<kbd>\"it's\" -- ...</kbd> <code>\"it's\" -- ...</code>\n\n"
            + "<pre>\"it's\" -- ...</pre>";

    String text = org.jsoup.Jsoup.parse(html(source)).text();

    assertEquals(6, text.split("\"it's\" -- \\.\\.\\.", -1).length - 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<https://example.com/it's--here>",
        "https://example.com/a--b...c",
        "www.example.com/a--b",
        "$a'' -- \"b\"$",
        "<span title=\"it's -- ...\">x</span>",
        "[x](/a \"it's -- ...\")",
        "<!-- \"it's\" -- ... -->",
      })
  void addressesFormulasAndAttributesStayAsWritten(String source) {
    assertEquals(Rendering.rendered(source).html().strip(), html(source));
  }

  @Test
  void aQuoteThatNobodyClosesDoesNotReachTheNextParagraph() {
    assertEquals("<p>“Open</p>\n<p>27&quot; wide</p>", html("\"Open\n\n27\" wide"));
  }

  @Test
  void tableCellsAndListItemsAreParagraphs() {
    String html = html("| a |\n| - |\n| \"b\" |\n| it's |\n\n- \"c\"\n- 'd'");

    assertTrue(html.contains("“b”") && html.contains("it’s"), html);
    assertTrue(html.contains("“c”") && html.contains("‘d’"), html);
  }

  @Test
  void captionsAreProseAndAlternativeTextsAreNot() {
    String html = html("![it's](/media/x.webp 'The \"boat\"')");

    assertTrue(html.contains("<figcaption>The “boat”</figcaption>"), html);
    assertTrue(html.contains("alt=\"it's\""), html);
  }

  @Test
  void theOutlineReadsLikeTheHeadingsAndItsIdsStay() {
    RenderedMarkdown page = render("## It's \"here\" -- `a--b`", Target.PAGE, "en");

    assertEquals("It’s “here” – a--b", page.outline().get(0).text());
    assertEquals(
        render("## It's \"here\" -- `a--b`", Target.PAGE, "ja").outline().get(0).id(),
        page.outline().get(0).id());
  }

  @ParameterizedTest
  @EnumSource(Target.class)
  void pagesFeedsAndEmailsAgree(Target target) {
    assertTrue(render("\"It's\" -- so...", target, "en").html().contains("“It’s” – so…"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ja", "zh", "de", ""})
  void otherLanguagesStayAsWritten(String lang) {
    assertEquals(
        "<p>&quot;It's&quot; -- so...</p>",
        render("\"It's\" -- so...", Target.PAGE, lang).html().strip());
  }

  private String html(String source) {
    return render(source, Target.PAGE, "en").html().strip();
  }

  private RenderedMarkdown render(String source, Target target, String lang) {
    return underTest.render(
        source,
        new MarkdownContext(
            target,
            "https://letters.example",
            "https://letters.example/covey/p/x",
            new TextStyle(false, lang),
            MediaLookup.NONE,
            EmbedLookup.NONE,
            Language.EN));
  }
}

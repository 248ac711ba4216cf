package com.quaily.importer.rewrite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.importer.report.ImportReport;
import com.quaily.service.importing.ImportRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyRewriterTest {
  private static final byte[] GIF = {'G', 'I', 'F', '8', '9', 'a', 1, 2};

  @TempDir Path folder;
  private final ImportRun run = new ImportRun();
  private ImportReport report;

  @BeforeEach
  void addSomethingToLinkTo() throws IOException {
    Files.writeString(folder.resolve("note.md"), "A note.");
    Files.write(folder.resolve("p.gif"), GIF);
    Files.write(folder.resolve("two words.gif"), GIF);
    Files.createDirectories(folder.resolve("sub dir"));
    Files.writeString(folder.resolve("sub dir/A (b) c.md"), "---\nslug: abc\n---\nText");
  }

  private String rewritten(String body) throws IOException {
    Files.writeString(folder.resolve("page.md"), "---\ntitle: Page\n---\n" + body);
    report = run.publish(folder);
    return run.channel.post("page").content();
  }

  static Stream<Arguments> translations() {
    return Stream.of(
        Arguments.of("[[note]]", "[note](/letters/p/note)"),
        Arguments.of("[[NOTE.md|a *b* [c]]]", "[a *b* \\[c](/letters/p/note)]"),
        Arguments.of("[[note#One > two]]", "[note > One > two](/letters/p/note#one-two)"),
        Arguments.of("[[note#^block|x]]", "[x](/letters/p/note)"),
        Arguments.of("[[#Here]]", "[Here](#here)"),
        Arguments.of("[[sub dir/A (b) c]]", "[A (b) c](/letters/p/abc)"),
        Arguments.of("[x](sub%20dir/A%20(b)%20c.md)", "[x](/letters/p/abc)"),
        Arguments.of("[x](<sub dir/A (b) c.md> \"t\")", "[x](/letters/p/abc \"t\")"),
        Arguments.of("[x](sub dir/A \\(b\\) c.md)", "[x](/letters/p/abc)"),
        Arguments.of("[a [b] `]` c](note.md)", "[a [b] `]` c](/letters/p/note)"),
        Arguments.of("[![i](p.gif)](note.md)", "[![i](/media/p.gif-8.webp)](/letters/p/note)"),
        Arguments.of("![i](two words.gif)", "![i](/media/two_words.gif-8.webp)"),
        Arguments.of("![i](p.gif =30x20)", "![i|30x20](/media/p.gif-8.webp)"),
        Arguments.of("![i|30](p.gif 'a (b)')", "![i|30](/media/p.gif-8.webp 'a (b)')"),
        Arguments.of("![[P.GIF|30]]", "![|30](/media/p.gif-8.webp)"),
        Arguments.of("|a|\n|-|\n|![[p.gif\\|30]]|", "|a|\n|-|\n|![\\|30](/media/p.gif-8.webp)|"),
        Arguments.of("![](p.gif?w=3#x)", "![](/media/p.gif-8.webp?w=3)"),
        Arguments.of("[full size](p.gif)", "[full size](/media/p.gif-8.webp)"),
        Arguments.of("[r]: <note.md> 'N'\n\n[r]", "[r]: /letters/p/note 'N'\n\n[r]"),
        Arguments.of("text ^id-1\n\n^id-2\n\nx^2", "text\n\n\n\nx^2"),
        Arguments.of("a %%b%% c", "a  c"),
        Arguments.of("{% highlight js %}a(){% endhighlight %} b", "```js\na()\n```\n b"),
        Arguments.of("{{< figure src=\"p.gif\" >}}", "![](/media/p.gif-8.webp)"),
        Arguments.of("{{<youtube id=\"a-b_c\">}}", "![](https://www.youtube.com/watch?v=a-b_c)"),
        Arguments.of("{{< x user=\"u\" id=\"12\" >}}", "![](https://x.com/u/status/12)"),
        Arguments.of("{{< gist u 1a2b >}}", "<https://gist.github.com/u/1a2b>"),
        Arguments.of("* TOC\n{:toc}\n\nb", "b"),
        Arguments.of("a<!-- more -->b", "ab"),
        Arguments.of("a\n\n<!--paywall-->\n\nb", "a\n\n<!--paywall-->\n\nb"));
  }

  @ParameterizedTest
  @MethodSource("translations")
  void otherNotationsBecomeOurs(String before, String after) throws IOException {
    assertEquals(after, rewritten(before));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "`[[note]]` and ``[[`note]]``",
        "```\n[[note]]\n```",
        "~~~md\n```\n[[note]]\n~~~\nafter",
        "> ```\n> [[note]]\n> ```",
        "- item\n  ```js\n  [[note]] ^id\n  ```",
        "text\n\n    [[note]]\n\n    ![[p.gif]]\n\ntext",
        "```\nnever closed [[note]] %% x",
        "$$\n[[note]]\n$$",
        "an inline $[[note]]$ sum",
        "<pre>\n[[note]]\n</pre>",
        "<!-- [[note]] -->",
        "{{</* youtube x */>}}",
        "\\[[note]] \\!\\[x](p.gif) \\`",
        "[x](https://example.com/a_(b) \"[[note]]\")",
        "![x](//cdn.example.com/x.png) <https://example.com/[[note]]>",
        "[mail](mailto:a@example.com) [here](#here) [^1]\n\n[^1]: A footnote.",
        "[ref][x] and [x]\n\n[x]: https://example.com 'T'",
        "> [!note]- A title\n> text",
        "- [ ] open\n- [x] done",
        "a ` stray tick and 100 % of $5 or $6",
        "array[0] (1) {:ok, value} 2^10",
        "[a]: not a definition at all",
      })
  void whatIsNotOursToChangeStays(String body) throws IOException {
    assertEquals(body, rewritten(body));
    assertEquals(List.of(), ImportRun.warnings(report, "page.md"));
  }

  @Test
  void textBetweenCodeIsStillTranslated() throws IOException {
    assertEquals(
        "`a` [note](/letters/p/note) `b`\n```\nc\n```\n[note](/letters/p/note)",
        rewritten("`a` [[note]] `b`\n```\nc\n```\n[[note]]"));
  }

  @Test
  void aLinkInAnIndentedListParagraphIsNotCode() throws IOException {
    assertEquals("1. one\n\n    [note](/letters/p/note)", rewritten("1. one\n\n    [[note]]"));
  }

  @Test
  void aBrokenLinkKeepsItsTextAndIsReportedWithItsLine() throws IOException {
    assertEquals("one\ntwo **three** four", rewritten("one\n[two **three**](gone.md) [[four]]"));
    assertEquals(
        List.of(
            "5: link removed: no imported file is \"gone.md\"",
            "5: link removed: no imported file is \"four\""),
        ImportRun.warnings(report, "page.md"));
  }

  @Test
  void anUnsupportedShortcodeIsKeptAndReported() throws IOException {
    assertEquals("{{< chart data=\"x\" >}}", rewritten("{{< chart data=\"x\" >}}"));
    assertTrue(
        ImportRun.warnings(report, "page.md").get(0).startsWith("4: kept unchanged: {{< chart"));
  }

  @Test
  void hostileRepetitionsAreReadInReasonableTime() throws IOException {
    for (String unit :
        List.of("[", "![", "[[", "`a``", "<!-- ", "<pre>", "{{< a ", "{% a ", "[](")) {
      rewritten("x" + unit.repeat(100_000 / unit.length()));
    }
    assertEquals(1, run.channel.stored("page").stream().count());
  }
}

package com.quaily.importer.rewrite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.importer.report.ImportReport;
import com.quaily.page.markdown.Markdown;
import com.quaily.service.importing.ImportRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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
        Arguments.of("a\n\n<!--paywall-->\n\nb", "a\n\n<!--paywall-->\n\nb"),
        Arguments.of("{{< figure\n  src=\"p.gif\"\n  alt=\"a\" >}}", "![a](/media/p.gif-8.webp)"),
        Arguments.of(
            "{% include youtube.html\n  id=\"a-b_c\" %}",
            "![](https://www.youtube.com/watch?v=a-b_c)"),
        Arguments.of("a <img src=p.gif> b", "a <img src=\"/media/p.gif-8.webp\"> b"),
        Arguments.of("a <img src=p.gif/> b", "a <img src=\"/media/p.gif-8.webp\"/> b"),
        Arguments.of("a <a href=note.md>b</a>", "a <a href=\"/letters/p/note\">b</a>"),
        Arguments.of(
            "a <img src=\"p.gif\" srcset=\"p.gif 300w, p.gif 2x\">",
            "a <img src=\"/media/p.gif-8.webp\" srcset=\"/media/p.gif-8.webp 300w, /media/p.gif-8.webp 2x\">"),
        Arguments.of("a{::comment}no\n[[x]]{:/comment}b", "ab"),
        Arguments.of("a {::nomarkdown}<b>x</b>{:/} b", "a <b>x</b> b"),
        Arguments.of("{::options toc_levels=\"2\" /}\n\nb", "b"),
        Arguments.of(
            "<iframe width=\"5\" src=\"https://www.youtube.com/embed/a-b_c?start=9\"></iframe>",
            "![](https://www.youtube.com/embed/a-b_c?start=9)"),
        Arguments.of(
            "<iframe src='//player.bilibili.com/player.html?aid=1&amp;bvid=BV1xx411c7mD'></iframe>",
            "![](https://www.bilibili.com/video/BV1xx411c7mD)"),
        Arguments.of(
            "<div class=\"v\">\n<iframe src=https://player.vimeo.com/video/12></iframe>\n</div>",
            "<div class=\"v\">\n\n<https://vimeo.com/12>\n\n\n</div>"),
        Arguments.of(
            "<div>\n[[note]] <a href=\"note.md\">n</a>\n</div>\n\n[[note]]",
            "<div>\n[[note]] <a href=\"/letters/p/note\">n</a>\n</div>\n\n[note](/letters/p/note)"),
        Arguments.of(
            "## Words {#my_Id}\n\n[x](#my_Id)", "## <a id=\"my-id\"></a>Words\n\n[x](#my-id)"),
        Arguments.of("## Words {#words .wide}\n\nb", "## Words\n\nb"),
        Arguments.of("Words {: #w2 }\n-----\n\nb", "<a id=\"w2\"></a>Words\n-----\n\nb"),
        Arguments.of("## Words\n{: #w3 .x}\n\nb", "## <a id=\"w3\"></a>Words\n\nb"),
        Arguments.of(
            "<a name=\"Old_One\"></a>a [x](#Old_One)", "<a id=\"old-one\"></a>a [x](#old-one)"),
        Arguments.of("[x](note.md#a--b)", "[x](/letters/p/note#a-b)"));
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
        "[comment]: <> (a note that nobody sees)",
        "[//]: # (a note that nobody sees)",
        "- item\n\n      [[note]]\n\n      ![[p.gif]]\n\n  text",
        "1. one\n   - two\n\n         [[note]]",
        "-     [[note]]\n- b",
        "* * *\n\n    [[note]]",
        "<div>\n[[note]] ![[p.gif]] [x](gone.md)\n</div>",
        "<details>\n<summary>[[note]]</summary>\n\ntext\n\n</details>",
        "<span>\n[[note]]\n</span>",
        "> <div>\n> [[note]]\n> </div>",
        "[x](/letters/p/elsewhere#part) [y](/letters) ![z](/media/abc.webp)",
        "text <kbd>[[</kbd> text",
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
  void aLinkToAPageOfTheOldSiteIsKeptAndReported() throws IOException {
    assertEquals("[x](/about/?a=b#c)", rewritten("[x](/about/?a=b#c)"));
    assertEquals(
        List.of("4: link kept, but no imported file is \"/about/\": see where it leads"),
        ImportRun.warnings(report, "page.md"));
  }

  static Stream<Arguments> leftovers() {
    return Stream.of(
        Arguments.of("{{ page.title }}", "{{ page.title }}"),
        Arguments.of("{{< a >}}x{{< /a >}}", "{{< a >}}"),
        Arguments.of("{%\nif x %}", "{% if x %}"),
        Arguments.of("a {::abbr x}", "{::abbr x}"),
        Arguments.of("[x](\ngone.md)", "gone.md"),
        Arguments.of(
            "<video src=\"film.mp4\" controls></video>", "<video src=\"film.mp4\" controls>"),
        Arguments.of("<object data=\"x.swf\"></object>", "<object data=\"x.swf\">"),
        Arguments.of("<form>\n<input name=a>\n</form>", "<form>"),
        Arguments.of("a <tweet-embed id=1></tweet-embed>", "<tweet-embed id=1>"),
        Arguments.of("<script src=\"https://example.com/x.js\"></script>", "<script src=\"https"),
        Arguments.of("<iframe src=\"https://example.com/f\"></iframe>", "https://example.com/f"),
        Arguments.of("<img srcset=\"gone.png 300w\">", "gone.png"));
  }

  @ParameterizedTest
  @MethodSource("leftovers")
  void whatPagesDoNotUnderstandIsReportedWithItsLine(String markup, String named)
      throws IOException {
    rewritten("[[note]]\n\n```\n{{ code }}\n```\n\n" + markup);

    List<String> warnings = ImportRun.warnings(report, "page.md");
    assertEquals(
        1,
        warnings.stream().filter(w -> w.matches("1[01]: .*") && w.contains(named)).count(),
        () -> warnings.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "What's new?",
        "A & B",
        "1.2 Set-up",
        "snake_case `f()`",
        "🚀 Launch",
        "中文 標題",
        "C++",
        "**Bold** and [link](note.md)",
        "Über — straße",
        "a  b"
      })
  void anchorsOfGitHubLeadToOurHeadings(String heading) throws IOException {
    String words = heading.replaceAll("[*`]|\\[|\\]\\(note.md\\)", "");
    String anchor =
        words.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{M}\\p{N}_ -]", "").replace(' ', '-');

    String content = rewritten("## " + heading + "\n\n[x](<#" + anchor + ">)");

    String id = new Markdown().outline(content).get(0).id();
    assertTrue(content.endsWith("[x](#" + id + ")"), content);
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
    assertEquals(
        List.of("4: kept unchanged: {{< chart data=\"x\" >}} has no equivalent"),
        ImportRun.warnings(report, "page.md"));
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

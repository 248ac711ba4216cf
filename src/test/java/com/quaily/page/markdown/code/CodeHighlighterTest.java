package com.quaily.page.markdown.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.page.markdown.Rendering;
import com.quaily.page.markdown.render.RenderedMarkdown;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeHighlighterTest {
  private static final String SAMPLE =
      "# a // b -- c /* d */ <e f=\"g\">&amp;</e> 'h' `i` @j $k 1.5e3 0xff\n"
          + "key: \"v\\\"w\" = [x] #[y] {\"z\": true}\n+ - @@ \"\"\"open\n'\\'' x(1) Type return\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "java | @Override int x = 0xFF; // c | meta keyword number comment",
        "kt | val s = \"a$b\" /* c */ | keyword string comment",
        "ts | const a = `b`; f(null) | keyword string function constant",
        "json | {\"a\": 1, \"b\": true} | property number property constant",
        "py | def f(x): # c | keyword function comment",
        "go | func f() string { return `a` } | keyword function keyword keyword string",
        "rust | #[a] fn f<'a>(c: char) -> 'x' | meta keyword keyword string",
        "c | #include <x> | meta",
        "sh | echo \"$A\" $B # c | keyword string variable comment",
        "sql | SELECT 'a' -- c | keyword string comment",
        "yaml | a: true # c | property constant comment",
        "toml | [a] | tag",
        "rb | def f; @a = nil; end | keyword variable constant keyword",
        "php | $a = new B(); | variable keyword type",
        "dockerfile | FROM a # c | keyword comment",
        "html | <a b=\"c\">&lt;</a> | tag attribute string tag constant tag tag",
        "css | a { color: #fff } | property number",
        "diff | +a | inserted",
        "md | # a | heading"
      })
  void colorsWhatALanguageKnows(String language, String source, String names) {
    Document html =
        Jsoup.parseBodyFragment(CodeHighlighter.highlight(source, language).orElseThrow());

    assertEquals(names, String.join(" ", html.select("span").eachAttr("class")).replace("hl-", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java",
        "kotlin",
        "js",
        "json",
        "html",
        "xml",
        "css",
        "python",
        "go",
        "rust",
        "c",
        "cpp",
        "sh",
        "sql",
        "yaml",
        "toml",
        "ruby",
        "php",
        "diff",
        "markdown",
        "dockerfile",
        "lua",
        "nginx",
        "swift"
      })
  void keepsEveryCharacterInOrder(String language) {
    String html = CodeHighlighter.highlight(SAMPLE, language).orElseThrow();

    assertEquals(
        SAMPLE, Jsoup.parseBodyFragment("<pre>x" + html + "</pre>").wholeText().substring(1));
  }

  @Test
  void unknownLanguagesStayPlain() {
    assertTrue(CodeHighlighter.highlight("a", "klingon").isEmpty());
    assertEquals(
        "<pre class=\"code\" tabindex=\"0\"><code class=\"language-klingon\">&lt;b&gt;\n"
            + "</code></pre>",
        Rendering.page("```Klingon x\n<b>\n```"));
  }

  @Test
  void feedsAndEmailsGetPlainCode() {
    assertFalse(Rendering.mail("```java\nclass A {}\n```").contains("<span"));
  }

  @Test
  void diagramsAreDrawnByThePagesScript() {
    RenderedMarkdown diagram = Rendering.rendered("```mermaid\na-->b\n```");

    assertEquals("<pre class=\"mermaid\">a--&gt;b\n</pre>\n", diagram.html());
    assertTrue(diagram.mermaid());
    assertFalse(Rendering.rendered("```java\n```").mermaid());
  }
}

package com.quaily.page.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a bare address begins and ends. */
class BareAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://web.archive.org/web/*/example.com/*",
        "https://github.com/a/b/blob/main/__init__.py",
        "https://example.com/?a==b==c",
        "https://example.com/a~~b~~c",
        "https://example.com/~user/~tmp",
        "https://example.com/a_b_(c)_d",
        "https://example.com/$x$y",
        "https://example.com/*a*/**b**/c",
        "HTTPS://EXAMPLE.COM/__A__B",
        "https://ja.wikipedia.org/wiki/東京",
      })
  void signsOfMarkupInAnAddressBelongToIt(String address) {
    for (String source :
        List.of(
            address,
            "See " + address + " there.",
            "- *a* " + address + "\n- b",
            "(" + address + ")")) {
      Document page = Rendering.pageDom(source);
      assertEquals(List.of(address), page.select("a").eachText(), page.html());
      assertEquals(List.of(), page.select("a em, a strong, a mark, a del").eachText());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"**", "*", "_", "__", "~~", "=="})
  void markupAroundAnAddressIsNotPartOfIt(String sign) {
    Document page = Rendering.pageDom("a " + sign + "see https://example.com/x_y" + sign + ", b");

    assertEquals(List.of("https://example.com/x_y"), page.select("a").eachText(), page.html());
    assertEquals(1, page.select("p > em, p > strong, p > del, p > mark").size(), page.html());
  }

  @Test
  void anAddressMayBeTheTextOfALink() {
    Document page = Rendering.pageDom("[https://a.example/x_y_z](https://b.example/)");

    assertEquals(List.of("https://b.example/"), page.select("a").eachAttr("href"));
    assertEquals("https://a.example/x_y_z", page.text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "。", "、", "，", "．", "）", "」", "』", "】", "！", "？", "：", "；", "（", "「", "『", "【", "》", "”",
        "　"
      })
  void inChineseAndJapaneseALinkEndsAtPunctuation(String mark) {
    Document page =
        Rendering.pageDom(
            "詳細はhttps://example.com/a_b" + mark + "次はwww.example.org/c" + mark + "です。");

    assertEquals(
        List.of("https://example.com/a_b", "http://www.example.org/c"),
        page.select("a").eachAttr("href"),
        page.html());
    assertTrue(page.text().endsWith("です。"), page.text());
  }

  @Test
  void anAddressForMailEndsThereToo() {
    assertEquals(
        List.of("mailto:a@example.com"),
        Rendering.pageDom("連絡は a@example.com。ぜひ").select("a").eachAttr("href"));
  }
}

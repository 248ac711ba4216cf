package com.quaily.page.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.page.markdown.Markdown;
import com.quaily.page.markdown.render.MediaLookup;
import com.quaily.page.template.Templates;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class NotFoundPageTest {

  private final PageRenderer underTest =
      new PageRenderer(
          PageSamples.SITE, new Templates(), new PageAssets(), new Markdown(), MediaLookup.NONE);

  @Test
  void theSitesPageSpeaksAllThreeLanguages() {
    Document page = Jsoup.parse(underTest.notFound());

    assertEquals(List.of("en", "ja", "zh"), page.select("main section").eachAttr("lang"));
    assertEquals("Page not found", page.select("h1").text());
    assertEquals(List.of("ページが見つかりません", "找不到此页面"), page.select("h2").eachText());
    assertEquals(List.of("/", "/ja/", "/zh/"), page.select("section a").eachAttr("href"));
    assertTrue(page.title().startsWith("Page not found · ページが見つかりません · 找不到此页面"));
    assertEquals("noindex", page.select("meta[name=robots]").attr("content"));
  }

  @Test
  void theSitesPageNeedsNoOtherFile() {
    Document page = Jsoup.parse(underTest.notFound());

    assertEquals(0, page.select("link[rel=stylesheet], script, img").size());
    assertEquals(1, page.select("style").size());
  }

  @Test
  void theChannelsPageSpeaksTheLanguageOfTheChannel() {
    Document page = Jsoup.parse(underTest.notFound(PageSamples.channel(Map.of("language", "ja"))));

    assertEquals("ja", page.select("html").attr("lang"));
    assertEquals("ページが見つかりません", page.select("h1").text());
    assertEquals("/letters", page.select("main a").attr("href"));
  }
}

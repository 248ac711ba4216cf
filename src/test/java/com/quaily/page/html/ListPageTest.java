package com.quaily.page.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.model.channel.Channel;
import com.quaily.page.html.ListPage.Kind;
import com.quaily.page.markdown.Markdown;
import com.quaily.page.markdown.render.MediaLookup;
import com.quaily.page.markdown.render.MediaSize;
import com.quaily.page.template.Templates;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class ListPageTest {

  private final PageRenderer underTest =
      new PageRenderer(
          PageSamples.SITE, new Templates(), new PageAssets(), new Markdown(), MediaLookup.NONE);
  private final Channel channel = PageSamples.channel(Map.of("language", "en"));

  private Document render(Kind kind, int number, int lastNumber) {
    return Jsoup.parse(underTest.list(PageSamples.list(channel, kind, number, lastNumber)));
  }

  @Test
  void theIndexLinksToThePageAfterTheTwoThatItShows() {
    Document page = render(Kind.INDEX, 0, 9);
    assertEquals("/letters/page/7", page.selectFirst(".pages .older").attr("href"));
    assertNull(page.selectFirst(".pages .newer"));
  }

  @Test
  void anIndexThatShowsEverythingLinksNowhere() {
    assertNull(render(Kind.INDEX, 0, 2).selectFirst(".pages"));
    assertNull(render(Kind.INDEX, 0, 0).selectFirst(".pages"));
  }

  @Test
  void aNumberedPageLinksItsNeighbors() {
    Document page = render(Kind.NUMBERED, 5, 9);
    assertEquals("/letters/page/6", page.selectFirst(".pages .newer").attr("href"));
    assertEquals("/letters/page/4", page.selectFirst(".pages .older").attr("href"));
    assertEquals(
        "https://quaily.example/letters/page/5",
        page.selectFirst("link[rel=canonical]").attr("href"));
  }

  @Test
  void theNewestNumberedPageLinksToTheIndexAndTheOldestToNoPage() {
    assertEquals("/letters", render(Kind.NUMBERED, 9, 9).selectFirst(".pages .newer").attr("href"));
    assertNull(render(Kind.NUMBERED, 1, 9).selectFirst(".pages .older"));
  }

  @Test
  void aPinnedPostIsShownOnce() {
    Document page = render(Kind.INDEX, 0, 9);
    assertEquals(1, page.select("a[href=/letters/p/post-4]").size());
    assertNotNull(page.selectFirst(".pinned a[href=/letters/p/post-4]"));
  }

  @Test
  void aTagPageNamesItsTagAndCountsItsPosts() {
    Document page = render(Kind.TAG, 0, 9);
    assertEquals("Posts tagged “slow work”", page.selectFirst("h1").text());
    assertTrue(page.selectFirst(".list-head .facts").text().contains("140 posts"));
    assertEquals(
        "https://quaily.example/letters/tags/slow%20work",
        page.selectFirst("link[rel=canonical]").attr("href"));
  }

  @Test
  void anEmptyChannelSaysSo() {
    ListPage empty =
        new ListPage(
            channel,
            PageSamples.author("Ada"),
            Kind.INDEX,
            "",
            0,
            0,
            List.of(),
            List.of(),
            0,
            List.of());
    assertNotNull(Jsoup.parse(underTest.list(empty)).selectFirst(".empty"));
  }

  @Test
  void everyPostHasItsDateSummaryAndReadingTime() {
    Document page = render(Kind.NUMBERED, 3, 9);
    assertEquals(12, page.select(".entry").size());
    assertEquals(12, page.select(".entry time[datetime]").size());
    assertTrue(page.selectFirst(".entry .facts").text().contains("3 min read"));
    assertEquals(3, page.select(".entry .badge").size());
  }

  @Test
  void aSmallCoverImageIsNotLoadedInFullSize() {
    MediaLookup media = url -> Optional.of(new MediaSize(1600, 900, List.of(640, 1280)));
    PageRenderer withMedia =
        new PageRenderer(
            PageSamples.SITE, new Templates(), new PageAssets(), new Markdown(), media);
    Document page = Jsoup.parse(withMedia.list(PageSamples.list(channel, Kind.NUMBERED, 3, 9)));
    assertEquals(
        "/media/cover-640w.webp 640w, /media/cover-1280w.webp 1280w, /media/cover.webp 1600w",
        page.selectFirst(".thumb").attr("srcset"));
    assertTrue(page.selectFirst(".thumb").attr("sizes").endsWith("168px"));
    assertEquals("", render(Kind.NUMBERED, 3, 9).selectFirst(".thumb").attr("srcset"));
  }
}

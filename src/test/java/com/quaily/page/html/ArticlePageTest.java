package com.quaily.page.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.quaily.model.channel.Channel;
import com.quaily.model.post.Post;
import com.quaily.page.html.ArticlePage.Translation;
import com.quaily.page.markdown.Markdown;
import com.quaily.page.markdown.render.MediaLookup;
import com.quaily.page.markdown.render.MediaSize;
import com.quaily.page.template.Templates;
import com.quaily.testing.Records;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class ArticlePageTest {

  private final PageRenderer underTest =
      new PageRenderer(
          PageSamples.SITE, new Templates(), new PageAssets(), new Markdown(), MediaLookup.NONE);
  private final Channel channel = PageSamples.channel(Map.of("language", "en"));

  private Document render(Post post) {
    return Jsoup.parse(underTest.article(PageSamples.article(channel, post)));
  }

  @Test
  void avatarsComeInTheSizeThatIsShown() {
    MediaLookup media = url -> Optional.of(new MediaSize(512, 512, List.of(192)));
    PageRenderer renderer =
        new PageRenderer(
            PageSamples.SITE, new Templates(), new PageAssets(), new Markdown(), media);
    Channel channel =
        Records.with(
            PageSamples.channel(Map.of("language", "en")),
            Map.of("avatarImageUrl", "/media/a.webp"));
    ArticlePage page = PageSamples.article(channel, PageSamples.post());

    Element avatar = Jsoup.parse(renderer.article(page)).selectFirst(".brand img");

    assertEquals("/media/a-192w.webp 192w, /media/a.webp 512w", avatar.attr("srcset"));
    assertEquals("36px", avatar.attr("sizes"));
    assertEquals("36", avatar.attr("width"));
  }

  @Test
  void theHeadSaysWhatSearchEnginesAndCardsNeed() {
    Document page = render(PageSamples.post());
    assertEquals("The heron does not hurry – Field Letters", page.title());
    assertEquals("What standing still is for.", meta(page, "description"));
    assertEquals(
        "https://quaily.example/letters/p/the-heron",
        page.selectFirst("link[rel=canonical]").attr("href"));
    assertEquals("article", property(page, "og:type"));
    assertEquals("The heron does not hurry", property(page, "og:title"));
    assertEquals(
        "https://quaily.example/media/cover.webp?w=1200&h=630", property(page, "og:image"));
    assertEquals("2026-05-17T06:30:00Z", property(page, "article:published_time"));
    assertEquals("summary_large_image", meta(page, "twitter:card"));
    assertEquals(3, page.select("link[rel=alternate][type]").size());
    assertEquals(2, page.select("meta[name=theme-color]").size());
  }

  @Test
  void jsonLdDescribesTheArticleAndTheWayToIt() throws JsonProcessingException {
    Document page = render(PageSamples.post());
    JsonNode graph =
        new ObjectMapper()
            .readTree(page.selectFirst("script[type=application/ld+json]").data())
            .path("@graph");
    assertEquals("Article", graph.at("/0/@type").asText());
    assertEquals("The heron does not hurry", graph.at("/0/headline").asText());
    assertEquals("Ada Marsh", graph.at("/0/author/name").asText());
    assertEquals("2026-05-17T06:30:00Z", graph.at("/0/datePublished").asText());
    assertTrue(graph.at("/0/isAccessibleForFree").asBoolean());
    assertEquals("BreadcrumbList", graph.at("/1/@type").asText());
    assertEquals(2, graph.at("/1/itemListElement").size());
  }

  @Test
  void aPostWithoutASummaryIsDescribedByItsBeginning() {
    Post sample = PageSamples.post("a", "A", "");
    Post post =
        new Post(
            1,
            12,
            7,
            "a",
            "A",
            "",
            "It was *cold*.\n\nStill cold.",
            "",
            "",
            List.of(),
            "",
            "",
            Map.of(),
            List.of(),
            sample.publishedAt(),
            null,
            null,
            null,
            null,
            1,
            0,
            60,
            sample.createdAt(),
            sample.updatedAt());
    Document page = render(post);
    assertEquals("It was cold. Still cold.", meta(page, "description"));
    assertNull(page.selectFirst(".standfirst"));
    assertNull(page.selectFirst(".cover"));
    assertEquals("summary", meta(page, "twitter:card"));
  }

  @Test
  void datesAreInTheChannelsLanguageAndZone() {
    Channel tokyo = PageSamples.channel(Map.of("language", "ja", "timezone", "Asia/Tokyo"));
    Post late =
        Records.with(
            PageSamples.post(), Map.of("publishedAt", Instant.parse("2026-05-17T16:00:00Z")));
    Element time =
        Jsoup.parse(underTest.article(PageSamples.article(tokyo, late))).selectFirst("time");
    assertEquals("2026年5月18日", time.text());
    assertEquals("2026-05-17T16:00:00Z", time.attr("datetime"));
  }

  @Test
  void aLaterChangeIsShownAsUpdated() {
    Post changed =
        Records.with(
            PageSamples.post(), Map.of("modifiedAt", Instant.parse("2026-06-01T00:00:00Z")));
    assertTrue(render(changed).selectFirst(".facts").text().contains("Updated June 1, 2026"));
    assertFalse(render(PageSamples.post()).selectFirst(".facts").text().contains("Updated"));
  }

  @Test
  void theTextsLanguageIsThePagesAndTheChromeKeepsItsOwn() {
    Document page = render(Records.with(PageSamples.post(), Map.of("lang", "he")));
    assertEquals("he", page.selectFirst("html").attr("lang"));
    assertEquals("rtl", page.selectFirst("html").attr("dir"));
    assertEquals("en", page.selectFirst("header.masthead").attr("lang"));
    assertEquals("ltr", page.selectFirst("footer.colophon").attr("dir"));
  }

  @Test
  void translationsAreLinkedBothWays() {
    ArticlePage sample = PageSamples.article(channel, PageSamples.post());
    String japanese = "https://quaily.example/letters/p/sagi";
    ArticlePage page =
        new ArticlePage(
            channel,
            sample.authors(),
            sample.post(),
            sample.bodyHtml(),
            sample.outline(),
            false,
            Optional.empty(),
            Optional.empty(),
            List.of(new Translation("ja", japanese, "サギ")),
            Optional.empty(),
            false,
            0);
    Document document = Jsoup.parse(underTest.article(page));
    assertEquals(japanese, document.selectFirst("link[hreflang=ja]").attr("href"));
    assertEquals(
        "https://quaily.example/letters/p/the-heron",
        document.selectFirst("link[hreflang=en]").attr("href"));
    assertEquals("日本語", document.selectFirst(".languages a").text());
    assertNull(document.selectFirst(".neighbours"));
  }

  @Test
  void neighborsAreLinkedFromTheRootOfTheHost() {
    Document page = render(PageSamples.post());
    assertEquals("/letters/p/post-1", page.selectFirst(".neighbours a[rel=prev]").attr("href"));
    assertEquals("/letters/p/post-2", page.selectFirst(".neighbours a[rel=next]").attr("href"));
  }

  @Test
  void onItsOwnHostAPageLinksAndPostsToTheRightPlaces() {
    Channel home = PageSamples.withDomain(channel, "letters.example.com", "");
    Document page = Jsoup.parse(underTest.article(PageSamples.article(home, PageSamples.post())));
    assertEquals("/", page.selectFirst("a.brand").attr("href"));
    assertEquals("/p/post-1", page.selectFirst(".neighbours a[rel=prev]").attr("href"));
    assertEquals(
        "https://quaily.example/api/subscriptions/letters",
        page.selectFirst(".subscribe form").attr("action"));
  }

  @Test
  void theSubscribeFormWorksWithoutScript() {
    Element form = render(PageSamples.post()).selectFirst(".subscribe form");
    assertEquals("post", form.attr("method"));
    assertEquals("/api/subscriptions/letters", form.attr("action"));
    Element email = form.selectFirst("input[type=email]");
    assertEquals("email", email.attr("name"));
    assertEquals("email", email.attr("autocomplete"));
    assertNotNull(form.selectFirst("label[for=" + email.id() + "]"));
    assertEquals("-1", form.selectFirst("input[name=website]").attr("tabindex"));
    assertNotNull(form.selectFirst("button"));
  }

  @Test
  void scriptsComeOnlyWhereSomethingNeedsThem() {
    Document plain = render(PageSamples.post());
    assertEquals(List.of(), plain.select("script[src]:not([src^=/assets/count-], [type=module])"));
    assertEquals(1, plain.select("script[type=module][src=/widget/widget.js]").size());
    Document withEmbed =
        Jsoup.parse(
            underTest.article(
                PageSamples.article(
                    channel,
                    PageSamples.post(),
                    "<div class=\"embed\" data-embed-src=\"https://x.example\"></div>")));
    assertEquals(1, withEmbed.select("script[src^=/assets/embed-][defer]").size());
  }

  @Test
  void thePageGivesItsScriptThePostAndTheApi() {
    Document page = render(PageSamples.post());
    assertEquals(1, page.select("script[src^=/assets/count-][defer]").size());
    assertEquals("345", page.selectFirst("article.post").attr("data-post"));
    assertEquals("/api", page.selectFirst("article.post").attr("data-api"));
    Channel home = PageSamples.withDomain(channel, "letters.example.com", "");
    Document elsewhere =
        Jsoup.parse(underTest.article(PageSamples.article(home, PageSamples.post())));
    assertEquals(
        "https://quaily.example/api", elsewhere.selectFirst("article.post").attr("data-api"));
    assertEquals(1, elsewhere.select("script[src^=https://quaily.example/assets/count-]").size());
  }

  @Test
  void commentsAreCountedIfTheChannelAllowsThem() {
    assertFalse(render(PageSamples.post()).selectFirst(".facts").text().contains("comment"));
    Channel talking = PageSamples.channel(Map.of("language", "en", "comment_enabled", true));
    ArticlePage sample = PageSamples.article(talking, PageSamples.post());
    ArticlePage page =
        new ArticlePage(
            talking,
            sample.authors(),
            sample.post(),
            sample.bodyHtml(),
            sample.outline(),
            false,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            false,
            3);
    assertTrue(
        Jsoup.parse(underTest.article(page)).selectFirst(".facts").text().contains("3 comments"));
  }

  @Test
  void aPreviewIsMarkedAndNotIndexed() {
    Map<String, Object> draft = new HashMap<>();
    draft.put("publishedAt", null);
    ArticlePage sample = PageSamples.article(channel, Records.with(PageSamples.post(), draft));
    ArticlePage page =
        new ArticlePage(
            channel,
            sample.authors(),
            sample.post(),
            sample.bodyHtml(),
            sample.outline(),
            false,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            true,
            0);
    Document document = Jsoup.parse(underTest.article(page));
    assertEquals("noindex,nofollow", meta(document, "robots"));
    assertNotNull(document.selectFirst(".preview"));
    assertNull(document.selectFirst("link[rel=canonical]"));
    assertNull(document.selectFirst("time"));
    assertNull(document.selectFirst("[data-post], script[src*=count]"));
  }

  @Test
  void thePaidPartIsAnnounced() {
    assertNull(render(PageSamples.post()).selectFirst(".paid"));
    Document page = render(Records.with(PageSamples.post(), Map.of("paidContent", "the secret")));
    Element box = page.selectFirst(".paid");
    assertNotNull(box);
    assertEquals(0, box.select("a, form").size(), "there is nothing to buy yet");
    assertTrue(box.text().contains("free email subscription does not include it"), box.text());
    assertFalse(page.outerHtml().contains("the secret"));
    assertTrue(
        page.selectFirst("script[type=application/ld+json]")
            .data()
            .contains("\"isAccessibleForFree\":false"));
  }

  @Test
  void theOutlineNestsItsSecondLevel() {
    Document page = render(PageSamples.post());
    assertEquals("On one leg", page.selectFirst(".toc-side ol ol a").text());
    assertEquals(2, page.select(".toc-side > ol > li").size());
    assertEquals("#leaving", page.selectFirst(".toc-fold > ol > li:last-child a").attr("href"));
  }

  @Test
  void aShortArticleHasNoTableOfContents() {
    ArticlePage sample = PageSamples.article(channel, PageSamples.post());
    ArticlePage page =
        new ArticlePage(
            channel,
            sample.authors(),
            sample.post(),
            sample.bodyHtml(),
            sample.outline().subList(0, 2),
            false,
            sample.older(),
            sample.newer(),
            List.of(),
            Optional.empty(),
            false,
            0);
    assertEquals(0, Jsoup.parse(underTest.article(page)).select(".toc").size());
  }

  @Test
  void theSameInputGivesTheSameBytes() {
    ArticlePage page = PageSamples.article(channel, PageSamples.post());
    assertEquals(underTest.article(page), underTest.article(page));
  }

  private static String meta(Document page, String name) {
    return page.selectFirst("meta[name=" + name + "]").attr("content");
  }

  private static String property(Document page, String name) {
    return page.selectFirst("meta[property=" + name + "]").attr("content");
  }
}

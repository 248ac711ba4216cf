package com.quaily.page.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.quaily.model.channel.Channel;
import com.quaily.model.page.FeedFormat;
import com.quaily.model.post.Post;
import com.quaily.page.feed.FeedPage.Enclosure;
import com.quaily.page.feed.FeedPage.FeedEntry;
import com.quaily.page.html.PageSamples;
import com.quaily.testing.Records;
import com.rometools.rome.feed.WireFeed;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.rss.Item;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedInput;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FeedRendererTest {

  private static final Instant MODIFIED = Instant.parse("2026-06-02T10:00:00Z");

  private final FeedRenderer underTest = new FeedRenderer(PageSamples.SITE, List.of());
  private final Channel channel = PageSamples.channel(Map.of("language", "en"));

  @Test
  void atomHasWhatTheStandardDemands() throws FeedException {
    Feed feed = (Feed) parse(render(FeedFormat.ATOM, page(PageSamples.post())));
    assertEquals("tag:quaily.example,2024-03-01:channel/12", feed.getId());
    assertEquals("Field Letters", feed.getTitle());
    assertEquals(Date.from(MODIFIED), feed.getUpdated());
    assertEquals("self", feed.getOtherLinks().get(0).getRel());
    assertEquals("https://quaily.example/letters/feed/atom", feed.getOtherLinks().get(0).getHref());
    assertEquals("https://quaily.example/letters", feed.getAlternateLinks().get(0).getHref());
    Entry entry = feed.getEntries().get(0);
    assertEquals("tag:quaily.example,2024-03-01:channel/12/post/345", entry.getId());
    assertEquals(Date.from(PageSamples.PUBLISHED), entry.getPublished());
    assertEquals(Date.from(PageSamples.PUBLISHED), entry.getUpdated());
    assertEquals("html", entry.getContents().get(0).getType());
    assertEquals("<p>In full & whole.</p>", entry.getContents().get(0).getValue());
    assertEquals("birds", entry.getCategories().get(0).getTerm());
    assertEquals("Ada Marsh", entry.getAuthors().get(0).getName());
    assertEquals("enclosure", entry.getOtherLinks().get(0).getRel());
    assertEquals(4321, entry.getOtherLinks().get(0).getLength());
  }

  @Test
  void atomNamesTheLanguageOfTheFeedAndOfForeignEntries() {
    Post japanese = Records.with(PageSamples.post(), Map.of("lang", "ja"));
    String xml = render(FeedFormat.ATOM, page(japanese));
    assertTrue(xml.contains("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\">"));
    assertTrue(xml.contains("<entry xml:lang=\"ja\">"));
  }

  @Test
  void idsSurviveChangesOfSlugsTitlesAndDomains() throws FeedException {
    Post renamed = PageSamples.post("another-slug", "Another title", "");
    Channel moved = PageSamples.withDomain(channel, "letters.example.com", "");
    FeedPage page =
        new FeedPage(moved, PageSamples.author("Ada"), List.of(entry(renamed)), MODIFIED);
    Feed feed = (Feed) parse(render(FeedFormat.ATOM, page));
    assertEquals("tag:quaily.example,2024-03-01:channel/12", feed.getId());
    Entry entry = feed.getEntries().get(0);
    assertEquals("tag:quaily.example,2024-03-01:channel/12/post/345", entry.getId());
    assertEquals(
        "https://letters.example.com/p/another-slug", entry.getAlternateLinks().get(0).getHref());
  }

  @Test
  void idsSurviveInTheOtherFormatsToo() throws FeedException, IOException {
    Post renamed = PageSamples.post("another-slug", "Another title", "");
    Channel moved = PageSamples.withDomain(channel, "letters.example.com", "");
    FeedPage page =
        new FeedPage(moved, PageSamples.author("Ada"), List.of(entry(renamed)), MODIFIED);
    var rss = (com.rometools.rome.feed.rss.Channel) parse(render(FeedFormat.RSS, page));
    Item item = rss.getItems().get(0);
    assertEquals("tag:quaily.example,2024-03-01:channel/12/post/345", item.getGuid().getValue());
    assertEquals("https://letters.example.com/p/another-slug", item.getLink());
    JsonNode json = json(page);
    assertEquals("https://letters.example.com/", json.path("home_page_url").asText());
    assertEquals("https://letters.example.com/feed/json", json.path("feed_url").asText());
    assertEquals(
        "tag:quaily.example,2024-03-01:channel/12/post/345", json.at("/items/0/id").asText());
    assertEquals("https://letters.example.com/p/another-slug", json.at("/items/0/url").asText());
    assertEquals("Another title", json.at("/items/0/title").asText());
  }

  @Test
  void jsonFeedNamesModificationsLanguagesAuthorsAndPictures() throws IOException {
    Post changed =
        Records.with(
            PageSamples.post(),
            Map.of("modifiedAt", MODIFIED, "lang", "ja", "coverImageUrl", "/media/c.webp"));
    JsonNode feed = json(page(changed));
    JsonNode item = feed.at("/items/0");
    assertEquals("en", feed.path("language").asText());
    assertEquals("ja", item.path("language").asText());
    assertEquals("2026-05-17T06:30:00Z", item.path("date_published").asText());
    assertEquals("2026-06-02T10:00:00Z", item.path("date_modified").asText());
    assertEquals("Ada Marsh", item.at("/authors/0/name").asText());
    assertEquals("What standing still is for.", item.path("summary").asText());
    assertEquals("https://quaily.example/media/c.webp", item.path("image").asText());
    assertEquals("https://quaily.example/media/reeds.mp3", item.at("/attachments/0/url").asText());
    assertEquals("birds", item.at("/tags/0").asText());
  }

  @Test
  void anUnchangedPostWasModifiedWhenItWasPublished() throws IOException {
    assertEquals(
        "2026-05-17T06:30:00Z",
        json(page(PageSamples.post())).at("/items/0/date_modified").asText());
  }

  @Test
  void everyFormatNamesTheHubs() throws IOException {
    FeedRenderer withHubs =
        new FeedRenderer(
            PageSamples.SITE,
            List.of(URI.create("https://hub.example/"), URI.create("https://other.example/")));
    FeedPage page = page(PageSamples.post());
    String atom = new String(withHubs.render(FeedFormat.ATOM, page), StandardCharsets.UTF_8);
    String rss = new String(withHubs.render(FeedFormat.RSS, page), StandardCharsets.UTF_8);
    JsonNode json = new ObjectMapper().readTree(withHubs.render(FeedFormat.JSON, page));
    for (String hub : List.of("https://hub.example/", "https://other.example/")) {
      assertTrue(atom.contains("<link rel=\"hub\" href=\"" + hub + "\""), atom);
      assertTrue(rss.contains("<atom:link rel=\"hub\" href=\"" + hub + "\""), rss);
      assertTrue(json.path("hubs").findValuesAsText("url").contains(hub), json.toString());
    }
    assertEquals("WebSub", json.at("/hubs/0/type").asText());
    assertFalse(json(page).has("hubs"), "there is none");
  }

  @Test
  void rssNamesTheFirstOfSeveralFilesWithItsLength() throws FeedException {
    FeedEntry entry =
        new FeedEntry(
            PageSamples.post(),
            List.of(PageSamples.author("Ada")),
            "<p>x</p>",
            "",
            List.of(
                new Enclosure("https://quaily.example/media/reeds.mp3", "audio/mpeg", 4321),
                new Enclosure("https://quaily.example/media/more.mp3", "audio/mpeg", 5)));
    FeedPage page = new FeedPage(channel, PageSamples.author("Ada"), List.of(entry), MODIFIED);
    var rss = (com.rometools.rome.feed.rss.Channel) parse(render(FeedFormat.RSS, page));
    var files = rss.getItems().get(0).getEnclosures();
    assertEquals(1, files.size());
    assertEquals("https://quaily.example/media/reeds.mp3", files.get(0).getUrl());
    assertEquals("audio/mpeg", files.get(0).getType());
    assertEquals(4321, files.get(0).getLength());
  }

  @Test
  void aFileOfUnknownLengthHasNoLength() throws IOException {
    FeedEntry entry =
        new FeedEntry(
            PageSamples.post(),
            List.of(PageSamples.author("Ada")),
            "<p>x</p>",
            "",
            List.of(new Enclosure("https://quaily.example/media/reeds.mp3", "audio/mpeg", 0)));
    JsonNode item =
        json(new FeedPage(channel, PageSamples.author("Ada"), List.of(entry), MODIFIED))
            .at("/items/0");
    assertTrue(item.at("/attachments/0").has("url"));
    assertFalse(item.at("/attachments/0").has("size_in_bytes"));
    assertFalse(item.has("summary"), "there is none");
  }

  @Test
  void everyFormatKeepsTheOrderAndNumberOfItsEntries() throws FeedException, IOException {
    Post second = PageSamples.post("second", "Second", "");
    FeedPage page =
        new FeedPage(
            channel,
            PageSamples.author("Ada"),
            List.of(entry(PageSamples.post()), entry(second)),
            MODIFIED);
    String first = PageSamples.post().title();
    Feed atom = (Feed) parse(render(FeedFormat.ATOM, page));
    assertEquals(
        List.of(first, "Second"), atom.getEntries().stream().map(Entry::getTitle).toList());
    var rss = (com.rometools.rome.feed.rss.Channel) parse(render(FeedFormat.RSS, page));
    assertEquals(List.of(first, "Second"), rss.getItems().stream().map(Item::getTitle).toList());
    assertEquals(Date.from(MODIFIED), rss.getLastBuildDate());
    assertEquals(List.of(first, "Second"), json(page).get("items").findValuesAsText("title"));
  }

  @Test
  void aModificationIsAnUpdate() throws FeedException {
    Post changed = Records.with(PageSamples.post(), Map.of("modifiedAt", MODIFIED));
    Feed feed = (Feed) parse(render(FeedFormat.ATOM, page(changed)));
    assertEquals(Date.from(MODIFIED), feed.getEntries().get(0).getUpdated());
    assertEquals(Date.from(PageSamples.PUBLISHED), feed.getEntries().get(0).getPublished());
  }

  @Test
  void rssCarriesFullContentAuthorAndALinkToItself() throws FeedException {
    String xml = render(FeedFormat.RSS, page(PageSamples.post()));
    var feed = (com.rometools.rome.feed.rss.Channel) parse(xml);
    assertEquals("Field Letters", feed.getTitle());
    assertEquals("https://quaily.example/letters", feed.getLink());
    assertEquals("en", feed.getLanguage());
    Item item = feed.getItems().get(0);
    assertEquals("tag:quaily.example,2024-03-01:channel/12/post/345", item.getGuid().getValue());
    assertFalse(item.getGuid().isPermaLink());
    assertEquals(Date.from(PageSamples.PUBLISHED), item.getPubDate());
    assertEquals("<p>In full & whole.</p>", item.getContent().getValue());
    assertEquals("What standing still is for.", item.getDescription().getValue());
    assertEquals("audio/mpeg", item.getEnclosures().get(0).getType());
    assertEquals("Ada Marsh", ((DCModule) item.getModule(DCModule.URI)).getCreator());
    assertTrue(
        xml.contains(
            "<atom:link rel=\"self\" type=\"application/rss+xml\""
                + " href=\"https://quaily.example/letters/feed/rss\" />"));
    assertFalse(xml.contains("<width>"), "the size of the logo is not known");
  }

  @Test
  void jsonFeedHasTheStructureOfVersion11() throws IOException {
    JsonNode feed = json(page(PageSamples.post()));
    assertEquals("https://jsonfeed.org/version/1.1", feed.path("version").asText());
    assertEquals("Field Letters", feed.path("title").asText());
    assertEquals("https://quaily.example/letters/feed/json", feed.path("feed_url").asText());
    assertEquals("Ada Marsh", feed.at("/authors/0/name").asText());
    JsonNode item = feed.at("/items/0");
    assertEquals("tag:quaily.example,2024-03-01:channel/12/post/345", item.path("id").asText());
    assertEquals("<p>In full & whole.</p>", item.path("content_html").asText());
    assertEquals("2026-05-17T06:30:00Z", item.path("date_published").asText());
    assertEquals(2, item.path("tags").size());
    assertEquals("audio/mpeg", item.at("/attachments/0/mime_type").asText());
    assertEquals(4321, item.at("/attachments/0/size_in_bytes").asInt());
    assertFalse(item.has("language"), "the feed's own");
  }

  @Test
  void charactersThatXmlForbidsAreLeftOut() throws FeedException {
    Post post = PageSamples.post("a", "A\u0000\u000b\uFFFE heron \uD83E\uDDA9\uD800", "x\u0001");
    FeedEntry entry =
        new FeedEntry(
            post,
            List.of(PageSamples.author("A\u0002")),
            "<p>\u001f]]>ok</p>",
            "x\u0001",
            List.of());
    FeedPage page = new FeedPage(channel, PageSamples.author("\u0003B"), List.of(entry), MODIFIED);
    Feed atom = (Feed) parse(render(FeedFormat.ATOM, page));
    assertEquals("A heron \uD83E\uDDA9", atom.getEntries().get(0).getTitle());
    assertEquals("<p>]]>ok</p>", atom.getEntries().get(0).getContents().get(0).getValue());
    var rss = (com.rometools.rome.feed.rss.Channel) parse(render(FeedFormat.RSS, page));
    assertEquals("A heron \uD83E\uDDA9", rss.getItems().get(0).getTitle());
  }

  @Test
  void aFeedWithoutEntriesIsStillAFeed() throws FeedException, IOException {
    FeedPage empty = new FeedPage(channel, PageSamples.author("Ada"), List.of(), MODIFIED);
    assertEquals("Field Letters", title(parse(render(FeedFormat.ATOM, empty))));
    assertEquals("Field Letters", title(parse(render(FeedFormat.RSS, empty))));
    assertEquals("Field Letters", json(empty).path("title").asText());
    assertTrue(json(empty).path("items").isArray());
    assertTrue(json(empty).path("items").isEmpty());
  }

  private static String title(WireFeed feed) {
    return feed instanceof Feed atom
        ? atom.getTitle()
        : ((com.rometools.rome.feed.rss.Channel) feed).getTitle();
  }

  private static FeedEntry entry(Post post) {
    return new FeedEntry(
        post,
        List.of(PageSamples.author("Ada Marsh")),
        "<p>In full & whole.</p>",
        "What standing still is for.",
        List.of(new Enclosure("https://quaily.example/media/reeds.mp3", "audio/mpeg", 4321)));
  }

  private FeedPage page(Post post) {
    return new FeedPage(channel, PageSamples.author("Ada Marsh"), List.of(entry(post)), MODIFIED);
  }

  private JsonNode json(FeedPage page) throws IOException {
    return new ObjectMapper().readTree(underTest.render(FeedFormat.JSON, page));
  }

  private String render(FeedFormat format, FeedPage page) {
    return new String(underTest.render(format, page), StandardCharsets.UTF_8);
  }

  /** Reads strictly: no repairing of XML, and validation against the format's rules. */
  private static WireFeed parse(String xml) throws FeedException {
    WireFeedInput input = new WireFeedInput(false, Locale.US);
    input.setXmlHealerOn(false);
    return input.build(new StringReader(xml));
  }
}

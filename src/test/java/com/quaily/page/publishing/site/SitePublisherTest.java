package com.quaily.page.publishing.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.testing.TestNewsroom;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SitePublisherTest {

  private static final Path PORTAL = Path.of("src/main/webapp/portal");

  @TempDir Path directory;

  private final TestNewsroom newsroom = TestNewsroom.open();
  private final SitePublisher underTest = newsroom.modules().page().sitePublisher();

  @AfterEach
  void close() {
    newsroom.close();
  }

  private static List<String> addresses(Document page, String selector) {
    return page.select(selector).stream().map(link -> link.attr("href")).toList();
  }

  @Test
  void thePortalNamesItsTranslationsByWholeUrls() {
    underTest.publishBuiltIn("portal", PORTAL);

    Document page = Jsoup.parse(newsroom.storage().text("sites/portal/ja/about/index.html"));
    assertEquals(
        List.of(
            "https://example.com/about/",
            "https://example.com/ja/about/",
            "https://example.com/zh/about/",
            "https://example.com/about/"),
        addresses(page, "link[hreflang]"));
    assertEquals(List.of("https://example.com/ja/about/"), addresses(page, "link[rel=canonical]"));
    assertTrue(addresses(page, "link[rel=stylesheet]").get(0).startsWith("/"));
    assertTrue(addresses(page, "a[hreflang=ja]").get(0).startsWith("/"));
    assertEquals(0, underTest.publishBuiltIn("portal", PORTAL));
  }

  @Test
  void operatorsFilesAreOtherwiseUnchanged() throws IOException {
    String rest =
        "<link rel=\"alternate\" hreflang=\"fr\" href=\"https://fr.example/\">"
            + "<link rel=\"canonical\" href=\"//other.example/\">"
            + "<link rel=\"alternate\" type=\"application/rss+xml\" href=\"/feed\">"
            + "<a href=\"/\" hreflang=\"en\">e\u0301 $1 \\</a>";
    String before = "<link rel=\"canonical\" href=\"";
    write("index.html", before + "/mine\">" + rest);
    write("notes.txt", before + "/mine\">");

    underTest.publish("portal", directory);

    assertEquals(
        before + "https://example.com/mine\">" + rest,
        newsroom.storage().text("sites/portal/index.html"));
    assertEquals(before + "/mine\">", newsroom.storage().text("sites/portal/notes.txt"));
  }

  @Test
  void pagesGetThePartsThatTheyIncludeFromTheNearestFolder() throws IOException {
    write(".header.html", "<a href=\"/{page}\">é</a><a href=\"/ja/{page}\">ja</a>\n");
    write("about/index.html", "<p>\n  <!-- include header -->\n</p>");
    write("ja/.header.html", "<a href=\"/ja/{page}\">日本語</a>\n");
    write("ja/about/index.html", "<!-- include header -->");

    assertEquals(2, underTest.publish("portal", directory));

    assertEquals(
        "<p>\n<a href=\"/about/\" aria-current=\"page\">é</a><a href=\"/ja/about/\">ja</a>\n</p>",
        newsroom.storage().text("sites/portal/about/index.html"));
    assertEquals(
        "<a href=\"/ja/about/\" aria-current=\"page\">日本語</a>\n",
        newsroom.storage().text("sites/portal/ja/about/index.html"));
  }

  @Test
  void aPageThatIncludesAMissingPartIsAnError() throws IOException {
    write("about/index.html", "<!-- include header -->");

    UncheckedIOException error =
        assertThrows(UncheckedIOException.class, () -> underTest.publish("portal", directory));

    assertTrue(error.getCause().getMessage().contains(".header.html"));
    assertTrue(error.getCause().getMessage().contains("about/index.html"));
  }

  private void write(String name, String text) throws IOException {
    Files.createDirectories(directory.resolve(name).getParent());
    Files.write(directory.resolve(name), text.getBytes(StandardCharsets.UTF_8));
  }
}

package com.quaily.testing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import com.quaily.routing.RoutingSettings;
import com.quaily.routing.Service;
import com.quaily.testing.RawConnection.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a reader's client may rely on, whichever way its request takes. Almost every question is
 * asked twice, so that the answer from storage and the one from memory are compared too.
 */
public abstract class PageServingContract {

  private static final String STYLE = "body{color:#222}";
  private static final String SCRIPT = "document.title";
  private static final String PAGE =
      "<!doctype html><html lang=\"en\"><head><style>"
          + STYLE
          + "</style><script type=\"application/ld+json\">{\"a\":1}</script><script>"
          + SCRIPT
          + "</script><script src=\"/widget/app.js\" defer></script></head><body>"
          + "<p>Letters about paper, ink and patience.</p>".repeat(60)
          + "</body></html>";
  private static final byte[] PICTURE = picture();

  protected final MemoryStorage storage = new MemoryStorage();
  private TestRouter router;
  private RawConnection connection;

  /** Whether the fast lane stands before the filter. */
  protected abstract boolean fastLane();

  protected final TestRouter router() {
    return router;
  }

  protected final RawConnection connection() {
    return connection;
  }

  @BeforeEach
  void start() throws Exception {
    storage.putHtml("pages/alice/index.html", PAGE);
    storage.putHtml("pages/alice/p/hello.html", PAGE);
    storage.putHtml("pages/alice/widget.html", PAGE);
    storage.putHtml("pages/alice/404.html", "<h1>Alice has no such page</h1>");
    storage.putHtml("pages/404.html", "<h1>The site has no such page</h1>");
    storage.putText("pages/alice/feed/atom.xml", "<feed/>", "application/atom+xml; charset=utf-8");
    storage.put("media/aF3.webp", PICTURE, "image/webp");
    storage.putHtml("paid/alice/1.html", "secret");
    storage.putText("routing/hosts.json", "{\"letters.example\":\"alice\"}", "application/json");
    storage.putText(
        "routing/redirects/alice.json",
        "{\"p/old\":\"p/older\",\"p/older\":\"p/hello\",\"p/x\":\"p/y\",\"p/y\":\"p/x\"}",
        "application/json");
    storage.putText("routing/redirects/alicia.json", "{\"\":\"alice\"}", "application/json");
    storage.putHtml("sites/portal/index.html", PAGE);
    storage.putHtml("sites/portal/pricing/index.html", PAGE);
    storage.putHtml("sites/tools/slug.html", PAGE);
    storage.putHtml("sites/tools/404.html", "<h1>No such tool</h1>");
    storage.putHtml("sites/dashboard/index.html", PAGE);
    storage.putText("sites/dashboard/assets/app-Bx9_kk21.js", "1;", "text/javascript");
    router = TestRouter.start(fastLane(), storage, settings(), new EchoServlet(), 0, 1);
    connection = new RawConnection(router.port());
  }

  @AfterEach
  void stop() throws Exception {
    connection.close();
    router.close();
  }

  private static RoutingSettings settings() {
    Map<String, Service> services = new HashMap<>(DefaultRouting.settings().services());
    return new RoutingSettings(
        Set.of(RoutingSettings.ANY_HOST),
        Set.of("api.localhost"),
        services,
        DefaultRouting.settings().rules());
  }

  /** Asks twice and expects the same answer twice. */
  private Answer ask(String method, String path, String... headers) throws IOException {
    Answer first = connection.ask(method, path, headers);
    Answer second = connection.ask(method, path, headers);
    assertEquals(first.status(), second.status());
    assertEquals(comparable(first), comparable(second));
    assertArrayEquals(first.body(), second.body());
    return second;
  }

  private Answer get(String path, String... headers) throws IOException {
    return ask("GET", path, headers);
  }

  private static Map<String, String> comparable(Answer answer) {
    Map<String, String> headers = new TreeMap<>(answer.headers());
    headers.remove("date");
    return headers;
  }

  private static byte[] picture() {
    byte[] bytes = new byte[100_000];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i * 31 + i / 251);
    }
    return bytes;
  }

  @Test
  void aPageIsServedWithItsHeaders() throws IOException {
    Answer answer = get("/alice/p/hello");
    assertEquals(200, answer.status());
    assertEquals(PAGE, answer.text());
    assertEquals("text/html;charset=utf-8", answer.header("Content-Type"));
    assertEquals(
        "public, max-age=0, s-maxage=60, stale-while-revalidate=600",
        answer.header("Cache-Control"));
    assertEquals("Tue, 03 Feb 2026 04:05:06 GMT", answer.header("Last-Modified"));
    assertEquals("Accept-Encoding", answer.header("Vary"));
    assertEquals("nosniff", answer.header("X-Content-Type-Options"));
    assertEquals("strict-origin-when-cross-origin", answer.header("Referrer-Policy"));
    assertEquals("DENY", answer.header("X-Frame-Options"));
    assertEquals(String.valueOf(PAGE.length()), answer.header("Content-Length"));
    assertTrue(answer.header("ETag").matches("\"v\\d+\""), answer.header("ETag"));
    assertNull(answer.header("Strict-Transport-Security"));
    assertNull(answer.header("Server"));
  }

  @Test
  void thePolicyAllowsExactlyTheInlineBlocksOfThePage() throws Exception {
    String policy = get("/alice").header("Content-Security-Policy");
    assertTrue(policy.contains("style-src 'self' " + hash(STYLE) + ";"), policy);
    assertTrue(policy.contains("script-src 'self' " + hash(SCRIPT) + ";"), policy);
    assertTrue(policy.contains("frame-ancestors 'none'"), policy);
    assertTrue(policy.contains("default-src 'none'"), policy);
    assertFalse(policy.contains("unsafe-inline"), policy);
  }

  private static String hash(String text) throws Exception {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
  }

  @ParameterizedTest
  @ValueSource(strings = {"/alice/widget", "/alice/widget.external"})
  void onlyTheWidgetMayBeFramed(String path) throws IOException {
    Answer answer = get(path);
    assertNull(answer.header("X-Frame-Options"));
    assertTrue(answer.header("Content-Security-Policy").endsWith("frame-ancestors *"));
  }

  @Test
  void gzipAndBrotliAreSentToThoseWhoAccept() throws IOException {
    Answer plain = get("/alice");
    Answer gzip = get("/alice", "Accept-Encoding: gzip, deflate");
    Answer brotli = get("/alice", "Accept-Encoding: gzip, deflate, br");
    assertEquals("gzip", gzip.header("Content-Encoding"));
    assertEquals("br", brotli.header("Content-Encoding"));
    assertTrue(gzip.body().length < plain.body().length / 3);
    assertEquals(PAGE, unzipped(gzip));
    try (BrotliInputStream in = new BrotliInputStream(new ByteArrayInputStream(brotli.body()))) {
      assertEquals(PAGE, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
    String tag = plain.header("ETag").replace("\"", "");
    assertEquals("\"" + tag + "-gz\"", gzip.header("ETag"));
    assertEquals("\"" + tag + "-br\"", brotli.header("ETag"));
  }

  private static String unzipped(Answer answer) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip;q=0", "identity", "br;q=0, gzip;q=0", "*;q=0", "deflate"})
  void whoRefusesCompressionGetsNone(String accepted) throws IOException {
    Answer answer = get("/alice", "Accept-Encoding: " + accepted);
    assertNull(answer.header("Content-Encoding"));
    assertEquals(PAGE, answer.text());
  }

  @Test
  void whatDoesNotShrinkIsSentAsItIs() throws IOException {
    Answer picture = get("/media/aF3.webp", "Accept-Encoding: gzip, br");
    assertNull(picture.header("Content-Encoding"));
    assertNull(picture.header("Vary"));
    assertArrayEquals(PICTURE, picture.body());
    Answer feed = get("/alice/feed/atom", "Accept-Encoding: gzip");
    assertNull(feed.header("Content-Encoding"));
    assertEquals("application/atom+xml;charset=utf-8", feed.header("Content-Type"));
  }

  @Test
  void mediaAndHashedAssetsAreImmutable() throws IOException {
    String immutable = "public, max-age=31536000, immutable";
    assertEquals(immutable, get("/media/aF3.webp").header("Cache-Control"));
    Answer asset = get("/dashboard/assets/app-Bx9_kk21.js");
    assertEquals(200, asset.status());
    assertEquals(immutable, asset.header("Cache-Control"));
    assertNotEquals(immutable, get("/dashboard").header("Cache-Control"));
  }

  @Test
  void headHasTheHeadersOfGetAndNoBody() throws IOException {
    for (String path : List.of("/alice", "/media/aF3.webp", "/alice/p/none", "/alice/", "/")) {
      Answer get = get(path, "Accept-Encoding: gzip");
      Answer head = ask("HEAD", path, "Accept-Encoding: gzip");
      assertEquals(get.status(), head.status(), path);
      assertEquals(comparable(get), comparable(head), path);
    }
  }

  @Test
  void anyFormsTagAnswersNotModified() throws IOException {
    String tag = get("/alice").header("ETag").replace("\"", "");
    for (String known :
        List.of(
            "\"" + tag + "\"",
            "W/\"" + tag + "\"",
            "\"" + tag + "-gz\"",
            "\"other\", W/\"" + tag + "-br\"",
            "*")) {
      Answer answer = get("/alice", "Accept-Encoding: gzip", "If-None-Match: " + known);
      assertEquals(304, answer.status(), known);
      assertEquals("\"" + tag + "-gz\"", answer.header("ETag"));
      assertEquals("Accept-Encoding", answer.header("Vary"));
      assertTrue(answer.header("Cache-Control").startsWith("public"));
    }
    for (String other : List.of("\"" + tag + "x\"", "\"\"", "\"" + tag, "\"" + tag + "-gzip\"")) {
      assertEquals(200, get("/alice", "If-None-Match: " + other).status(), other);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'Tue, 03 Feb 2026 04:05:06 GMT', 304",
    "'Tuesday, 03-Feb-26 04:05:06 GMT', 304",
    "'Tue Feb  3 04:05:06 2026', 304",
    "'Wed, 04 Feb 2026 00:00:00 GMT', 304",
    "'Tue, 03 Feb 2026 04:05:05 GMT', 200",
    "'yesterday', 200"
  })
  void ifModifiedSinceIsHonoured(String date, int status) throws IOException {
    assertEquals(status, get("/alice", "If-Modified-Since: " + date).status());
    Answer tagged = get("/alice", "If-Modified-Since: " + date, "If-None-Match: \"other\"");
    assertEquals(200, tagged.status());
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-9, 0, 10", "bytes=99990-, 99990, 100000", "bytes=-5, 99995, 100000",
    "bytes=500-200000, 500, 100000", "bytes=-200000, 0, 100000", "BYTES=7-7, 7, 8"
  })
  void aPartOfMediaCanBeAskedFor(String range, int start, int end) throws IOException {
    Answer answer = get("/media/aF3.webp", "Range: " + range);
    assertEquals(206, answer.status());
    assertEquals("bytes " + start + "-" + (end - 1) + "/100000", answer.header("Content-Range"));
    assertArrayEquals(Arrays.copyOfRange(PICTURE, start, end), answer.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"bytes=0-1,5-6", "bytes=5-2", "bytes=a-b", "bytes=-", "lines=1-2", "bytes", "-"})
  void aRangeThatIsNotOneIsAnsweredWithTheWhole(String range) throws IOException {
    Answer answer = get("/media/aF3.webp", "Range: " + range);
    assertEquals(200, answer.status());
    assertEquals("bytes", answer.header("Accept-Ranges"));
    assertEquals(PICTURE.length, answer.body().length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=100000-", "bytes=-0", "bytes=200000-300000"})
  void aRangeOutsideIsRefused(String range) throws IOException {
    Answer answer = get("/media/aF3.webp", "Range: " + range);
    assertEquals(416, answer.status());
    assertEquals("bytes */100000", answer.header("Content-Range"));
  }

  @Test
  void ifRangeSendsTheWholeWhenItHasChanged() throws IOException {
    String tag = get("/media/aF3.webp").header("ETag");
    String range = "Range: bytes=0-9";
    assertEquals(206, get("/media/aF3.webp", range, "If-Range: " + tag).status());
    assertEquals(200, get("/media/aF3.webp", range, "If-Range: \"old\"").status());
    assertEquals(200, get("/media/aF3.webp", range, "If-Range: W/" + tag).status());
    String date = "If-Range: Tue, 03 Feb 2026 04:05:06 GMT";
    assertEquals(206, get("/media/aF3.webp", range, date).status());
    String later = "If-Range: Tue, 03 Feb 2026 04:05:07 GMT";
    assertEquals(200, get("/media/aF3.webp", range, later).status());
  }

  @Test
  void aMissingPageShowsTheChannelsOwnPage() throws IOException {
    Answer answer = get("/alice/p/none", "Accept-Encoding: gzip", "If-None-Match: *");
    assertEquals(404, answer.status());
    assertTrue(answer.text().contains("Alice has no such page"));
    assertNull(answer.header("ETag"));
    assertEquals("nosniff", answer.header("X-Content-Type-Options"));
  }

  @Test
  void aMissingChannelShowsTheSitesPage() throws IOException {
    assertTrue(get("/nobody/p/none").text().contains("The site has no such page"));
    assertTrue(get("/al.ice/x/y").text().contains("The site has no such page"));
  }

  @Test
  void withoutStoredPagesThereIsABuiltInOne() throws IOException {
    storage.delete("pages/404.html");
    Answer answer = get("/nobody");
    assertEquals(404, answer.status());
    assertTrue(answer.text().contains("There is nothing at this address."));
  }

  @ParameterizedTest
  @CsvSource({
    "/alice/p/old, /alice/p/hello",
    "/alice/p/old?a=1&b=%20, /alice/p/hello?a=1&b=%20",
    "/alicia, /alice",
    "/alicia/p/hello, /alice/p/hello",
    "/alicia/p/old, /alice/p/hello",
    "/alice/, /alice",
    "/Alice/P/Hello.html?x, /alice/p/hello?x",
    "//alice, /alice",
    "/pricing, /pricing/",
    "/pricing.html, /pricing",
    "/tools/slug/, /tools/slug",
    "/tools/slug.html, /tools/slug"
  })
  void whatHasMovedIsRedirectedForGood(String path, String location) throws IOException {
    Answer answer = get(path);
    assertEquals(301, answer.status());
    assertEquals(location, answer.header("Location"));
  }

  @Test
  void movesInACircleEndInNotFound() throws IOException {
    assertEquals(404, get("/alice/p/x").status());
  }

  @Test
  void aDomainShowsItsChannel() throws IOException {
    String host = "Host: letters.example";
    assertEquals(PAGE, get("/", host).text());
    assertEquals(PAGE, get("/p/hello", host).text());
    assertEquals("/p/hello", get("/p/old", host).header("Location"));
    assertTrue(get("/p/none", host).text().contains("Alice has no such page"));
    assertEquals(404, get("/alice", host).status());
    assertArrayEquals(PICTURE, get("/media/aF3.webp", host).body());
  }

  @Test
  void aDomainFollowsItsChannelToANewName() throws IOException {
    storage.putText("routing/hosts.json", "{\"letters.example\":\"alicia\"}", "application/json");
    router.changes().changed(List.of("routing/hosts.json"));
    assertEquals(PAGE, get("/p/hello", "Host: letters.example").text());
    assertEquals("/p/hello", get("/p/old", "Host: letters.example").header("Location"));
  }

  @Test
  void sitesAndApplicationsAreFilesInStorage() throws IOException {
    assertEquals(PAGE, get("/").text());
    assertEquals(PAGE, get("/pricing/").text());
    assertEquals(PAGE, get("/tools/slug").text());
    assertTrue(get("/tools/none").text().contains("No such tool"));
    assertEquals(PAGE, get("/dashboard").text());
    assertEquals(PAGE, get("/dashboard/posts/7").text());
    assertEquals(404, get("/dashboard/assets/none.js").status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/paid/alice/1.html",
        "/paid/alice/1",
        "/alice/p/..%2f..%2f..%2fpaid",
        "/routing/hosts.json",
        "/media/../paid/alice/1.html",
        "/media/%2e%2e/paid/alice/1.html",
        "/media/..;/paid/x",
        "/tools/..%5c..%5cpaid",
        "/media//../paid/alice/1.html",
        "/exports",
        "/sites/portal/index.html",
        "/dashboard/../../paid/alice/1.html",
        "/media/%c0%ae%c0%ae/paid/alice/1.html"
      })
  void privateThingsCannotBeReached(String path) throws Exception {
    try (RawConnection own = new RawConnection(router.port())) {
      Answer answer = own.ask("GET", path);
      assertTrue(answer.status() == 400 || answer.status() == 404, path + ": " + answer.status());
      assertFalse(answer.text().contains("secret"));
      assertFalse(answer.text().contains("letters.example"));
    }
  }

  @Test
  void pagesCanOnlyBeRead() throws IOException {
    for (String method : List.of("POST", "PUT", "DELETE", "OPTIONS")) {
      Answer answer = connection.ask(method, "/alice", "Content-Length: 0");
      assertEquals(405, answer.status(), method);
      assertEquals("GET, HEAD", answer.header("Allow"));
    }
  }

  @Test
  void theApiIsTheServlets() throws IOException {
    assertEquals("GET /api /lists/a b x=%20", get("/api/lists/a%20b?x=%20").text());
    assertEquals("GET /api /c null", get("/c", "Host: api.localhost").text());
    assertEquals("GET /api /c null", get("/api/c", "Host: api.localhost").text());
    assertEquals("GET /api /é q=1", get("/%C3%A9?q=1", "Host: api.localhost").text());
    connection.send("POST", "/lists", "Host: api.localhost", "Content-Length: 5");
    connection.write("hello");
    assertEquals("POST /api /lists null hello", connection.read(false).text());
  }

  @Test
  void withStorageDownWhatIsInMemoryIsServedInEveryForm() throws IOException {
    get("/alice", "Accept-Encoding: gzip");
    storage.setDown(true);
    assertEquals(PAGE, get("/alice").text());
    assertEquals("br", get("/alice", "Accept-Encoding: br").header("Content-Encoding"));
    assertEquals(PAGE, unzipped(get("/alice", "Accept-Encoding: gzip")));
    Answer absent = get("/alice/p/hello");
    assertEquals(503, absent.status());
    assertEquals("5", absent.header("Retry-After"));
    assertEquals("no-store", absent.header("Cache-Control"));
  }

  @Test
  void aChangeIsSeenAtOnceAfterItsKeyWasNamed() throws IOException {
    get("/alice", "Accept-Encoding: gzip");
    get("/alice/p/new");
    storage.putHtml("pages/alice/index.html", "changed");
    storage.putHtml("pages/alice/p/new.html", "new");
    router.changes().changed(List.of("pages/alice/index.html", "pages/alice/p/new.html"));
    assertEquals("changed", get("/alice", "Accept-Encoding: gzip").text());
    assertEquals("new", get("/alice/p/new").text());
  }

  @Test
  void aDomainThatWasGivenDuringAGapOfTheFeedIsLearned() throws IOException {
    storage.putText("routing/hosts.json", "{\"new.example\":\"alice\"}", "application/json");
    router.changes().missedSome();
    assertEquals(PAGE, get("/p/hello", "Host: new.example").text());
    assertEquals(404, get("/p/hello", "Host: letters.example").status());
  }

  @Test
  void aMalformedTableOfDomainsChangesNothing() throws IOException {
    storage.putText("routing/hosts.json", "{\"new.example\":", "application/json");
    router.changes().changed(List.of("routing/hosts.json"));
    assertEquals(PAGE, get("/p/hello", "Host: letters.example").text());
  }

  @Test
  void pipelinedRequestsAreAnsweredInTheirOrder() throws IOException {
    get("/alice");
    get("/media/aF3.webp");
    StringBuilder requests = new StringBuilder();
    List<String> paths = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      String path = List.of("/alice", "/media/aF3.webp", "/api/n" + i, "/alice/p/none").get(i % 4);
      paths.add(path);
      requests.append("GET ").append(path).append(" HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }
    connection.write(requests.toString());
    for (String path : paths) {
      Answer answer = connection.read(false);
      switch (path) {
        case "/alice" -> assertEquals(PAGE, answer.text());
        case "/media/aF3.webp" -> assertArrayEquals(PICTURE, answer.body());
        case "/alice/p/none" -> assertEquals(404, answer.status());
        default -> assertTrue(answer.text().contains(path.substring(4)));
      }
    }
  }
}

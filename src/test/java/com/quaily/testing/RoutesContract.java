package com.quaily.testing;

import static com.quaily.testing.ServedPages.PAGE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.testing.RawConnection.Answer;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The targets of addresses. */
interface RoutesContract extends ServingClient {

  @Test
  default void aMissingPageShowsTheChannelsOwnPage() throws IOException {
    Answer answer = get("/alice/p/none", "Accept-Encoding: gzip", "If-None-Match: *");
    assertEquals(404, answer.status());
    assertTrue(answer.text().contains("Alice has no such page"));
    assertNull(answer.header("ETag"));
    assertEquals("nosniff", answer.header("X-Content-Type-Options"));
  }

  @Test
  default void aMissingChannelShowsTheSitesPage() throws IOException {
    assertTrue(get("/nobody/p/none").text().contains("The site has no such page"));
    assertTrue(get("/al.ice/x/y").text().contains("The site has no such page"));
  }

  @Test
  default void withoutStoredPagesThereIsABuiltInOne() throws IOException {
    storage().delete("pages/404.html");
    Answer answer = get("/nobody");
    assertEquals(404, answer.status());
    assertTrue(answer.text().contains("There is no page at this address."));
  }

  @ParameterizedTest
  @CsvSource({
    "/alice/p/old, /alice/p/hello",
    "/alice/p/old?a=1&b=%20, /alice/p/hello?a=1&b=%20",
    "/alice/p/old/widget?theme=dark, /alice/p/hello/widget?theme=dark",
    "/alicia/p/old/widget, /alice/p/hello/widget",
    "/Alice/P/Hello/Widget/, /alice/p/hello/widget",
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
  default void whatHasMovedIsRedirectedForGood(String path, String location) throws IOException {
    Answer answer = get(path);
    assertEquals(301, answer.status());
    assertEquals(location, answer.header("Location"));
  }

  /** Circles of one, two and three redirects, and a way into one. */
  @ParameterizedTest
  @ValueSource(
      strings = {"/alice/p/one", "/alice/p/x", "/alice/p/a", "/alice/p/to-a", "/alice/p/x/widget"})
  default void aRedirectLoopIsNotFound(String path) throws IOException {
    assertEquals(404, get(path).status());
  }

  @Test
  default void aPostsWidgetIsThereAsLongAsThePost() throws IOException {
    String domain = "Host: letters.example";
    assertTrue(get("/alice/p/hello/widget").text().contains("data-quaily=\"post\""));
    assertTrue(get("/p/hello/widget", domain).text().contains("data-quaily=\"post\""));
    assertTrue(get("/alice/p/none/widget").text().contains("Alice has no such page"));
    assertTrue(get("/p/none/widget", domain).text().contains("Alice has no such page"));
    assertEquals(404, get("/p/none/widget", domain).status());
    assertEquals(404, get("/alice/p/hello/widget", domain).status());
    storage().delete("pages/alice/p/hello.html");
    router().changes().changed(List.of("pages/alice/p/hello.html"));
    assertEquals(404, get("/alice/p/hello/widget").status());
  }

  @Test
  default void aDomainShowsItsChannel() throws IOException {
    String host = "Host: letters.example";
    assertEquals(PAGE, get("/", host).text());
    assertEquals(PAGE, get("/p/hello", host).text());
    assertEquals("/p/hello", get("/p/old", host).header("Location"));
    assertTrue(get("/p/none", host).text().contains("Alice has no such page"));
    assertEquals(404, get("/alice", host).status());
    assertArrayEquals(ServedPages.picture(), get("/media/aF3.webp", host).body());
  }

  @Test
  default void aDomainServesItsChannelAfterARename() throws IOException {
    storage().putText("routing/hosts.json", "{\"letters.example\":\"alicia\"}", "application/json");
    router().changes().changed(List.of("routing/hosts.json"));
    assertEquals(PAGE, get("/p/hello", "Host: letters.example").text());
    assertEquals("/p/hello", get("/p/old", "Host: letters.example").header("Location"));
    assertEquals(200, get("/p/hello/widget", "Host: letters.example").status());
  }

  @Test
  default void sitesAndApplicationsAreFilesInStorage() throws IOException {
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
  default void privateThingsCannotBeReached(String path) throws Exception {
    try (RawConnection own = new RawConnection(router().port())) {
      Answer answer = own.ask("GET", path);
      assertTrue(answer.status() == 400 || answer.status() == 404, path + ": " + answer.status());
      assertFalse(answer.text().contains("secret"));
      assertFalse(answer.text().contains("letters.example"));
    }
  }

  @Test
  default void pagesCanOnlyBeRead() throws IOException {
    for (String method : List.of("POST", "PUT", "DELETE", "OPTIONS")) {
      Answer answer = connection().ask(method, "/alice", "Content-Length: 0");
      assertEquals(405, answer.status(), method);
      assertEquals("GET, HEAD", answer.header("Allow"));
    }
  }

  @Test
  default void theApiIsTheServlets() throws IOException {
    assertEquals("GET /api /lists/a b x=%20", get("/api/lists/a%20b?x=%20").text());
    assertEquals("GET /api /c null", get("/c", "Host: api.localhost").text());
    assertEquals("GET /api /c null", get("/api/c", "Host: api.localhost").text());
    assertEquals("GET /api /é q=1", get("/%C3%A9?q=1", "Host: api.localhost").text());
    connection().send("POST", "/lists", "Host: api.localhost", "Content-Length: 5");
    connection().write("hello");
    assertEquals("POST /api /lists null hello", connection().read(false).text());
  }
}

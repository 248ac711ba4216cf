package com.quaily.testing;

import static com.quaily.testing.ServedPages.PAGE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.testing.RawConnection.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Changing pages, a failing store, concurrent clients. */
interface ChangesContract extends ServingClient {

  @Test
  default void whileStorageIsDownCachedPagesAreServedInEveryEncoding() throws IOException {
    get("/alice", "Accept-Encoding: gzip");
    storage().setDown(true);
    assertEquals(PAGE, get("/alice").text());
    assertEquals("br", get("/alice", "Accept-Encoding: br").header("Content-Encoding"));
    assertEquals(PAGE, ServingClient.unzipped(get("/alice", "Accept-Encoding: gzip")));
    Answer absent = get("/alice/p/hello");
    assertEquals(503, absent.status());
    assertEquals("5", absent.header("Retry-After"));
    assertEquals("no-store", absent.header("Cache-Control"));
  }

  @Test
  default void aChangeIsVisibleImmediatelyAfterItsNotification() throws IOException {
    get("/alice", "Accept-Encoding: gzip");
    get("/alice/p/new");
    storage().putHtml("pages/alice/index.html", "changed");
    storage().putHtml("pages/alice/p/new.html", "new");
    router().changes().changed(List.of("pages/alice/index.html", "pages/alice/p/new.html"));
    assertEquals("changed", get("/alice", "Accept-Encoding: gzip").text());
    assertEquals("new", get("/alice/p/new").text());
  }

  @Test
  default void aDomainAddedDuringAGapInTheFeedIsFound() throws IOException {
    storage().putText("routing/hosts.json", "{\"new.example\":\"alice\"}", "application/json");
    router().changes().missedSome();
    assertEquals(PAGE, get("/p/hello", "Host: new.example").text());
    assertEquals(404, get("/p/hello", "Host: letters.example").status());
  }

  @Test
  default void aMalformedTableOfDomainsChangesNothing() throws IOException {
    storage().putText("routing/hosts.json", "{\"new.example\":", "application/json");
    router().changes().changed(List.of("routing/hosts.json"));
    assertEquals(PAGE, get("/p/hello", "Host: letters.example").text());
  }

  @Test
  default void pipelinedRequestsAreAnsweredInTheirOrder() throws IOException {
    get("/alice");
    get("/media/aF3.webp");
    StringBuilder requests = new StringBuilder();
    List<String> paths = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      String path = List.of("/alice", "/media/aF3.webp", "/api/n" + i, "/alice/p/none").get(i % 4);
      paths.add(path);
      requests.append("GET ").append(path).append(" HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }
    connection().write(requests.toString());
    for (String path : paths) {
      Answer answer = connection().read(false);
      switch (path) {
        case "/alice" -> assertEquals(PAGE, answer.text());
        case "/media/aF3.webp" -> assertArrayEquals(ServedPages.picture(), answer.body());
        case "/alice/p/none" -> assertEquals(404, answer.status());
        default -> assertTrue(answer.text().contains(path.substring(4)));
      }
    }
  }
}

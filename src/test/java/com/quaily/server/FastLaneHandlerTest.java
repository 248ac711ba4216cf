package com.quaily.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.testing.PageServingContract;
import com.quaily.testing.RawConnection;
import com.quaily.testing.TestRouter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;
import org.junit.jupiter.api.Test;

/** The contract for the fast lane before the filter, and the fast lane's own guarantees. */
class FastLaneHandlerTest extends PageServingContract {

  private static final int MORE_THAN_THREADS = 24;

  @Override
  protected TestRouter.Lane lane() {
    return TestRouter.Lane.BEFORE_CONTEXT;
  }

  @Test
  void theServerRunsItOnTheSelectorsThread() {
    assertEquals(InvocationType.NON_BLOCKING, router().server().getInvocationType());
  }

  @Test
  void hitsAndMissesAreCounted() throws Exception {
    FastLaneHandler underTest = (FastLaneHandler) router().server().getHandler();
    connection().ask("GET", "/alice");
    connection().ask("GET", "/alice");
    connection().ask("HEAD", "/alice");
    connection().ask("GET", "/api/x");
    assertEquals(2, underTest.hits());
    assertEquals(2, underTest.misses());
  }

  @Test
  void http2GetsTheSameHeadersAndBytes() throws Exception {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
    URI page = URI.create("http://127.0.0.1:" + router().port() + "/alice");
    HttpRequest request = HttpRequest.newBuilder(page).build();
    HttpResponse<String> miss = client.send(request, BodyHandlers.ofString());
    HttpResponse<String> hit = client.send(request, BodyHandlers.ofString());
    assertEquals(HttpClient.Version.HTTP_2, hit.version());
    assertEquals(200, hit.statusCode());
    assertEquals(miss.body(), hit.body());
    for (String name :
        List.of("content-type", "etag", "content-security-policy", "vary", "last-modified")) {
      assertTrue(hit.headers().firstValue(name).isPresent(), name);
      assertEquals(miss.headers().allValues(name), hit.headers().allValues(name), name);
    }
    String etag = hit.headers().firstValue("etag").orElseThrow();
    HttpRequest again = HttpRequest.newBuilder(page).header("If-None-Match", etag).build();
    assertEquals(304, client.send(again, BodyHandlers.ofString()).statusCode());
  }

  /**
   * In the filter each slow reader holds a thread of the pool, so there this cannot be promised.
   */
  @Test
  void slowReadersDoNotDelayOthers() throws Exception {
    byte[] large = new byte[8 << 20];
    storage().put("media/large.bin", large, "application/octet-stream");
    connection().ask("GET", "/media/large.bin");
    byte[] page = connection().ask("GET", "/alice").body();
    List<RawConnection> slow = new ArrayList<>();
    try {
      for (int i = 0; i < MORE_THAN_THREADS; i++) {
        RawConnection reader = new RawConnection(router().port());
        slow.add(reader);
        reader.send("GET", "/media/large.bin");
      }
      for (int i = 0; i < 50; i++) {
        assertArrayEquals(page, connection().ask("GET", "/alice").body());
      }
      assertArrayEquals(large, slow.get(0).read(false).body());
    } finally {
      for (RawConnection reader : slow) {
        reader.close();
      }
    }
  }
}

package com.quaily.testing;

import static com.quaily.testing.ServedPages.PAGE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import com.quaily.testing.RawConnection.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which encoding of a page each client gets. */
interface CompressionContract extends ServingClient {

  @Test
  default void gzipAndBrotliAreSentToThoseWhoAccept() throws IOException {
    Answer plain = get("/alice");
    Answer gzip = get("/alice", "Accept-Encoding: gzip, deflate");
    Answer brotli = get("/alice", "Accept-Encoding: gzip, deflate, br");
    assertEquals("gzip", gzip.header("Content-Encoding"));
    assertEquals("br", brotli.header("Content-Encoding"));
    assertTrue(gzip.body().length < plain.body().length / 3);
    assertEquals(PAGE, ServingClient.unzipped(gzip));
    try (BrotliInputStream in = new BrotliInputStream(new ByteArrayInputStream(brotli.body()))) {
      assertEquals(PAGE, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
    String tag = plain.header("ETag").replace("\"", "");
    assertEquals("\"" + tag + "-gz\"", gzip.header("ETag"));
    assertEquals("\"" + tag + "-br\"", brotli.header("ETag"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip;q=0", "identity", "br;q=0, gzip;q=0", "*;q=0", "deflate"})
  default void clientsThatRejectCompressionGetNone(String accepted) throws IOException {
    Answer answer = get("/alice", "Accept-Encoding: " + accepted);
    assertNull(answer.header("Content-Encoding"));
    assertEquals(PAGE, answer.text());
  }

  @Test
  default void contentThatDoesNotShrinkIsSentUncompressed() throws IOException {
    Answer picture = get("/media/aF3.webp", "Accept-Encoding: gzip, br");
    assertNull(picture.header("Content-Encoding"));
    assertNull(picture.header("Vary"));
    assertArrayEquals(ServedPages.picture(), picture.body());
    Answer feed = get("/alice/feed/atom", "Accept-Encoding: gzip");
    assertNull(feed.header("Content-Encoding"));
    assertEquals("application/atom+xml;charset=utf-8", feed.header("Content-Type"));
  }
}

package com.quaily.testing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.testing.RawConnection.Answer;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditional and range requests. */
interface ConditionalRequestsContract extends ServingClient {

  @Test
  default void anyFormsTagAnswersNotModified() throws IOException {
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
      assertNull(answer.header("Content-Length"), "the page is not empty");
      Answer head = ask("HEAD", "/alice", "If-None-Match: " + known);
      assertEquals(304, head.status(), known);
      assertNull(head.header("Content-Length"), "the page is not empty");
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
  default void ifModifiedSinceIsHonoured(String date, int status) throws IOException {
    assertEquals(status, get("/alice", "If-Modified-Since: " + date).status());
    Answer tagged = get("/alice", "If-Modified-Since: " + date, "If-None-Match: \"other\"");
    assertEquals(200, tagged.status());
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-9, 0, 10", "bytes=99990-, 99990, 100000", "bytes=-5, 99995, 100000",
    "bytes=500-200000, 500, 100000", "bytes=-200000, 0, 100000", "BYTES=7-7, 7, 8"
  })
  default void aPartOfMediaCanBeAskedFor(String range, int start, int end) throws IOException {
    Answer answer = get("/media/aF3.webp", "Range: " + range);
    assertEquals(206, answer.status());
    assertEquals("bytes " + start + "-" + (end - 1) + "/100000", answer.header("Content-Range"));
    assertArrayEquals(Arrays.copyOfRange(ServedPages.picture(), start, end), answer.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"bytes=0-1,5-6", "bytes=5-2", "bytes=a-b", "bytes=-", "lines=1-2", "bytes", "-"})
  default void anInvalidRangeReturnsTheWholeBody(String range) throws IOException {
    Answer answer = get("/media/aF3.webp", "Range: " + range);
    assertEquals(200, answer.status());
    assertEquals("bytes", answer.header("Accept-Ranges"));
    assertEquals(ServedPages.picture().length, answer.body().length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=100000-", "bytes=-0", "bytes=200000-300000"})
  default void aRangeOutsideTheBodyIsRejected(String range) throws IOException {
    Answer answer = get("/media/aF3.webp", "Range: " + range);
    assertEquals(416, answer.status());
    assertEquals("bytes */100000", answer.header("Content-Range"));
  }

  @Test
  default void ifRangeSendsTheWholeWhenItHasChanged() throws IOException {
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
}

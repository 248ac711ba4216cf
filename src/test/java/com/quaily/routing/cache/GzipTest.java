package com.quaily.routing.cache;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GzipTest {

  private final Gzip underTest = new Gzip();

  private static byte[] decoded(byte[] encoded) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(encoded))) {
      return in.readAllBytes();
    }
  }

  private static byte[] text(int seed) {
    return ("Letter " + seed + " about paper and ink. ")
        .repeat(50 + seed)
        .getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void concurrentCompressionGivesValidGzip() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      List<Future<byte[]>> encoded = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        int seed = i;
        encoded.add(threads.submit(() -> underTest.encode(text(seed))));
      }
      for (int i = 0; i < encoded.size(); i++) {
        byte[] bytes = encoded.get(i).get();
        assertTrue(bytes.length < text(i).length / 4);
        assertArrayEquals(text(i), decoded(bytes));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 17, 18, 19, 5000})
  void contentThatDoesNotShrinkIsUnchanged(int length) throws IOException {
    byte[] noise = new byte[length];
    new Random(1).nextBytes(noise);
    assertSame(noise, underTest.encode(noise));
    // The next one is not disturbed by what was given up.
    assertArrayEquals(text(3), decoded(underTest.encode(text(3))));
  }

  @Test
  void anInterruptedThreadStillGetsAResult() throws IOException {
    Thread.currentThread().interrupt();
    byte[] encoded = underTest.encode(text(1));
    assertTrue(Thread.interrupted());
    assertArrayEquals(text(1), decoded(encoded));
  }
}

package com.quaily.routing.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptEncodingTest {

  @ParameterizedTest
  @CsvSource({
    "'gzip', GZIP",
    "'GZIP', GZIP",
    "'x-gzip', GZIP",
    "'br', BROTLI",
    "'gzip, deflate, br', BROTLI",
    "'gzip, deflate, br, zstd', BROTLI",
    "'br;q=0.5, gzip;q=0.8', GZIP",
    "'br;q=0.8,gzip;q=0.8', BROTLI",
    "'gzip;q=0.001', GZIP",
    "'gzip ; q=0.5', GZIP",
    "'identity;q=0.5, gzip;q=0.2', IDENTITY",
    "'gzip;q=0', IDENTITY",
    "'gzip;q=0.000', IDENTITY",
    "'*', BROTLI",
    "'*;q=0.1, br;q=0', GZIP",
    "'gzip;q=0, *', BROTLI",
    "'*;q=0', IDENTITY",
    "'identity', IDENTITY",
    "'deflate', IDENTITY",
    "'gzipx, xbr', IDENTITY",
    "'', IDENTITY",
    "',,;,', IDENTITY",
    "'gzip;', GZIP",
    "'gzip;q=', GZIP",
    "'gzip;level=3', GZIP"
  })
  void theBestAcceptedFormIsChosen(String header, ContentEncoding expected) {
    assertEquals(expected, AcceptEncoding.preferred(header, true));
  }

  @Test
  void withoutBrotliGzipIsNextBest() {
    assertEquals(ContentEncoding.GZIP, AcceptEncoding.preferred("br, gzip", false));
    assertEquals(ContentEncoding.GZIP, AcceptEncoding.preferred("*", false));
    assertEquals(ContentEncoding.IDENTITY, AcceptEncoding.preferred("br", false));
  }

  @Test
  void withoutTheHeaderNothingIsCompressed() {
    assertEquals(ContentEncoding.IDENTITY, AcceptEncoding.preferred(null, true));
  }
}

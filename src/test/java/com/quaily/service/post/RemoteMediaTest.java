package com.quaily.service.post;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemoteMediaTest {

  private static final String SITE = "https://letters.example";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<p><img src=\"https://evil.example/a.png\" alt=\"A cat\"></p> | <p>A cat</p>",
        "<p><img alt=\"A cat\" src=\"//evil.example/a.png\"></p> | <p>A cat</p>",
        "<p>x<img src=\"https://letters.example.evil/a.png\"></p> | <p>x</p>",
        "<p>x<img src=\"/media/a.webp\" srcset=\"https://evil.example/a 2x\"></p> | <p>x</p>"
      })
  void imagesOfOtherSitesBecomeTheirDescriptions(String html, String expected) {
    assertEquals(expected, RemoteMedia.removed(html, SITE));
  }

  @Test
  void imagesOfThisSiteAndLinksStay() {
    String html =
        "<p><img src=\"/media/a.webp\"><img src=\"https://letters.example/media/b.webp\">"
            + "<a href=\"https://other.example/\">there</a></p>";

    assertEquals(html, RemoteMedia.removed(html, SITE));
  }
}

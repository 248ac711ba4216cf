package com.quaily.resource.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedInstance.class)
class DocsTest {

  private static final Pattern PART = Pattern.compile("(?:src|href)=\"(/api/[^\"]+)\"");

  private final TestInstance instance;

  DocsTest(TestInstance instance) {
    this.instance = instance;
  }

  @Test
  void theViewerContactsNoOtherServer() {
    HttpResponse<String> page = instance.get("/api/docs");

    assertEquals(200, page.statusCode());
    assertFalse(page.body().contains("http:") || page.body().contains("https:"), page.body());
    assertTrue(
        page.headers()
            .firstValue("Content-Security-Policy")
            .orElseThrow()
            .contains("script-src 'self';"));
  }

  @Test
  void allFilesOfTheViewerExist() {
    Matcher parts = PART.matcher(instance.get("/api/docs").body());
    int found = 0;
    while (parts.find()) {
      assertEquals(200, instance.get(parts.group(1)).statusCode(), parts.group(1));
      found++;
    }
    assertEquals(5, found);
  }

  @Test
  void nothingElseOfTheProgramIsShown() {
    assertEquals(404, instance.get("/api/docs/viewer.html").statusCode());
    assertEquals(404, instance.get("/api/docs/reference.conf").statusCode());
  }
}

package com.quaily.page.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.page.html.PageAssets.Asset;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class PageAssetsTest {

  private final PageAssets underTest = new PageAssets();

  @Test
  void everyNameCarriesAHashOfTheContent() {
    assertEquals(5, underTest.all().size());
    for (Asset asset : underTest.all()) {
      assertTrue(asset.path().matches("/assets/[a-z-]+-[0-9a-f]{12}(\\.js)?"), asset.path());
      String page = asset.path().endsWith(".js") ? "" : ".html";
      assertEquals("sites" + asset.path() + page, asset.key());
    }
  }

  @Test
  void filesFindOneAnotherByTheirHashedNames() {
    for (Asset asset : underTest.all()) {
      String text = new String(asset.bytes(), StandardCharsets.UTF_8);
      assertFalse(text.matches("(?s).*\\{[a-z-]+\\.(js|html)\\}.*"), asset.path());
    }
  }

  @Test
  void theScriptsOfAnArticleAreSmall() throws IOException {
    int size = 0;
    for (String name : new String[] {PageAssets.COUNT, PageAssets.EMBED, PageAssets.DIAGRAM}) {
      size += compressed(asset(underTest.path(name)).bytes());
    }
    assertTrue(size < 45 * 1024, "compressed: " + size);
  }

  private Asset asset(String path) {
    return underTest.all().stream()
        .filter(asset -> asset.path().equals(path))
        .findFirst()
        .orElseThrow();
  }

  private static int compressed(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.size();
  }
}

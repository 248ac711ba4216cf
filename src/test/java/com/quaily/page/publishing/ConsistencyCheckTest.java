package com.quaily.page.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.page.publishing.ConsistencyCheck.Fault;
import com.quaily.page.publishing.ConsistencyCheck.Finding;
import com.quaily.testing.TestNewsroom;
import com.quaily.testing.WatchedStorage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every kind of inconsistency between database, manifest and store, and its repair. */
class ConsistencyCheckTest {

  @AutoClose private final TestNewsroom newsroom = TestNewsroom.open();
  private final WatchedStorage storage = newsroom.storage();
  private final ConsistencyCheck underTest = newsroom.modules().page().consistencyCheck();

  @BeforeEach
  void publishSome() {
    newsroom.fill(1, 20);
    newsroom.refresh();
    newsroom.modules().page().sitePages().write();
    storage.forget();
  }

  @Test
  void findsNothingWhenEverythingIsConsistent() {
    assertEquals(List.of(), newsroom.disagreements());
  }

  @Test
  void findsAndRestoresAPageThatIsMissing() {
    storage.delete("pages/news/p/post-7.html");
    assertMends(Fault.MISSING, "pages/news/p/post-7.html");
  }

  @Test
  void findsAndRestoresAModifiedPage() {
    put("pages/news/feed/atom.xml");
    assertMends(Fault.DIFFERENT, "pages/news/feed/atom.xml");
  }

  @Test
  void findsAndRestoresAPageOfTheSite() {
    put("pages/robots.txt");
    assertMends(Fault.DIFFERENT, "pages/robots.txt");
  }

  @Test
  void findsAndRemovesAnUnknownPage() {
    put("pages/news/p/intruder.html");
    assertMends(Fault.UNKNOWN, "pages/news/p/intruder.html");
    assertFalse(storage.has("pages/news/p/intruder.html"));
    assertEquals(Set.of(), storage.puts());
  }

  @Test
  void findsAndRemovesThePageOfADeletedPost() {
    newsroom.execute("update post set published_at = null, list_page = 0 where slug = 'post-7'");
    assertTrue(
        newsroom.disagreements().contains(new Finding(Fault.ORPHANED, "pages/news/p/post-7.html")));
    underTest.repair(newsroom.disagreements());
    assertFalse(storage.has("pages/news/p/post-7.html"));
    assertEquals(List.of(), newsroom.disagreements());
  }

  @Test
  void findsAndRendersAPublishedPostWithoutPage() {
    newsroom.execute("delete from page_manifest where key = 'pages/news/p/post-7.html'");
    storage.delete("pages/news/p/post-7.html");
    assertMends(Fault.UNRENDERED, "pages/news/p/post-7.html");
  }

  @Test
  void findsAndRendersAnOutdatedPage() {
    newsroom.execute("update post set title = 'Other', updated_at = now() where slug = 'post-7'");
    assertMends(Fault.OUTDATED, "pages/news/p/post-7.html");
    assertTrue(storage.text("pages/news/p/post-7.html").contains("Other"));
  }

  @Test
  void anUnchangedPageIsNoLongerOutdatedAfterRendering() {
    newsroom.execute("update post set updated_at = now() where slug = 'post-7'");
    assertMends(Fault.OUTDATED, "pages/news/p/post-7.html");
    assertEquals(Set.of(), storage.puts());
  }

  @Test
  void repairsChangeNothingElse() {
    Map<String, String> before = storage.all("");
    storage.delete("pages/news/p/post-3.html");
    put("pages/news/index.html");
    storage.forget();
    underTest.repair(newsroom.disagreements());
    assertEquals(Set.of("pages/news/p/post-3.html", "pages/news/index.html"), storage.puts());
    assertEquals(Set.of(), storage.deletes());
    assertEquals(before, storage.all(""));
  }

  @Test
  void repairsTheResultOfACrashBetweenStoreAndManifest() {
    storage.afterPut(
        key -> {
          throw new IllegalStateException("died");
        });
    assertThrows(
        IllegalStateException.class,
        () -> newsroom.save("half", "Half", "Text", TestNewsroom.date(50)));
    storage.afterPut(key -> {});
    assertEquals(
        Set.of(
            new Finding(Fault.UNKNOWN, "pages/news/p/half.html"),
            new Finding(Fault.UNRENDERED, "pages/news/p/half.html")),
        Set.copyOf(newsroom.disagreements()));
    underTest.repair(newsroom.disagreements());
    assertEquals(List.of(), newsroom.disagreements());
    assertTrue(storage.text("pages/news/p/half.html").contains("Half"));
  }

  private void put(String key) {
    storage.put(key, "tampered".getBytes(StandardCharsets.UTF_8), "text/html");
    storage.forget();
  }

  private void assertMends(Fault fault, String key) {
    List<Finding> findings = newsroom.disagreements();
    assertEquals(List.of(new Finding(fault, key)), findings);
    underTest.repair(findings);
    assertEquals(List.of(), newsroom.disagreements());
  }
}

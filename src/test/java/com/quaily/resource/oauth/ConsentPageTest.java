package com.quaily.resource.oauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.testing.ApiClient;
import com.quaily.testing.Author;
import com.quaily.testing.TestInstance;
import com.quaily.wiring.process.Role;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An instance with an external challenge provider. */
class ConsentPageTest {

  private static final String PROVIDER = "https://challenges.cloudflare.com";

  private static TestInstance instance;

  @BeforeAll
  static void start(@TempDir Path directory) throws IOException {
    Map<String, Object> settings =
        Map.of(
            "challenge.provider", "turnstile",
            "challenge.turnstile.site-key", "0x4AAA",
            "challenge.turnstile.secret-key", "secret");
    instance = TestInstance.start(directory, Role.all(), TestInstance.migratedDatabase(), settings);
    publishPages(Files.createDirectory(directory.resolve("pages")));
  }

  /** Pages at the addresses of those that the build makes. */
  private static void publishPages(Path site) throws IOException {
    Files.createDirectory(site.resolve("oauth"));
    for (String page : new String[] {"oauth/authorize", "oauth/code", "report"}) {
      Files.writeString(site.resolve(page + ".html"), "<!doctype html><title>" + page + "</title>");
    }
    instance.instance().modules().orElseThrow().page().sitePublisher().publish("front", site);
  }

  @AfterAll
  static void stop() throws Exception {
    instance.close();
  }

  private static String policy(String path) {
    HttpResponse<String> page = instance.get(path);
    assertEquals(200, page.statusCode(), path);
    assertTrue(page.headers().firstValue("Content-Type").orElseThrow().startsWith("text/html"));
    return page.headers().firstValue("Content-Security-Policy").orElseThrow();
  }

  @Test
  void thePageThatAsksForConsentCannotBeFramed() {
    for (String path : new String[] {"/oauth/authorize?client_id=x", "/oauth/code?code=x"}) {
      assertTrue(policy(path).contains("frame-ancestors 'none'"), path);
      assertFalse(policy(path).contains("unsafe"), path);
    }
  }

  @Test
  void onlyWhereStrangersAreAskedTheProviderIsLetIn() {
    String ours = "'self' " + instance.url();
    assertTrue(policy("/oauth/authorize").contains("script-src " + ours + " " + PROVIDER + ";"));
    assertTrue(policy("/").contains("form-action " + ours + ";"));
    assertTrue(policy("/report").contains("frame-src 'self'"));
    assertTrue(policy("/report").contains(PROVIDER));
    assertFalse(policy("/oauth/code").contains(PROVIDER));
    assertFalse(policy("/").contains(PROVIDER));
  }

  @Test
  void channelsNameTheProvidersSiteKey() {
    Author author = Author.of(instance);

    JsonNode channel = author.nobody().get("/lists/" + author.slug()).data();

    assertEquals("0x4AAA", channel.get("challenge_site_key").textValue());
    JsonNode challenge = new ApiClient(instance).get("/c").data().get("challenge");
    assertEquals(challenge.get("site_key"), channel.get("challenge_site_key"));
  }
}

package com.quaily.model.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentSecurityPolicyTest {

  private final ContentSecurityPolicy underTest = new ContentSecurityPolicy(List.of());

  private String policy(String html) {
    return underTest.of(html.getBytes(StandardCharsets.UTF_8), false, List.of());
  }

  private int hashes(String html) {
    return policy(html).split("'sha256-", -1).length - 1;
  }

  @ParameterizedTest
  @CsvSource({
    "'<style>a{}</style>', 1",
    "'<STYLE media=\"print\">a{}</STYLE>', 1",
    "'<style>a{}</style><style>a{}</style>', 1",
    "'<style>a{}</style><style>b{}</style>', 2",
    "'<script>x()</script>', 0",
    "'<script type=module>x()</script>', 0",
    "'<script type=\"text/javascript\">x()</script>', 0",
    "'<script type=\"application/ld+json\">{}</script>', 0",
    "'<script src=\"/a.js\" defer></script>', 0",
    "'<scripted>x</scripted><styled>', 0",
    "'<styled><style>a{}</style></styled>', 1",
    "'<script>x(\"<style>\")</script><style>a{}</style>', 1",
    "'<s', 0",
    "'<style>never closed', 0",
    "'<style', 0",
    "'<p>plain</p>', 0"
  })
  void exactlyTheInlineStylesAreHashed(String html, int expected) {
    assertEquals(expected, hashes(html));
  }

  @Test
  void theHashIsOfTheBytesOfTheBlock() {
    // printf 'p::before{content:"旅"}' | openssl dgst -sha256 -binary | base64
    assertTrue(
        policy("<title>旅</title><style>p::before{content:\"旅\"}</style>")
            .contains("style-src 'self' 'sha256-7/oS3LuB52p3uws6Dgiqw/I3c8FwHIowLEvIY5IKd98=';"));
  }

  @Test
  void trustedOriginsAreAllowedForScriptsAndConnections() {
    String policy =
        new ContentSecurityPolicy(List.of("https://api.example")).of(new byte[0], false, List.of());
    assertTrue(policy.contains("script-src 'self' https://api.example;"), policy);
    assertTrue(policy.contains("connect-src 'self' https://api.example;"), policy);
    assertTrue(policy.contains("form-action 'self' https://api.example;"), policy);
  }

  @Test
  void aChallengeProviderCanRunAndBeFramedOnPagesThatNeedIt() {
    String provider = "https://challenge.example";
    String policy = underTest.of(new byte[0], false, List.of(provider));
    assertTrue(policy.contains("script-src 'self' " + provider + ";"), policy);
    assertTrue(policy.contains(" " + provider + "; frame-ancestors 'none'"), policy);
    assertFalse(policy("").contains(provider));
  }

  @Test
  void noInlineScriptRunsWhateverAStoredPageContains() {
    String policy = policy("<script>x()</script><style>a{}</style>");
    assertTrue(policy.contains("script-src 'self';"), policy);
    assertEquals(-1, policy.indexOf("unsafe"));
    assertTrue(policy.startsWith("default-src 'none';"));
  }
}

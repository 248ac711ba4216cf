package com.quaily.service.oauth;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectUrisTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://app.example/callback?a=b",
        "http://localhost:63812/oauth/code",
        "http://127.0.0.1/cb",
        "http://[::1]:8080/cb",
        "com.example.app:/oauth",
        "obsidian://quail"
      })
  void applicationsCanReceiveCodesThere(String uri) {
    assertTrue(RedirectUris.areSafe(uri));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "java\nscript:alert(1)",
        " javascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "blob:https://a.example/1",
        "view-source:https://a.example",
        "http://app.example/callback",
        "https:///callback",
        "https://user@app.example/",
        "https://app.example/#part",
        "/callback",
        "callback",
        ""
      })
  void otherAddressesAreRefused(String uri) {
    assertFalse(RedirectUris.areSafe(uri));
  }
}

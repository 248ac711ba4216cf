package com.quaily.service.domain;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.model.Site;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiteNamesTest {

  private final SiteNames underTest =
      new SiteNames(
          new Site("Letters", "https://www.letters.example:8443"),
          List.of("*", "api.service.example.co.uk", "Alias.Example.org:8080", "192.0.2.7", "::1"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "www.letters.example",
        "letters.example",
        "blog.letters.example",
        "a.b.www.letters.example",
        "api.service.example.co.uk",
        "x.api.service.example.co.uk",
        "service.example.co.uk",
        "example.co.uk",
        "alias.example.org",
        "example.org"
      })
  void theNamesOfTheSiteAndThoseAboveAndBelowAreItsOwn(String domain) {
    assertTrue(underTest.include(domain));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "letters.example.net",
        "myletters.example",
        "blog.example.co.uk",
        "other.example.org",
        "wwwletters.example"
      })
  void otherNamesAreNot(String domain) {
    assertFalse(underTest.include(domain));
  }
}

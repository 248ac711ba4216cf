package com.quaily.model.post;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class SlugTest {

  @ParameterizedTest
  @ValueSource(strings = {"a", "a-plain-post", "2024", "snake_case", "-"})
  void smallLettersDigitsHyphensAndUnderscoresAreValid(String slug) {
    assertTrue(Slug.isValid(slug));
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {"A", "a b", "a/b", "..", "é", "猫", "a\n", "a%20b"})
  void everythingElseIsNot(String slug) {
    assertFalse(Slug.isValid(slug));
  }

  @Test
  void aSlugHasAtMost128Characters() {
    assertTrue(Slug.isValid("a".repeat(128)));
    assertFalse(Slug.isValid("a".repeat(129)));
  }
}

package com.quaily.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StorageKeyTest {

  @ParameterizedTest
  @MethodSource({
    "com.quaily.storage.StorageKeys#unusual",
    "com.quaily.storage.StorageKeys#longest"
  })
  void unusualKeysAreAllowed(String key) {
    assertEquals(key, StorageKey.check(key));
  }

  @ParameterizedTest
  @MethodSource("com.quaily.storage.StorageKeys#hostile")
  void hostileKeysAreRefused(String key) {
    assertThrows(IllegalArgumentException.class, () -> StorageKey.check(key));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "a/", "pages/ch", "日本/"})
  void aPrefixMayBeEmptyOrEndWithASlash(String prefix) {
    assertEquals(prefix, StorageKey.checkPrefix(prefix));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "//", "a//", "/a", "../", "a/../", "a\\", "a\0"})
  void hostilePrefixesAreRefused(String prefix) {
    assertThrows(IllegalArgumentException.class, () -> StorageKey.checkPrefix(prefix));
  }

  @Test
  void theReasonIsNamedWithoutEchoingControlCharacters() {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> StorageKey.check("a\nforged line"));

    assertEquals(
        "Storage key \"a\\u000aforged line\": control characters are not allowed",
        refusal.getMessage());
  }

  @Test
  void theOrderIsThatOfTheUtf8Bytes() {
    List<String> keys =
        List.of(
            "a", "a-b", "a.b", "a/b", "a0", "é", "日", "\uff5e", "\ud83d\ude00", "a/", "", "\ue000");
    List<String> byBytes =
        keys.stream()
            .sorted(
                (left, right) ->
                    Arrays.compareUnsigned(
                        left.getBytes(StandardCharsets.UTF_8),
                        right.getBytes(StandardCharsets.UTF_8)))
            .toList();

    assertEquals(byBytes, keys.stream().sorted(StorageKey.ORDER).toList());
    assertTrue(StorageKey.ORDER.compare("\uff5e", "\ud83d\ude00") < 0);
  }
}

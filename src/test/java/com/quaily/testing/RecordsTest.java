package com.quaily.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordsTest {

  private final Point underTest = new Point(1, "north");

  @Test
  void givenFieldsAreReplacedAndOthersKept() {
    assertEquals(new Point(2, "north"), Records.with(underTest, Map.of("distance", 2)));
  }

  @Test
  void anUnknownNameOrTypeIsRejected() {
    assertThrows(IllegalArgumentException.class, () -> Records.with(underTest, Map.of("depth", 2)));
    assertThrows(
        IllegalArgumentException.class, () -> Records.with(underTest, Map.of("distance", "far")));
  }

  record Point(int distance, String direction) {}
}

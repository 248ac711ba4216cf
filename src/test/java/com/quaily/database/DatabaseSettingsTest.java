package com.quaily.database;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseSettingsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://db.example/quaily?user=a&password=s3cret&ssl=true",
        "jdbc:postgresql://db.example/quaily?PASSWORD=s3cret",
        "jdbc:postgresql://db.example/quaily?ssl=true&sslpassword=s3cret",
        "jdbc:postgresql://ada:s3cret@db.example/quaily"
      })
  void thePasswordIsNeverShown(String url) {
    String shown = new DatabaseSettings(url, "ada", "s3cret", 4).toString();

    assertFalse(shown.contains("s3cret"), shown);
    assertTrue(shown.contains("db.example/quaily"), shown);
  }
}

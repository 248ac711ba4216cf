package com.quaily.delivery.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxTest {

  @Test
  void aMailIsKeptByAClockOfMicroseconds(@TempDir Path directory) throws IOException {
    Clock clock = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    Outbox underTest = new Outbox(directory, "quaily@example.com", clock);

    underTest.keep("Mail".getBytes(StandardCharsets.US_ASCII));

    try (Stream<Path> files = Files.list(directory)) {
      List<Path> mails = files.toList();
      assertEquals(1, mails.size());
      assertEquals("Mail", Files.readString(mails.get(0)));
    }
  }
}

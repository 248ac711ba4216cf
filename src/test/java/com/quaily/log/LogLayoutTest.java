package com.quaily.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

class LogLayoutTest {

  private static final Instant TIME = Instant.parse("2026-05-04T09:30:00.120Z");

  private final LogLayout underTest = new LogLayout();
  private Instant time = TIME;
  private final LogbackMDCAdapter requestIds = new LogbackMDCAdapter();
  private final LoggerContext context = new LoggerContext();

  LogLayoutTest() {
    context.setMDCAdapter(requestIds);
  }

  @Test
  void aLineNamesTimeLevelClassAndRequest() {
    requestIds.put("request_id", "01HX");
    String line = line("all is well", null);
    assertTrue(line.endsWith(" WARN  Thing [01HX] all is well\n"), line);
    assertEquals(TIME, OffsetDateTime.parse(line.substring(0, line.indexOf(' '))).toInstant());
  }

  @Test
  void withoutARequestThereIsADash() {
    assertTrue(line("all is well", null).contains(" Thing [-] all"));
  }

  @Test
  void messagesAndStacksStayOnTheLine() {
    String line = line("one\r\n  two\n", new IllegalStateException("bad\nluck"));
    assertTrue(line.contains("one | two | "), line);
    assertTrue(line.contains("java.lang.IllegalStateException: bad | luck | at "), line);
    assertEquals(line.length() - 1, line.indexOf('\n'));
  }

  @Test
  void aStackTraceIsNotRepeatedWithinAMinute() {
    IllegalStateException failure = new IllegalStateException("bad luck");
    assertTrue(line("one", failure).contains(" | at "));
    String again = line("two", failure);
    assertFalse(again.contains(" | at "), again);
    assertTrue(again.contains("two | java.lang.IllegalStateException: bad luck"), again);
    assertTrue(line("three", new IllegalStateException("elsewhere")).contains(" | at "));
    time = TIME.plusSeconds(60);
    assertTrue(line("four", failure).contains(" | at "));
  }

  private String line(String message, Throwable failure) {
    LoggingEvent event =
        new LoggingEvent(
            LogLayoutTest.class.getName(),
            context.getLogger("com.quaily.some.Thing"),
            Level.WARN,
            message,
            failure,
            null);
    event.setInstant(time);
    return underTest.doLayout(event);
  }
}

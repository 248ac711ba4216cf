package com.quaily.service.delivery.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.quaily.dao.TransportDayDao;
import com.quaily.database.Database;
import com.quaily.database.DatabaseSettings;
import com.quaily.delivery.transport.Envelope;
import com.quaily.delivery.transport.FailoverTransport;
import com.quaily.delivery.transport.Handover;
import com.quaily.delivery.transport.Handover.Outcome;
import com.quaily.delivery.transport.MailTransport;
import com.quaily.delivery.transport.WarmUp;
import com.quaily.model.delivery.Fault;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.UnavailableException;
import com.quaily.testing.SettableClock;
import com.quaily.testing.TestDatabase;
import com.quaily.testing.TestInstance;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WarmingTransportTest {

  private static final LocalDate START = LocalDate.of(2026, 12, 1);

  private final SettableClock clock = new SettableClock(Instant.parse("2026-12-01T23:00:00Z"));
  private final String name = "smtp://" + UUID.randomUUID() + ":587";
  private final WarmUp warmUp = new WarmUp(name, START, 4, 1.5, 9);
  private Database database;

  @BeforeEach
  void open() {
    TestDatabase server = TestInstance.migratedDatabase();
    database =
        new Database(new DatabaseSettings(server.jdbcUrl(), server.user(), server.password(), 4));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private WarmingTransport underTest() {
    return warming(new Willing(name));
  }

  private WarmingTransport warming(MailTransport transport) {
    return new WarmingTransport(transport, warmUp, database.dao(TransportDayDao.class), clock);
  }

  private static Handover send(MailTransport transport) {
    return transport.send(new Envelope("a@letters.example", "b@mail.example", new byte[0]));
  }

  private static long accepted(MailTransport transport, int mails) {
    return IntStream.range(0, mails)
        .parallel()
        .filter(i -> send(transport).outcome() == Outcome.ACCEPTED)
        .count();
  }

  @Test
  void eachDayHasMoreUntilTheEnd() {
    assertEquals(OptionalLong.of(4), warmUp.most(START.minusDays(3)));
    assertEquals(OptionalLong.of(4), warmUp.most(START));
    assertEquals(OptionalLong.of(6), warmUp.most(START.plusDays(1)));
    assertEquals(OptionalLong.empty(), warmUp.most(START.plusDays(2)));
    assertEquals(OptionalLong.empty(), warmUp.most(START.plusDays(20_000)));
  }

  @Test
  void allWorkersTogetherKeepToTheNumberOfTheDay() {
    WarmingTransport one = underTest();
    WarmingTransport other = underTest();
    assertEquals(4, accepted(one, 20) + accepted(other, 20));

    Handover full = send(other);
    assertEquals(Outcome.UNAVAILABLE, full.outcome());
    assertTrue(full.reply().contains("until 2026-12-02T00:00:00Z"), full::reply);

    clock.advance(Duration.ofHours(1));
    assertEquals(6, accepted(one, 20));
    clock.advance(Duration.ofDays(1));
    assertEquals(20, accepted(one, 20));
  }

  @Test
  void whatIsBeyondTheNumberGoesToTheNextTransport() {
    try (FailoverTransport both =
        new FailoverTransport(List.of(underTest(), new Willing("smtp://old:587")), clock)) {
      List<String> used = IntStream.range(0, 6).mapToObj(i -> send(both).transport()).toList();
      assertEquals(4, used.stream().filter(name::equals).count());
      assertEquals(List.of("smtp://old:587", "smtp://old:587"), used.subList(4, 6));
    }
  }

  /** Another transport would send it a second time. */
  @Test
  void aFailureAfterTheHandoverBeganDoesNotCountAsAFullDay() {
    MailTransport failing = mock(MailTransport.class);
    when(failing.name()).thenReturn(name);
    when(failing.send(any()))
        .thenThrow(new UnavailableException(ErrorCode.DATABASE_UNAVAILABLE, "away"));

    assertThrows(UnavailableException.class, () -> send(warming(failing)));
  }

  /** Takes everything. */
  private record Willing(String name) implements MailTransport {

    @Override
    public Handover send(Envelope mail) {
      return new Handover(Outcome.ACCEPTED, Fault.NONE, "250 ok", name);
    }

    @Override
    public void close() {
      // Holds nothing.
    }
  }
}

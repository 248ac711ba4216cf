package com.quaily.ai.scheduler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.ai.scheduler.Cap.Caps;
import com.quaily.dao.AiBudgetDao;
import com.quaily.dao.AiKeyDao;
import com.quaily.database.Database;
import com.quaily.database.DatabaseSettings;
import com.quaily.model.ai.Reservation;
import com.quaily.testing.TestDatabase;
import com.quaily.testing.TestInstance;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Reservations of calls that are no tasks, such as those for vectors. */
class BudgetsTest {

  private static final Instant NOW = Instant.parse("2026-11-30T23:59:00Z");

  private final TestDatabase place = TestInstance.migratedDatabase();
  private final Database database =
      new Database(new DatabaseSettings(place.jdbcUrl(), place.user(), place.password(), 2));
  private final AiBudgetDao budgetDao = database.dao(AiBudgetDao.class);

  @AfterEach
  void close() {
    database.close();
  }

  private Budgets at(Instant moment) {
    Caps cap = new Caps(new Cap(100, 0), Cap.NONE);
    return new Budgets(
        budgetDao, database.dao(AiKeyDao.class), cap, cap, Clock.fixed(moment, ZoneOffset.UTC));
  }

  private Optional<Long> hold(long tokens) {
    Reservation wanted =
        new Reservation(0, "user:1", 7L, tokens, tokens * 10, NOW, NOW.plusSeconds(60));
    return database.inTransaction(() -> at(NOW).hold(wanted));
  }

  private List<Long> used() {
    return List.of(
        budgetDao.select("site", "2026-11-30").orElseThrow().tokens(),
        budgetDao.select("channel:7", "2026-11-30").orElseThrow().tokens());
  }

  @Test
  void aSettledReservationIsReplacedByWhatWasUsed() {
    long held = hold(80).orElseThrow();
    assertEquals(List.of(80L, 80L), used());
    assertTrue(hold(30).isEmpty(), "more than the cap");

    database.inTransaction(() -> at(NOW.plusSeconds(70)).settle(held, 50, 1));

    assertEquals(List.of(50L, 50L), used(), "in the day of the reservation");
    assertTrue(at(NOW.plusSeconds(70)).expired().isEmpty());
  }

  @Test
  void whatADeadProcessHeldIsGivenBackOnce() {
    long held = hold(80).orElseThrow();
    assertTrue(at(NOW.plusSeconds(60)).expired().isEmpty(), "it may still be at work");

    Budgets later = at(NOW.plusSeconds(61));
    assertEquals(List.of(held), later.expired());
    database.inTransaction(() -> later.settle(held, 0, 0));
    database.inTransaction(() -> later.settle(held, 50, 1));

    assertEquals(List.of(0L, 0L), used(), "a process that was only slow changes nothing");
  }
}

package com.quaily.ai.scheduler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.ai.scheduler.Cap.Caps;
import com.quaily.dao.AiBudgetDao;
import com.quaily.dao.AiKeyDao;
import com.quaily.database.Database;
import com.quaily.database.DatabaseSettings;
import com.quaily.model.ai.AiAttempt;
import com.quaily.model.ai.AiKey;
import com.quaily.model.ai.BudgetUse;
import com.quaily.model.ai.Outcome;
import com.quaily.model.ai.Reservation;
import com.quaily.testing.TestDatabase;
import com.quaily.testing.TestInstance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Caps, and reservations of calls that are no tasks, such as those for vectors. */
class BudgetsTest {

  private static final Instant NOW = Instant.parse("2026-11-30T23:59:00Z");

  private static final Caps NONE = Caps.NONE;

  private final TestDatabase place = TestInstance.migratedDatabase();
  private final Database database =
      new Database(new DatabaseSettings(place.jdbcUrl(), place.user(), place.password(), 2));
  private final AiBudgetDao budgetDao = database.dao(AiBudgetDao.class);

  @AfterEach
  void close() {
    database.close();
  }

  private Budgets at(Instant moment) {
    return at(moment, new Caps(new Cap(100, 0), Cap.NONE));
  }

  private Budgets at(Instant moment, Caps cap) {
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

  private Budgets with(Caps site, Caps channel) {
    return new Budgets(
        budgetDao, database.dao(AiKeyDao.class), site, channel, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private boolean reserve(
      Budgets budgets, String caller, @Nullable Long channel, long tokens, long micros) {
    return database.inTransaction(() -> budgets.reserve(caller, channel, tokens, micros, NOW));
  }

  private static Stream<Arguments> caps() {
    return Stream.of(
        Arguments.of(new Caps(new Cap(100, 0), Cap.NONE), 100, 1_000),
        Arguments.of(new Caps(new Cap(0, 100), Cap.NONE), 1_000, 100),
        Arguments.of(new Caps(Cap.NONE, new Cap(100, 0)), 100, 1_000),
        Arguments.of(new Caps(Cap.NONE, new Cap(0, 100)), 1_000, 100),
        Arguments.of(new Caps(new Cap(500, 0), new Cap(100, 0)), 100, 1_000),
        Arguments.of(new Caps(new Cap(100, 0), new Cap(500, 0)), 100, 1_000));
  }

  @ParameterizedTest
  @MethodSource("caps")
  void eachCapAllowsWhatItSaysAndNotOneMore(Caps caps, long tokens, long micros) {
    for (Budgets budgets : List.of(with(caps, NONE), with(NONE, caps))) {
      assertTrue(budgets.exhausted("user:1", 7L).isEmpty());

      assertTrue(reserve(budgets, "user:1", 7L, tokens, micros));

      assertTrue(budgets.exhausted("user:1", 7L).isPresent());
      assertFalse(reserve(budgets, "user:1", 7L, 1, 1));
      assertTrue(reserve(budgets, "user:1", 7L, 0, 0), "nothing of what was refused stays");
      assertTrue(reserve(budgets, "user:1", 7L, -tokens, -micros));
      assertTrue(budgets.exhausted("user:1", 7L).isEmpty());
    }
  }

  @Test
  void channelsAndKeysHaveBudgetsOfTheirOwn() {
    AiKeyDao keys = database.dao(AiKeyDao.class);
    String capped =
        keys.insert(new AiKey(0, "a", "a", 0, 50, 0, 0, 0, NOW), new byte[] {1}).caller();
    String free = keys.insert(new AiKey(0, "b", "b", 0, 0, 0, 0, 0, NOW), new byte[] {2}).caller();
    Budgets budgets = with(NONE, new Caps(new Cap(100, 0), Cap.NONE));

    assertFalse(reserve(budgets, capped, null, 51, 0));
    assertTrue(reserve(budgets, capped, null, 50, 0));
    assertTrue(budgets.exhausted(capped, null).isPresent());
    assertTrue(reserve(budgets, free, null, 1_000, 0));
    assertTrue(reserve(budgets, "user:1", null, 1_000, 0));
    assertTrue(reserve(budgets, "user:1", 7L, 100, 0));
    assertFalse(reserve(budgets, "user:2", 7L, 1, 0));
    assertTrue(reserve(budgets, "user:2", 8L, 100, 0));
    assertTrue(budgets.exhausted("user:2", null).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 10, 0", "0, 0, 0, 10", "10, 0, 0, 0", "0, 10, 0, 0"})
  void everyCapOfAKeyCounts(long dayTokens, long monthTokens, long dayMicros, long monthMicros) {
    String key =
        database
            .dao(AiKeyDao.class)
            .insert(
                new AiKey(0, "k", "k", 0, dayTokens, monthTokens, dayMicros, monthMicros, NOW),
                new byte[] {1})
            .caller();

    assertTrue(reserve(with(NONE, NONE), key, null, 10, 10));
    assertFalse(reserve(with(NONE, NONE), key, null, 1, 1));
  }

  @Test
  void whatIsUsedUpIsFreeAgainAtTheEndOfItsPeriod() {
    Caps day = new Caps(new Cap(10, 0), Cap.NONE);
    Caps both = new Caps(new Cap(10, 0), new Cap(10, 0));
    assertTrue(reserve(with(day, NONE), "user:1", null, 10, 0));
    assertEquals(Optional.of(Duration.ofMinutes(1)), with(day, NONE).exhausted("user:1", null));

    Instant morning = Instant.parse("2026-11-10T06:00:00Z");
    Budgets early = at(morning, both);
    assertTrue(database.inTransaction(() -> early.reserve("user:1", null, 10, 0, morning)));
    assertEquals(
        Optional.of(Duration.between(morning, Instant.parse("2026-12-01T00:00:00Z"))),
        early.exhausted("user:1", null),
        "the month's cap is reached too, and it ends later");
  }

  @Test
  void anAttemptIsSettledInThePeriodInWhichItBegan() {
    Caps cap = new Caps(new Cap(100, 0), new Cap(1_000, 0));
    assertTrue(reserve(with(cap, cap), "user:1", 7L, 80, 800));
    AiAttempt attempt = new AiAttempt(1, 1, "", 7L, "one", "m", Outcome.COMPLETED, 80, 800, NOW);

    database.inTransaction(() -> at(NOW.plusSeconds(120), cap).settle("user:1", attempt, 30, 300));

    for (String scope : List.of("site", "channel:7")) {
      for (String period : List.of("2026-11-30", "2026-11")) {
        BudgetUse use = budgetDao.select(scope, period).orElseThrow();
        assertEquals(List.of(30L, 300L), List.of(use.tokens(), use.micros()), scope + period);
      }
      assertTrue(budgetDao.select(scope, "2026-12-01").isEmpty());
    }
  }
}

package com.quaily.dao;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.database.Database;
import com.quaily.database.DatabaseSettings;
import com.quaily.database.DuplicateKeyException;
import com.quaily.database.Migrations;
import com.quaily.model.account.User;
import com.quaily.model.error.UnavailableException;
import com.quaily.testing.TestDatabase;
import com.quaily.testing.TestInstance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TransactionTest {

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678901Z");

  private final TestDatabase server = TestInstance.migratedDatabase();
  private final Database underTest = open(server.jdbcUrl());
  private final LoginCodeDao loginCodeDao = underTest.dao(LoginCodeDao.class);

  private Database open(String url) {
    return new Database(new DatabaseSettings(url, server.user(), server.password(), 4));
  }

  @AfterEach
  void close() {
    underTest.close();
  }

  private void insert(String email) {
    loginCodeDao.insert(email, "login", new byte[] {1}, NOW, NOW.plusSeconds(600));
  }

  private boolean has(String email) {
    return !loginCodeDao.selectTimes(email, NOW.minusSeconds(1), 1).isEmpty();
  }

  @Test
  void aFailureRollsBackTheWholeTransaction() {
    assertThrows(
        IllegalStateException.class,
        () ->
            underTest.inTransaction(
                () -> {
                  insert("a");
                  throw new IllegalStateException("on purpose");
                }));
    assertFalse(has("a"));
  }

  @Test
  void anInnerTransactionIsPartOfTheOuterOne() {
    assertThrows(
        IllegalStateException.class,
        () ->
            underTest.inTransaction(
                () -> {
                  underTest.inTransaction(() -> insert("inner"));
                  throw new IllegalStateException("on purpose");
                }));
    assertFalse(has("inner"));
  }

  @Test
  void outsideATransactionEachStatementCommits() {
    insert("a");
    insert("b");
    assertTrue(has("a"));
    assertTrue(has("b"));
  }

  @Test
  void aThreadCanContinueAfterAFailedTransaction() {
    User user = underTest.dao(UserDao.class).insertIfAbsent("a@example.com", "A", Map.of());
    assertThrows(
        DuplicateKeyException.class,
        () ->
            underTest.inTransaction(
                () -> {
                  ApiKeyDao keys = underTest.dao(ApiKeyDao.class);
                  keys.insert(user.id(), "one", new byte[] {1}, "", NOW);
                  keys.insert(user.id(), "two", new byte[] {1}, "", NOW);
                }));
    underTest.inTransaction(() -> insert("after"));
    assertTrue(has("after"));
  }

  @Test
  void aMissingServerIsUnavailable() {
    try (Database gone = open("jdbc:postgresql://127.0.0.1:1/none")) {
      UserDao dao = gone.dao(UserDao.class);
      assertThrows(UnavailableException.class, () -> dao.selectById(1));
      assertThrows(UnavailableException.class, () -> gone.inTransaction(() -> dao.selectById(1)));
      assertThrows(UnavailableException.class, () -> Migrations.migrate(gone.dataSource()));
      assertFalse(gone.isReachable());
    }
  }

  @Test
  void connectionsThatTheServerCutAreReplaced() throws Exception {
    insert("before");
    try (var connection = server.connect();
        var statement = connection.createStatement()) {
      statement.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity"
              + " where datname = current_database() and pid <> pg_backend_pid()");
    }
    // One call may meet the dead connection; it must say so in our terms, and once only.
    try {
      insert("during");
    } catch (UnavailableException e) {
      assertTrue(underTest.isReachable());
    }
    insert("after");
    assertTrue(has("after"));
  }

  @Test
  void migratingTwiceChangesNothing() {
    assertEquals(0, Migrations.migrate(underTest.dataSource()));
  }

  @Test
  void severalMayMigrateAtOnce() throws Exception {
    TestDatabase empty = TestDatabase.createDatabase();
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try (Database database = open(empty.jdbcUrl())) {
      Callable<Integer> migrate = () -> Migrations.migrate(database.dataSource());
      int applied = 0;
      List<Integer> all = new ArrayList<>();
      for (Future<Integer> done : threads.invokeAll(List.of(migrate, migrate, migrate))) {
        all.add(done.get());
        applied += done.get();
      }
      assertEquals(all.stream().mapToInt(n -> n).max().orElseThrow(), applied);
      assertTrue(applied > 0);
    } finally {
      threads.shutdownNow();
    }
  }
}

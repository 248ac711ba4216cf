package com.quaily.dao;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.quaily.database.Database;
import com.quaily.database.DatabaseSettings;
import com.quaily.testing.TestDatabase;
import com.quaily.testing.TestInstance;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What workers held that have died; others keep what they hold. */
class DeadWorkersTest {

  private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

  private final TestDatabase place = TestInstance.migratedDatabase();
  private final Database database =
      new Database(new DatabaseSettings(place.jdbcUrl(), place.user(), place.password(), 1));

  @BeforeEach
  void begin() throws SQLException {
    database.dao(DeliveryRecipientDao.class).updateWorker("alive", 3_600);
    execute("insert into delivery_worker values ('late', now() - interval '1 second')");
    for (String state : new String[] {"QUEUED", "SUBMITTING", "SENT"}) {
      for (String worker : new String[] {"alive", "late", "unknown"}) {
        int user = 1 + state.length() * 10 + worker.length();
        insert(
            "delivery_recipient (task_id, user_id, state, worker, due_at, updated_at)",
            user,
            state,
            worker,
            "");
        insert(
            "mailing_recipient (mailing_id, user_id, state, worker, due_at, updated_at, created_at)",
            user,
            state,
            worker,
            ", now()");
      }
    }
  }

  @AfterEach
  void end() {
    database.close();
  }

  /** Without the rows that it belongs to. */
  private void insert(String table, int user, String state, String worker, String more)
      throws SQLException {
    execute(
        "set session_replication_role = replica; insert into "
            + table
            + " values (7, %d, '%s', '%s', now(), now()%s)".formatted(user, state, worker, more));
  }

  private void releaseDead(String table) {
    if (table.startsWith("delivery")) {
      database.dao(DeliveryRecipientDao.class).releaseDead();
    } else {
      database.dao(MailingRecipientDao.class).releaseDead();
    }
  }

  private int markUncertain(String table, Instant begunBefore) {
    Instant now = Instant.now();
    return table.startsWith("delivery")
        ? database.dao(DeliveryRecipientDao.class).markUncertain(begunBefore, now)
        : database.dao(MailingRecipientDao.class).markUncertain(begunBefore, now);
  }

  @ParameterizedTest
  @ValueSource(strings = {"delivery_recipient", "mailing_recipient"})
  void whatTheDeadHadNotBegunIsFreeAndTheLivingKeepTheirs(String table) throws SQLException {
    releaseDead(table);

    assertEquals("{=2, alive=1}", workers(table, "QUEUED"));
    assertEquals("{alive=1, late=1, unknown=1}", workers(table, "SUBMITTING"));
    assertEquals("{alive=1, late=1, unknown=1}", workers(table, "SENT"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"delivery_recipient", "mailing_recipient"})
  void whatTheDeadWereHandingOverIsUncertain(String table) throws SQLException {
    assertEquals(2, markUncertain(table, LONG_AGO));

    assertEquals("{late=1, unknown=1}", workers(table, "UNCERTAIN"));
    assertEquals("{alive=1}", workers(table, "SUBMITTING"));
    assertEquals("{alive=1, late=1, unknown=1}", workers(table, "QUEUED"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"delivery_recipient", "mailing_recipient"})
  void whatALivingWorkerHandsOverForTooLongIsUncertain(String table) throws SQLException {
    assertEquals(3, markUncertain(table, Instant.now().plus(Duration.ofHours(1))));

    assertEquals("{alive=1, late=1, unknown=1}", workers(table, "UNCERTAIN"));
  }

  private String workers(String table, String state) throws SQLException {
    TreeMap<String, Integer> count = new TreeMap<>();
    try (Connection connection = place.connect();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select worker from " + table + " where state = '" + state + "'")) {
      while (rows.next()) {
        count.merge(rows.getString(1), 1, Integer::sum);
      }
    }
    return count.toString();
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = place.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}

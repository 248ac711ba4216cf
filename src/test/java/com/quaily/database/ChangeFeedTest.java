package com.quaily.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.testing.TestDatabase;
import com.quaily.testing.TestInstance;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangeFeedTest {

  private static final int PATIENCE_SECONDS = 60;

  private final TestDatabase server = TestInstance.migratedDatabase();
  private final DatabaseSettings settings =
      new DatabaseSettings(server.jdbcUrl(), server.user(), server.password(), 2);
  private final Database database = new Database(settings);
  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> gaps = new LinkedBlockingQueue<>();
  private final Consumer<String> listener =
      payload -> {
        if (payload.equals("bad")) {
          throw new IllegalStateException("on purpose");
        }
        heard.add(payload);
      };
  private final ChangeFeed underTest =
      new ChangeFeed(settings, Map.of(ChangeFeed.PAGE_CHANGED, listener), () -> gaps.add("gap"));

  @BeforeEach
  void start() throws Exception {
    underTest.start();
    assertTrue(underTest.awaitConnected(Duration.ofSeconds(PATIENCE_SECONDS)));
  }

  @AfterEach
  void close() {
    underTest.close();
    database.close();
  }

  private String next() throws InterruptedException {
    return heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  @Test
  void notifiesOnlyCommittedChanges() throws Exception {
    assertThrows(
        IllegalStateException.class,
        () ->
            database.inTransaction(
                () -> {
                  database.announce(ChangeFeed.PAGE_CHANGED, "rolled back");
                  throw new IllegalStateException("on purpose");
                }));
    database.inTransaction(
        () -> {
          database.announce(ChangeFeed.PAGE_CHANGED, "pages/news/日本.html");
          assertNull(heard.peek());
        });
    assertEquals("pages/news/日本.html", next());
  }

  @Test
  void aListenerThatFailsDoesNotEndTheFeed() throws Exception {
    database.announce(ChangeFeed.PAGE_CHANGED, "bad");
    database.announce(ChangeFeed.PAGE_CHANGED, "good");
    assertEquals("good", next());
  }

  @Test
  void reconnectsAndReportsTheGap() throws Exception {
    assertNull(gaps.peek());
    try (var connection = server.connect();
        var statement = connection.createStatement()) {
      statement.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity"
              + " where datname = current_database() and application_name = 'quaily-feed'");
    }
    assertEquals("gap", gaps.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
    database.announce(ChangeFeed.PAGE_CHANGED, "again");
    assertEquals("again", next());
  }

  @Test
  void endsWhenItIsClosed() throws Exception {
    underTest.close();
    database.announce(ChangeFeed.PAGE_CHANGED, "unheard");
    assertNull(heard.poll());
  }
}

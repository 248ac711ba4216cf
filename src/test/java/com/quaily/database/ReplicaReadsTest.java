package com.quaily.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.quaily.testing.TestDatabase;
import com.quaily.testing.TestInstance;
import com.quaily.testing.TestInstance.Reply;
import com.quaily.testing.Waiting;
import com.quaily.wiring.process.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An instance with two databases that differ, so that an answer tells which one gave it. */
class ReplicaReadsTest {

  private static final String CHANNEL =
      """
      insert into app_user (email) values ('ada@example.com');
      insert into channel (slug, title, user_id, created_at, updated_at)
      select 'notes', '%s', id, now(), now() from app_user;
      """;

  private final TestDatabase primary = TestInstance.migratedDatabase();
  private final TestDatabase replica = TestInstance.migratedDatabase();

  private static void execute(TestDatabase database, String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private TestInstance start(Path directory, String readUrl) throws SQLException {
    execute(primary, CHANNEL.formatted("Primary"));
    execute(replica, CHANNEL.formatted("Replica"));
    TestInstance instance =
        TestInstance.start(directory, Role.all(), primary, Map.of("database.read-url", readUrl));
    instance.started().join();
    return instance;
  }

  private static String title(TestInstance instance, String token) {
    Reply reply = instance.call("GET", "/lists/notes", token, null);
    assertEquals(200, reply.status(), reply.body().toString());
    return reply.data().get("title").asText();
  }

  @Test
  void anonymousReadersAskTheReplicaAndOthersThePrimary(@TempDir Path directory)
      throws IOException, SQLException {
    try (TestInstance instance = start(directory, replica.jdbcUrl())) {
      Waiting.until("the replica is used", () -> title(instance, null).equals("Replica"));
      String token = instance.login("ada@example.com");
      assertEquals("Primary", title(instance, token));
      Reply renamed = instance.call("PUT", "/lists/notes", token, "{\"title\":\"Renamed\"}");
      assertEquals(200, renamed.status(), renamed.body().toString());
      assertEquals("Renamed", title(instance, token));
      assertEquals("Replica", title(instance, null));
    }
  }

  @Test
  void withoutTheReplicaThePrimaryAnswers(@TempDir Path directory)
      throws IOException, SQLException {
    try (TestInstance instance = start(directory, "jdbc:postgresql://127.0.0.1:1/none")) {
      assertEquals("Primary", title(instance, null));
    }
  }
}

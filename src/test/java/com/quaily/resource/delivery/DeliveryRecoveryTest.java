package com.quaily.resource.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.testing.ScriptedSmtpServer;
import com.quaily.testing.ScriptedSmtpServer.Act;
import com.quaily.testing.TestInstance;
import com.quaily.testing.Waiting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an outage of the database leaves behind at a worker that goes on. */
class DeliveryRecoveryTest {

  private static final String OF_LIVE_WORKER =
      "worker = (select id from delivery_worker order by alive_until desc limit 1)";

  private ScriptedSmtpServer server;
  private TestInstance instance;
  private Newsletter newsletter;
  private String reader;
  private JsonNode task;

  /** A delivery whose only email waits for an hour. */
  @BeforeEach
  void start(@TempDir Path directory) {
    server = new ScriptedSmtpServer();
    instance = Newsletter.sendingTo(server.url(), directory, Map.of("delivery.first-retry", "1h"));
    newsletter = new Newsletter(instance);
    reader = newsletter.subscriber();
    server.script(reader, Act.DEFER);
    newsletter.author().published("news", "Text.");
    newsletter.deliver("news", null);
    Waiting.until(
        "a first attempt",
        () -> {
          task = newsletter.task();
          JsonNode line = newsletter.recipient(task, reader);
          return line != null && line.get("fault").textValue().equals("temporary_deferred");
        });
    server.script(reader, Act.ACCEPT);
  }

  @AfterEach
  void stop() throws IOException {
    instance.close();
    server.close();
  }

  @Test
  void anEmailThatNobodyGaveBackIsSent() {
    newsletter
        .data()
        .execute(
            "update delivery_recipient set due_at = now(), "
                + OF_LIVE_WORKER
                + " where task_id = ?",
            task.get("id").asLong());

    newsletter.await("delivered");

    assertEquals(1, server.accepted(reader).size());
  }

  @Test
  void aMessageToAServiceWhoseResultWasNeverRecordedIsUncertain() {
    long id = task.get("id").asLong();
    newsletter
        .data()
        .execute(
            "insert into delivery_target (task_id, service, state, due_at, updated_at)"
                + " values (?, 'slack', 'SUBMITTING', now(), now() - interval '31 minutes')",
            id);
    newsletter
        .data()
        .execute("update delivery_target set " + OF_LIVE_WORKER + " where task_id = ?", id);

    Waiting.until(
        "doubt",
        () ->
            newsletter
                .data()
                .text("select state from delivery_target where task_id = ?", id)
                .equals("UNCERTAIN"));
  }
}

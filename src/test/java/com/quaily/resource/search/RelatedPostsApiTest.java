package com.quaily.resource.search;

import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.testing.AiProviderStub;
import com.quaily.testing.Author;
import com.quaily.testing.TestDatabase;
import com.quaily.testing.TestInstance;
import com.quaily.testing.Waiting;
import com.quaily.wiring.process.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Related posts by vectors, where a model for them is configured. */
class RelatedPostsApiTest {

  private final TestDatabase place = TestInstance.migratedDatabase();
  private final AiProviderStub stub = new AiProviderStub();
  @TempDir private Path directory;
  private TestInstance instance;
  private Author author;

  @BeforeEach
  void start() {
    Map<String, Object> model =
        Map.of(
            "name", "vectors",
            "kind", "openai",
            "model", "bge",
            "class", "embedding",
            "url", stub.url(),
            "input-price", "1");
    instance =
        TestInstance.start(
            directory,
            Role.all(),
            place,
            Map.of("ai.proxies", List.of(model), "ai.budget.channel.tokens-per-month", 1_000_000));
    instance.started().join();
    author = Author.of(instance);
    stub.vectors(RelatedPostsApiTest::vector);
  }

  /** The words of all titles are the same; only the vectors tell the posts apart. */
  private static String vector(String text) {
    if (text.contains("sea")) {
      return "[1, 0.1, 0]";
    }
    return text.contains("coast") ? "[9, 2, 0]" : "[0, 0, 1]";
  }

  @AfterEach
  void close() throws IOException {
    instance.close();
    stub.close();
  }

  private void publish(String slug, String content, String tags) {
    author.save(
        json(
            "slug", slug,
            "title", "A letter",
            "content", content,
            "tags", tags,
            "datetime", "2026-01-31T09:30:00Z"));
  }

  private List<String> related(String slug) {
    JsonNode items = author.api().get(author.posts() + "/" + slug).data().get("similar_post_items");
    return StreamSupport.stream(items.spliterator(), false)
        .map(item -> item.get("slug").textValue())
        .toList();
  }

  /** Until all changes are in the index and no vector is asked for any more. */
  private void settle() {
    Waiting.until(
        "the vectors",
        () ->
            count(
                    "select (select count(*) from search_change)"
                        + " + (select count(*) from scheduled_tasks"
                        + " where task_name = 'post-vector')")
                == 0);
  }

  private long count(String sql) {
    try (Connection connection = place.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getLong(1) : 0;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void postsThatAreCloseAreRelatedWhicheverCameFirst() {
    publish("waves", "The sea was calm.", "");
    settle();
    publish("cliffs", "The coast is steep.", "");
    publish("bread", "Flour and water.", "");
    settle();

    assertEquals(List.of("cliffs"), related("waves"));
    assertEquals(List.of("waves"), related("cliffs"));
  }

  @Test
  void onlyAChangedTextIsTurnedIntoAVectorAgain() {
    publish("waves", "The sea was calm.", "");
    settle();
    assertEquals(1, stub.embedded().size());
    assertTrue(stub.embedded().get(0).contains("The sea was calm."));

    publish("waves", "The sea was calm.", "water");
    settle();
    assertEquals(1, stub.embedded().size());

    publish("waves", "The sea was rough.", "water");
    settle();
    assertEquals(2, stub.embedded().size());
    assertEquals(14, count("select sum(tokens) from ai_budget where scope like 'channel:%'"));
    assertEquals(0, count("select count(*) from ai_reservation"));
  }

  @Test
  void noTextOfAChannelThatForbidsItIsSent() {
    author
        .api()
        .put("/lists/" + author.slug() + "/options", json("options", json("ai_disabled", true)));

    publish("waves", "The sea was calm.", "");
    settle();

    assertTrue(stub.embedded().isEmpty());
    assertEquals(0, count("select count(*) from post_vector"));
  }
}

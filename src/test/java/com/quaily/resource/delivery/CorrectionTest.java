package com.quaily.resource.delivery;

import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.model.Limits;
import com.quaily.testing.Author;
import com.quaily.testing.ScriptedSmtpServer;
import com.quaily.testing.TestInstance;
import com.quaily.testing.TestInstance.Reply;
import com.quaily.testing.Waiting;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes of posts that were sent. */
class CorrectionTest {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir static Path directory;
  private static ScriptedSmtpServer server;
  private static TestInstance instance;

  private final Newsletter newsletter = new Newsletter(instance);
  private final Author author = newsletter.author();

  @BeforeAll
  static void start() {
    server = new ScriptedSmtpServer();
    instance = Newsletter.sendingTo(server.url(), directory, Map.of());
  }

  @AfterAll
  static void stop() throws IOException {
    instance.close();
    server.close();
  }

  private String path() {
    return author.posts() + "/news/corrections";
  }

  private void deliver() {
    Reply reply = newsletter.deliver("news", null);
    assertEquals(200, reply.status(), () -> reply.body().toString());
    newsletter.await("delivered");
  }

  private Reply correct(Object... wish) {
    return author.api().post(path(), json(wish));
  }

  @Test
  void onlyThoseWhoGotTheOldVersionAreMailedAndOnce() {
    String early = newsletter.subscriber();
    String late = newsletter.subscriber();
    author.published("news", "The heron has three legs.");
    deliver();
    assertEquals(0, author.api().get(path()).data().get("readers").asInt());
    author.published("news", "The heron has two legs.");
    // As if this reader's turn had come after the change.
    newsletter
        .data()
        .execute(
            "update delivery_recipient set post_version = post_version + interval '1 day'"
                + " where user_id = (select id from app_user where email = ?)",
            late);

    assertEquals(1, author.api().get(path()).data().get("readers").asInt());
    Reply first = correct("note", "Two legs, not three.", "mail", true);
    Reply second = correct("note", "Again.", "mail", true);

    assertEquals(1, first.data().get("mailed").asInt());
    assertEquals(0, second.data().get("mailed").asInt());
    Waiting.within(PATIENCE, "the correction", () -> server.accepted(early).size() == 2);
    String mail = server.accepted(early).get(1).content();
    assertTrue(mail.contains("Corrected: About news"), mail);
    assertTrue(mail.contains("Two legs, not three."), mail);
    assertTrue(mail.contains("two legs."), mail);
    assertEquals(1, server.accepted(late).size());
  }

  @Test
  void theMarkIsNoNewVersionToMail() {
    newsletter.subscriber();
    author.published("news", "The heron has three legs.");
    deliver();
    author.published("news", "The heron has two legs.");

    Reply both = correct("note", "Two legs, not three.", "mail", true, "mark", true);
    Reply again = correct("note", "Two legs, not three.", "mail", true);

    assertEquals(1, both.data().get("mailed").asInt());
    assertEquals(0, again.data().get("mailed").asInt());
  }

  @Test
  void aCorrectionTooManyIsNotMailedEither() {
    newsletter.subscriber();
    author.published("news", "The heron has three legs.");
    deliver();
    author.published("news", "The heron has two legs.");
    for (int i = 0; i < Limits.CORRECTIONS; i++) {
      assertEquals(200, correct("note", "Correction " + i, "mark", true).status());
    }

    assertEquals(422, correct("note", "One more.", "mail", true, "mark", true).status());

    Reply mailed = correct("note", "One more.", "mail", true);
    assertEquals(1, mailed.data().get("mailed").asInt(), "nobody was mailed before");
  }

  @Test
  void theMarkStandsOnThePageAndInTheFeed() {
    author.published("news", "The heron has two legs.");

    assertEquals(200, correct("note", "Two legs, <not> three.", "mark", true).status());

    Waiting.until(
        "the page",
        () -> {
          String page = instance.get(author.page("news")).body();
          return page.contains("Corrected on ") && page.contains("Two legs, &lt;not&gt; three.");
        });
    Waiting.until(
        "the feed",
        () -> instance.get("/" + author.slug() + "/feed/atom").body().contains("Corrected on "));
  }

  @Test
  void aDraftHasNothingToCorrect() {
    author.draft("news", "The heron.");

    Reply refused = correct("note", "Nothing.", "mark", true);

    assertEquals(422, refused.status());
    assertEquals("post", refused.body().get("field").textValue());
  }
}

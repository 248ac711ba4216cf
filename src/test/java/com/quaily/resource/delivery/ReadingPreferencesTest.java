package com.quaily.resource.delivery;

import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.model.error.ErrorCode;
import com.quaily.resource.StoredData;
import com.quaily.testing.Author;
import com.quaily.testing.ScriptedSmtpServer;
import com.quaily.testing.ScriptedSmtpServer.Accepted;
import com.quaily.testing.TestInstance;
import com.quaily.testing.TestInstance.Reply;
import com.quaily.testing.Waiting;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Readers who choose when they get what, and the emails that follow from it. */
class ReadingPreferencesTest {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir static Path directory;
  private static ScriptedSmtpServer server;
  private static TestInstance instance;

  private final Newsletter newsletter = new Newsletter(instance);
  private final Author author = newsletter.author();
  private final StoredData data = newsletter.data();

  @BeforeAll
  static void start() {
    server = new ScriptedSmtpServer();
    instance = Newsletter.sendingTo(server.url(), directory, Map.of("delivery.first-retry", "1s"));
  }

  @AfterAll
  static void stop() throws IOException {
    instance.close();
    server.close();
  }

  private String trace(String email) {
    return data.text(
        "select s.trace_id from subscription s join app_user u on u.id = s.user_id where u.email ="
            + " ?",
        email);
  }

  private Reply choose(String email, Object... wishes) {
    return author.nobody().put(path(email), json(wishes));
  }

  private String path(String email) {
    return "/subscriptions/" + author.slug() + "/preferences?trace_id=" + trace(email);
  }

  private void send(String slug, String content, String... tags) {
    author.save(
        json(
            "slug",
            slug,
            "title",
            "About " + slug,
            "content",
            content,
            "tags",
            String.join(",", tags),
            "datetime",
            "2026-01-31T09:30:00Z"));
    Reply reply = newsletter.deliver(slug, null);
    assertEquals(200, reply.status(), () -> reply.body().toString());
    newsletter.await("delivered");
  }

  /** As if the posts that wait had been sent days ago. */
  private void letDaysPass() {
    data.execute(
        "update delivery_recipient set updated_at = updated_at - interval '9 days'"
            + " where fault = 'DIGEST' and digest_id is null and task_id in (select t.id from"
            + " delivery_task t join channel c on c.id = t.channel_id where c.slug = ?)",
        author.slug());
  }

  private Accepted only(String email) {
    Waiting.within(
        PATIENCE,
        "an email to " + email,
        () -> {
          data.runSoon("digests");
          return !server.accepted(email).isEmpty();
        });
    List<Accepted> mails = server.accepted(email);
    assertEquals(1, mails.size(), mails::toString);
    return mails.get(0);
  }

  private static MimeMessage parsed(Accepted mail) {
    try {
      return new MimeMessage(
          Session.getInstance(new Properties()),
          new ByteArrayInputStream(mail.content().getBytes(StandardCharsets.UTF_8)));
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String subject(Accepted mail) {
    try {
      return parsed(mail).getSubject();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(Accepted mail) {
    try {
      BodyPart text = ((MimeMultipart) parsed(mail).getContent()).getBodyPart(0);
      return (String) text.getContent();
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void theLinkInAnEmailShowsWhatWasChosenAndSavesIt() {
    String reader = newsletter.subscriber();
    send("birds", "A heron.", "birds");
    String url = "/subscriptions/preferences?trace_id=" + trace(reader);
    assertTrue(text(only(reader)).contains(url), () -> text(only(reader)));

    JsonNode before = author.nobody().get(path(reader)).data();
    Instant pause = Instant.now().plus(Duration.ofDays(20));
    Reply saved =
        choose(
            reader,
            "cadence",
            "weekly",
            "paused_until",
            pause.toString(),
            "tags",
            List.of("birds", "birds", "rivers"));

    assertEquals("instant", before.get("cadence").textValue());
    assertEquals("birds", before.get("channel_tags").get(0).textValue());
    assertFalse(before.toString().contains(reader), "the address is masked");
    assertEquals(200, saved.status(), () -> saved.body().toString());
    JsonNode after = author.nobody().get(path(reader)).data();
    assertEquals("weekly", after.get("cadence").textValue());
    assertEquals(2, after.get("tags").size());
    assertFalse(after.get("paused_until").isNull());
    JsonNode resumed = choose(reader, "pause", false).data();
    assertTrue(resumed.get("paused_until").isNull());
    assertEquals("weekly", resumed.get("cadence").textValue());
  }

  @Test
  void wishesThatCannotBeMetNameTheirFields() {
    String reader = newsletter.subscriber();

    assertEquals("cadence", choose(reader, "cadence", "hourly").body().get("field").textValue());
    assertEquals(
        "paused_until",
        choose(reader, "paused_until", Instant.now().plus(Duration.ofDays(400)).toString())
            .body()
            .get("field")
            .textValue());
    Reply unknown =
        author
            .nobody()
            .put(
                "/subscriptions/"
                    + author.slug()
                    + "/preferences?trace_id=00000000-0000-0000-0000-000000000000",
                json("cadence", "daily"));
    assertEquals(ErrorCode.SUBSCRIPTION_NOT_FOUND.number(), unknown.code());
  }

  @Test
  void aDigestHasAllPostsSinceTheLastOneInOneEmail() {
    List<String> readers = newsletter.subscribers(3);
    choose(readers.get(0), "cadence", "daily");
    choose(readers.get(1), "cadence", "weekly");
    send("herons", "About herons.");
    send("rivers", "About rivers.");

    assertEquals(2, server.accepted(readers.get(2)).size());
    assertEquals(0, server.accepted(readers.get(0)).size());
    assertEquals(
        "digest", newsletter.recipient(newsletter.task(), readers.get(0)).get("fault").textValue());
    letDaysPass();

    for (String reader : readers.subList(0, 2)) {
      Accepted digest = only(reader);
      assertEquals("“About herons” and 1 more", subject(digest));
      String text = text(digest);
      assertTrue(text.indexOf("About herons") < text.indexOf("About rivers"), text);
      assertTrue(text.contains("/p/herons?utm_source=email"), text);
      assertTrue(digest.content().contains("List-Unsubscribe-Post"), digest::content);
    }
  }

  @Test
  void noDigestComesWhenThereIsNothingNew() {
    List<String> readers = newsletter.subscribers(2);
    choose(readers.get(0), "cadence", "daily", "tags", List.of("birds"));
    choose(readers.get(1), "cadence", "daily");
    send("rivers", "About rivers.", "rivers");
    letDaysPass();

    only(readers.get(1));
    assertEquals(0, server.accepted(readers.get(0)).size());
  }

  @Test
  void theMomentOfSendingDecidesWhoGetsADigest() {
    List<String> readers = newsletter.subscribers(3);
    readers.forEach(reader -> choose(reader, "cadence", "daily"));
    send("herons", "About herons.");
    choose(readers.get(0), "email_enabled", false);
    choose(readers.get(1), "cadence", "instant");
    letDaysPass();

    only(readers.get(1));
    only(readers.get(2));
    assertEquals(0, server.accepted(readers.get(0)).size());
  }

  @Test
  void whoPausedOrChoseOtherTagsIsSkippedAndTheReportSaysWhy() {
    List<String> readers = newsletter.subscribers(3);
    choose(readers.get(0), "paused_until", Instant.now().plus(Duration.ofDays(3)).toString());
    choose(readers.get(1), "tags", List.of("birds"));
    choose(readers.get(2), "tags", List.of("rivers"));
    send("rivers", "About rivers.", "rivers", "water");

    JsonNode task = newsletter.task();
    assertEquals("paused", newsletter.recipient(task, readers.get(0)).get("fault").textValue());
    assertEquals("other_tags", newsletter.recipient(task, readers.get(1)).get("fault").textValue());
    assertEquals(1, server.accepted(readers.get(2)).size());
    assertEquals(1, task.get("result").get("email").get("sent").asInt());
  }

  @Test
  void theWriterSeesHowManyGetPostsAtOnce() {
    List<String> readers = newsletter.subscribers(4);
    choose(readers.get(0), "cadence", "daily");
    choose(readers.get(1), "cadence", "weekly");
    choose(
        readers.get(2),
        "cadence",
        "weekly",
        "paused_until",
        Instant.now().plus(Duration.ofDays(3)).toString());

    JsonNode audience = author.api().get(newsletter.deliveries() + "/audience").data();

    assertEquals(4, audience.get("readers").asInt());
    assertEquals(1, audience.get("daily").asInt());
    assertEquals(1, audience.get("weekly").asInt());
    assertEquals(1, audience.get("paused").asInt());
  }
}

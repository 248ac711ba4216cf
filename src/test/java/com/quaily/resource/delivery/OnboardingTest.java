package com.quaily.resource.delivery;

import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.quaily.resource.StoredData;
import com.quaily.testing.ApiClient;
import com.quaily.testing.Author;
import com.quaily.testing.TestInstance;
import com.quaily.testing.TestInstance.Reply;
import com.quaily.testing.Waiting;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The welcome, and the emails that follow it. */
class OnboardingTest {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir static Path directory;
  private static GreenMail server;
  private static TestInstance instance;

  private final Author author = Author.of(instance);
  private final StoredData data = new StoredData(instance);

  @BeforeAll
  static void start() {
    server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    instance =
        Newsletter.sendingTo("smtp://127.0.0.1:" + server.getSmtp().getPort(), directory, Map.of());
  }

  @AfterAll
  static void stop() throws IOException {
    instance.close();
    server.stop();
  }

  private String list() {
    return "/lists/" + author.slug();
  }

  private void greet(Object... texts) {
    author.api().put(list() + "/options", json("options", json("greeting_enabled", true)));
    author.api().put(list() + "/text_templates", json("text_templates", json(texts)));
  }

  /** A reader who subscribes; returns the address. */
  private String subscribe() {
    String email = ApiClient.newEmail();
    ApiClient reader = new ApiClient(instance).login(email);
    Reply reply = reader.post("/subscriptions/" + author.slug() + "/no-challenge", null);
    assertEquals(200, reply.status(), () -> reply.body().toString());
    return email;
  }

  /** As if the reader had subscribed, and the sequence had run, that many days longer. */
  private void letPass(int days, String email) {
    data.execute(
        "update sequence_mail set covered_until = covered_until - make_interval(days => ?)"
            + " where channel_id = (select id from channel where slug = ?)",
        days,
        author.slug());
    data.execute(
        "update subscription set confirmed_at = confirmed_at - make_interval(days => ?)"
            + " where user_id = (select id from app_user where email = ?)",
        days,
        email);
  }

  /** The mailing rows of a reader that have ended. */
  private long ended(String email) {
    return data.number(
        "select count(*) from mailing_recipient r join app_user u on u.id = r.user_id"
            + " where u.email = ? and r.state in ('SENT', 'SKIPPED', 'FAILED', 'UNCERTAIN')",
        email);
  }

  private void awaitEnded(String email, int number) {
    Waiting.within(
        PATIENCE,
        number + " emails to " + email,
        () -> {
          data.runSoon("sequences");
          return ended(email) == number;
        });
  }

  private static List<MimeMessage> mails(String email) {
    List<MimeMessage> mails = new ArrayList<>();
    try {
      for (MimeMessage mail : server.getReceivedMessages()) {
        if (mail.getRecipients(Message.RecipientType.TO)[0].toString().equals(email)) {
          mails.add(mail);
        }
      }
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
    return mails;
  }

  private static String subject(MimeMessage mail) {
    try {
      return mail.getSubject();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private long step(int days, String title) {
    Reply added =
        author
            .api()
            .post(list() + "/sequence", json("days", days, "title", title, "content", "*Hello.*"));
    assertEquals(200, added.status(), () -> added.body().toString());
    return added.data().get("id").asLong();
  }

  @Test
  void whoConfirmsIsWelcomedOnceInTheOwnersWords() {
    greet("greeting_title", "Good to have you", "greeting_text", "Begin with *this*.");

    String reader = subscribe();
    awaitEnded(reader, 1);

    MimeMessage welcome = mails(reader).get(0);
    assertEquals("Good to have you", subject(welcome));
    String content = GreenMailUtil.getBody(welcome);
    assertTrue(content.contains("Begin with _this_."), content);
    assertTrue(content.contains("List-Unsubscribe") || hasListFields(welcome), content);
    new ApiClient(instance).login(reader).delete("/subscriptions/" + author.slug());
    new ApiClient(instance)
        .login(reader)
        .post("/subscriptions/" + author.slug() + "/no-challenge", null);
    assertEquals(1, ended(reader));
    assertEquals(1, mails(reader).size());
  }

  private static boolean hasListFields(MimeMessage mail) {
    try {
      return mail.getHeader("List-Unsubscribe-Post") != null;
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void nobodyIsWelcomedWhereTheOwnerDoesNotWantIt() {
    String reader = subscribe();

    assertEquals(
        0,
        data.number(
            "select count(*) from mailing_recipient r join app_user u on u.id = r.user_id"
                + " where u.email = ?",
            reader));
  }

  @Test
  void theEmailsOfTheSequenceComeOnTheirDaysAndNeverTwice() {
    String reader = subscribe();
    step(2, "The second day");
    step(7, "The seventh day");

    letPass(3, reader);
    awaitEnded(reader, 1);
    letPass(5, reader);
    awaitEnded(reader, 2);

    List<String> subjects = mails(reader).stream().map(OnboardingTest::subject).toList();
    assertEquals(List.of("The second day", "The seventh day"), subjects);
  }

  @Test
  void whoLeavesGetsNoMore() {
    String leaves = subscribe();
    String stays = subscribe();
    step(2, "The second day");
    new ApiClient(instance).login(leaves).delete("/subscriptions/" + author.slug());

    letPass(3, stays);
    awaitEnded(stays, 1);

    assertEquals(0, mails(leaves).size());
  }

  @Test
  void theOwnerEditsTheSequenceAndTenEmailsAreTheMost() {
    long id = step(3, "First");
    Reply changed =
        author
            .api()
            .put(
                list() + "/sequence/" + id,
                json("days", 4, "title", "Changed", "content", "Text."));
    assertEquals("Changed", changed.data().get("title").textValue());
    for (int i = 0; i < 9; i++) {
      step(10 + i, "More");
    }

    Reply eleventh =
        author
            .api()
            .post(list() + "/sequence", json("days", 30, "title", "Late", "content", "Text."));
    Reply noDay =
        author.api().put(list() + "/sequence/" + id, json("title", "Changed", "content", "Text."));

    assertEquals(422, eleventh.status());
    assertEquals("days", noDay.body().get("field").textValue());
    JsonNode all = author.api().get(list() + "/sequence").data();
    assertEquals(10, all.size());
    assertEquals(4, all.get(0).get("days").asInt());
    author.api().delete(list() + "/sequence/" + id);
    assertEquals(9, author.api().get(list() + "/sequence").data().size());
    assertEquals(403, author.somebodyElse().get(list() + "/sequence").status());
  }
}

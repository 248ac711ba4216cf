package com.quaily.resource.delivery;

import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.quaily.resource.StoredData;
import com.quaily.testing.ApiClient;
import com.quaily.testing.Author;
import com.quaily.testing.TestInstance;
import com.quaily.testing.Waiting;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What owners are told of their channels, and readers of their plans. */
class OwnerMailTest {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir static Path directory;
  private static GreenMail server;
  private static TestInstance instance;

  private final Newsletter newsletter = new Newsletter(instance);
  private final Author author = newsletter.author();
  private final StoredData data = newsletter.data();

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

  private static List<MimeMessage> mails(String email) throws MessagingException {
    List<MimeMessage> mails = new ArrayList<>();
    for (MimeMessage mail : server.getReceivedMessages()) {
      if (mail.getRecipients(Message.RecipientType.TO)[0].toString().equals(email)) {
        mails.add(mail);
      }
    }
    return mails;
  }

  /** The text of the only email to an address. */
  private MimeMessage only(String email) throws MessagingException {
    Waiting.within(
        PATIENCE,
        "an email to " + email,
        () -> {
          data.runSoon("daily-reports");
          data.runSoon("ended-plans");
          try {
            return !mails(email).isEmpty();
          } catch (MessagingException e) {
            throw new IllegalStateException(e);
          }
        });
    assertEquals(1, mails(email).size());
    return mails(email).get(0);
  }

  private static String text(MimeMessage mail) throws MessagingException, IOException {
    return (String) ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent();
  }

  @Test
  void theOwnerWhoAsksForItGetsOneReportADay() throws Exception {
    author.published("herons", "About herons.");
    String reader = newsletter.subscriber();

    author
        .api()
        .put(
            "/lists/" + author.slug() + "/options",
            json("options", json("daily_report_enabled", true)));

    MimeMessage report = only(author.email());
    String text = text(report);
    assertTrue(text.contains("Posts | 1 | 1 | 0"), text);
    assertTrue(text.contains("Subscribers | 1 | 1 | 0"), text);
    assertTrue(text.contains(reader), text);
    assertTrue(text.contains("/dashboard/lists/" + author.slug() + "/analytics"), text);
    assertNull(report.getHeader("List-Unsubscribe"));
    assertEquals(
        1,
        data.number(
            "select count(*) from mailing m join channel c on c.id = m.channel_id"
                + " where c.slug = ? and m.kind = 'REPORT'",
            author.slug()));
  }

  @Test
  void theReaderOfAPlanThatEndedIsToldOnce() throws Exception {
    String reader = newsletter.premiumSubscriber();
    String renewed = newsletter.premiumSubscriber();
    data.execute(
        "update subscription set paid_expiry = now() - interval '1 day'"
            + " where user_id = (select id from app_user where email = ?)",
        reader);
    data.execute(
        "update subscription set paid_expiry = now() + interval '30 days'"
            + " where user_id = (select id from app_user where email = ?)",
        renewed);

    MimeMessage told = only(reader);

    assertTrue(told.getSubject().contains("has ended"), told.getSubject());
    assertTrue(text(told).contains("Renew the plan"), text(told));
    assertEquals(0, mails(renewed).size());
  }

  @Test
  void theOwnerIsToldOfAPlanThatACooperatorGives() throws Exception {
    String reader = newsletter.subscriber();
    ApiClient cooperator = author.somebodyElse();
    data.execute(
        "insert into channel_cooperator (channel_id, user_id)"
            + " select c.id, ?::bigint from channel c where c.slug = ?",
        cooperator.get("/users/me").data().get("id").asLong(),
        author.slug());
    long member =
        author
            .api()
            .get("/lists/" + author.slug() + "/subscriptions")
            .data()
            .get("items")
            .get(0)
            .get("user_id")
            .asLong();

    cooperator.put(
        "/subscriptions/" + author.slug() + "/members/" + member,
        json("type", "gold", "paid_expiry", Instant.parse("2099-05-17T00:00:00Z").toString()));

    MimeMessage told = only(author.email());
    assertTrue(told.getSubject().startsWith("A new paying subscriber"), told.getSubject());
    assertTrue(text(told).contains(reader), text(told));
    assertTrue(text(told).contains("May 17, 2099"), text(told));
  }
}

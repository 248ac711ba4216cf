package com.quaily.resource.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.quaily.testing.ScriptedSmtpServer;
import com.quaily.testing.ScriptedSmtpServer.Accepted;
import com.quaily.testing.TestInstance;
import com.quaily.testing.TestInstance.Reply;
import com.quaily.testing.Waiting;
import jakarta.mail.Flags.Flag;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BounceApiTest {

  private static final String ADDRESS = "bounces@letters.example";

  @TempDir static Path directory;
  private static final GreenMail MAILBOX =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP).dynamicPort());
  private static GreenMailUser user;
  private static ScriptedSmtpServer server;
  private static TestInstance instance;

  private final Newsletter newsletter = new Newsletter(instance);
  private final String reader = newsletter.subscriber();

  @BeforeAll
  static void start() {
    MAILBOX.start();
    user = MAILBOX.setUser(ADDRESS, "bounces", "secret");
    server = new ScriptedSmtpServer();
    instance =
        Newsletter.sendingTo(
            server.url(),
            directory,
            Map.of(
                "delivery.bounces.address",
                ADDRESS,
                "delivery.bounces.mailbox",
                "imap://bounces:secret@127.0.0.1:" + MAILBOX.getImap().getPort() + "/INBOX",
                "delivery.bounces.every",
                "1s"));
  }

  @AfterAll
  static void stop() throws IOException {
    instance.close();
    server.close();
    MAILBOX.stop();
  }

  private Accepted deliver(String post) {
    newsletter.author().published(post, "Text.");
    newsletter.deliver(post, null);
    newsletter.await("delivered");
    List<Accepted> accepted = server.accepted(reader);
    return accepted.get(accepted.size() - 1);
  }

  private static void report(String to, String type, String fields) throws Exception {
    put(
        "From: MAILER-DAEMON@mail.example\r\nTo: "
            + to
            + "\r\nSubject: Report\r\nMIME-Version: 1.0\r\n"
            + ("Content-Type: multipart/report; report-type=" + type + "; boundary=b\r\n\r\n")
            + "--b\r\nContent-Type: text/plain\r\n\r\nSorry.\r\n"
            + ("--b\r\nContent-Type: message/" + type + "\r\n\r\n" + fields + "\r\n")
            + "--b\r\nContent-Type: text/rfc822-headers\r\n\r\nSubject: News\r\n\r\n--b--\r\n");
  }

  private static void put(String message) throws Exception {
    byte[] bytes = message.getBytes(StandardCharsets.US_ASCII);
    user.deliver(
        new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes)));
  }

  private static void bounce(String to, String status, String diagnostic) throws Exception {
    report(
        to,
        "delivery-status",
        "Reporting-MTA: dns; mail.example\r\n\r\nFinal-Recipient: rfc822; somebody@mail.example\r\n"
            + ("Action: failed\r\nStatus: " + status + "\r\n")
            + ("Diagnostic-Code: smtp; " + diagnostic + "\r\n"));
  }

  private JsonNode recipient() {
    return newsletter.recipient(newsletter.task(), reader);
  }

  private JsonNode suppressions() {
    return newsletter.author().api().get(path() + "?email=" + reader).data().get("items");
  }

  private String path() {
    return "/lists/" + newsletter.author().slug() + "/suppressions";
  }

  private void awaitSuppression() {
    Waiting.until("a suppression", () -> !suppressions().isEmpty());
  }

  @Test
  void anAddressThatBouncesForGoodGetsNothingUntilAWriterSaysWhyItShould() throws Exception {
    Accepted first = deliver("first");
    assertTrue(first.sender().matches("bounces\\+\\d+-\\d+-[a-z0-9_-]{16}@letters\\.example"));
    bounce(first.sender(), "5.1.1", "550 5.1.1 no such user");
    awaitSuppression();
    assertEquals("failed", recipient().get("status").textValue());
    assertEquals("mailbox_not_found", recipient().get("fault").textValue());
    JsonNode suppressed = suppressions().get(0);
    assertEquals("bounced", suppressed.get("reason").textValue());
    assertTrue(suppressed.get("detail").textValue().contains("no such user"));

    newsletter.author().published("second", "Text.");
    newsletter.deliver("second", null);
    newsletter.await("delivered");
    assertEquals("skipped", recipient().get("status").textValue());

    Reply without = newsletter.author().api().delete(path() + "?email=" + reader);
    assertEquals(422, without.status());
    Reply removed =
        newsletter
            .author()
            .api()
            .delete(path() + "?email=" + reader + "&reason=The+mailbox+is+back");
    assertEquals(200, removed.status());
    deliver("third");
    assertEquals("sent", recipient().get("status").textValue());
  }

  @Test
  void aReaderWhoComplainsGetsNothingMore() throws Exception {
    Accepted mail = deliver("news");
    report(
        mail.sender(),
        "feedback-report",
        "Feedback-Type: abuse\r\nUser-Agent: Test/1\r\nVersion: 1\r\n");
    awaitSuppression();
    assertEquals("complained", suppressions().get(0).get("reason").textValue());
    assertEquals("sent", recipient().get("status").textValue());
    Reply removed =
        newsletter.author().api().delete(path() + "?email=" + reader + "&reason=Please");
    assertEquals(403, removed.status());
  }

  @Test
  void aFullMailboxAloneSuppressesNobody() throws Exception {
    Accepted mail = deliver("news");
    bounce(mail.sender(), "5.2.2", "552 5.2.2 mailbox full");
    Waiting.until("the bounce", () -> recipient().get("status").textValue().equals("failed"));
    assertEquals("mailbox_full", recipient().get("fault").textValue());
    assertTrue(suppressions().isEmpty());
  }

  @Test
  void nobodyCanReportTheEmailsOfOthers() throws Exception {
    Accepted mail = deliver("news");
    String forged = mail.sender().replaceFirst("-[a-z0-9_-]{16}@", "-aaaaaaaaaaaaaaaa@");
    bounce(forged, "5.1.1", "550 5.1.1 no such user");
    put(
        "From: a@mail.example\r\nTo: "
            + mail.sender()
            + "\r\nSubject: Away\r\n\r\nOn holiday.\r\n");
    // Read after the others: when it has an effect, they had their chance.
    bounce(mail.sender(), "4.2.2", "452 4.2.2 mailbox full");
    Waiting.until("the bounce", () -> recipient().get("status").textValue().equals("failed"));
    assertEquals("mailbox_full", recipient().get("fault").textValue());
    assertTrue(suppressions().isEmpty());
    long kept =
        MAILBOX.getManagers().getImapHostManager().getInbox(user).getMessages().stream()
            .filter(message -> !message.getFlags().contains(Flag.DELETED))
            .count();
    assertTrue(kept >= 2, "what is not understood stays: " + kept);
  }

  @Test
  void anAddressThatBouncedIsNotAddedToAnotherChannel() throws Exception {
    Accepted mail = deliver("news");
    bounce(mail.sender(), "5.1.1", "550 5.1.1 no such user");
    awaitSuppression();
    Newsletter other = new Newsletter(instance);
    Reply added =
        other
            .author()
            .api()
            .post(
                "/auxilia/subscriptions/" + other.author().slug() + "/members/add",
                Map.of("members", List.of(Map.of("email", reader, "name", "Reader"))));
    assertEquals(200, added.status(), () -> added.body().toString());
    JsonNode members =
        other.author().api().get("/lists/" + other.author().slug() + "/subscriptions").data();
    assertTrue(members.findValuesAsText("email").stream().noneMatch(reader::equals));
  }
}

package com.quaily.resource.delivery;

import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.model.error.ErrorCode;
import com.quaily.testing.ApiClient;
import com.quaily.testing.ScriptedSmtpServer;
import com.quaily.testing.ScriptedSmtpServer.Accepted;
import com.quaily.testing.ScriptedSmtpServer.Act;
import com.quaily.testing.TestInstance;
import com.quaily.testing.TestInstance.Reply;
import com.quaily.testing.Waiting;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveryApiTest {

  @TempDir static Path directory;
  private static ScriptedSmtpServer server;
  private static TestInstance instance;

  private final Newsletter newsletter = new Newsletter(instance);

  @BeforeAll
  static void start() {
    server = new ScriptedSmtpServer();
    instance =
        Newsletter.sendingTo(
            server.url(),
            directory,
            Map.of(
                "delivery.first-retry",
                "1s",
                "delivery.command-timeout",
                "5s",
                "delivery.end-timeout",
                "1s"));
  }

  @AfterAll
  static void stop() throws IOException {
    instance.close();
    server.close();
  }

  private JsonNode publishAndDeliver(String content) {
    newsletter.author().published("news", content);
    return deliverUntil("delivered");
  }

  private JsonNode deliverUntil(String status) {
    Reply reply = newsletter.deliver("news", null);
    assertEquals(200, reply.status(), () -> reply.body().toString());
    return newsletter.await(status);
  }

  private static String unfolded(String content) {
    return content.replaceAll("\r\n[ \t]", " ").replace("=\r\n", "");
  }

  @Test
  void everySubscriberGetsThePostOnceWithTheHeaderFieldsOfAMailingList() {
    List<String> readers = newsletter.subscribers(30);

    JsonNode task = publishAndDeliver("Hello *readers*.");

    JsonNode result = task.get("result").get("email");
    assertEquals(30, result.get("sent").asInt());
    assertEquals(30, result.get("total").asInt());
    readers.forEach(reader -> assertEquals(1, server.accepted(reader).size(), reader));
    Accepted mail = server.accepted(readers.get(0)).get(0);
    String content = unfolded(mail.content());
    assertTrue(content.contains("\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"));
    assertTrue(content.contains("<" + newsletter.author().slug() + ".127.0.0.1>"), content);
    assertTrue(content.contains("\r\nTo: " + readers.get(0) + "\r\n"), content);
    assertTrue(content.contains(".delivery@letters.example>"), content);
    assertEquals("post@letters.example", mail.sender());
    HashSet<String> ids = new HashSet<>();
    readers.forEach(reader -> ids.add(header(server.accepted(reader).get(0), "Message-ID")));
    assertEquals(30, ids.size());
  }

  private static String header(Accepted mail, String name) {
    Matcher field = Pattern.compile("(?m)^" + name + ": (.*)$").matcher(unfolded(mail.content()));
    assertTrue(field.find(), () -> name + " in " + mail.content());
    return field.group(1);
  }

  @Test
  void theOneClickAddressOfAnEmailStopsTheEmailsAndALaterDeliverySkipsTheReader() {
    String reader = newsletter.subscriber();
    publishAndDeliver("One.");
    String url = header(server.accepted(reader).get(0), "List-Unsubscribe").replaceAll("[<>]", "");

    int status =
        instance
            .send(
                HttpRequest.newBuilder(URI.create(url))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("List-Unsubscribe=One-Click")))
            .statusCode();

    assertEquals(200, status);
    newsletter.author().published("more", "Two.");
    newsletter.deliver("more", null);
    JsonNode task = newsletter.await("delivered");
    assertEquals(0, task.get("result").get("email").get("total").asInt());
    assertEquals(1, server.accepted(reader).size());
  }

  @Test
  void theLinkInAnEmailAsksBeforeItStopsTheEmails() {
    String reader = newsletter.subscriber();
    publishAndDeliver("One.");
    Matcher link =
        Pattern.compile("/api/subscriptions/[^\"\\s]+/mail\\?trace_id=3D[0-9a-f-]{36}")
            .matcher(unfolded(server.accepted(reader).get(0).content()));
    assertTrue(link.find());
    String path = link.group().replace("=3D", "=");

    assertEquals(200, instance.get(path).statusCode());
    assertEquals("true", enabled(reader));
    String page =
        instance
            .send(
                HttpRequest.newBuilder(URI.create(instance.url() + path))
                    .POST(BodyPublishers.noBody()))
            .body();

    assertTrue(page.contains("The emails have stopped"), page);
    assertEquals("false", enabled(reader));
  }

  private String enabled(String email) {
    return newsletter
        .data()
        .text(
            "select email_enabled::text from subscription where user_id ="
                + " (select id from app_user where email = ?)",
            email);
  }

  @Test
  void eachRecipientGetsTheStateThatItsServerGaveIt() {
    Map<Act, String> readers = new HashMap<>();
    for (Act act : Act.values()) {
      String reader = newsletter.subscriber();
      readers.put(act, reader);
      server.script(reader, act);
    }
    newsletter.author().published("news", "Text.");
    newsletter.deliver("news", null);

    Map<Act, String> expected = new HashMap<>();
    expected.put(Act.ACCEPT, "sent");
    expected.put(Act.REFUSE_RECIPIENT, "failed mailbox_not_found");
    expected.put(Act.REFUSE_CONTENT, "failed policy_rejected");
    expected.put(Act.DEFER, "queued temporary_deferred");
    expected.put(Act.DEFER_ONCE, "sent");
    expected.put(Act.HANG, "uncertain connection_failure");
    expected.put(Act.READ_NOTHING, "uncertain connection_failure");
    expected.put(Act.CUT_AFTER_END, "uncertain connection_failure");
    expected.put(Act.CUT_BEFORE_CONTENT_ONCE, "sent");
    expected.put(Act.CLOSING_ONCE, "sent");
    try {
      Waiting.until("all states", () -> states(readers).equals(expected));
    } catch (AssertionError e) {
      assertEquals(expected, states(readers));
    }
    readers.forEach(
        (act, reader) -> assertTrue(server.accepted(reader).size() <= 1, act + " twice"));
    String reply =
        newsletter
            .recipient(newsletter.task(), readers.get(Act.REFUSE_RECIPIENT))
            .get("reply")
            .textValue();
    assertTrue(reply.contains("user unknown"), reply);
  }

  @Test
  void anEmailThatItsServerDefersForTwoDaysIsGivenUp() {
    String reader = newsletter.subscriber();
    server.script(reader, Act.DEFER);
    newsletter.author().published("news", "Text.");
    newsletter.deliver("news", null);
    Map<Act, String> readers = Map.of(Act.DEFER, reader);
    Waiting.until(
        "a first attempt", () -> states(readers).containsValue("queued temporary_deferred"));

    newsletter
        .data()
        .execute(
            "update delivery_task set started_at = now() - interval '49 hours' where channel_id ="
                + " (select id from channel where slug = ?)",
            newsletter.author().slug());

    Waiting.until("the end", () -> states(readers).containsValue("failed too_old"));
    assertEquals("failed", newsletter.await("failed").get("status").textValue());
  }

  private Map<Act, String> states(Map<Act, String> readers) {
    JsonNode task = newsletter.task();
    Map<Act, String> states = new HashMap<>();
    readers.forEach(
        (act, reader) -> {
          JsonNode line = newsletter.recipient(task, reader);
          states.put(
              act,
              line == null
                  ? "none"
                  : (line.get("status").textValue() + " " + line.get("fault").textValue()).strip());
        });
    return states;
  }

  @Test
  void theReportHasALineForEachRecipient() {
    List<String> readers = newsletter.subscribers(3);
    server.script(readers.get(1), Act.REFUSE_RECIPIENT);
    JsonNode task = publishAndDeliver("Text.");

    String csv =
        newsletter
            .author()
            .api()
            .exchange(
                "GET", "/api" + newsletter.path(task) + "/report", null, BodyPublishers.noBody())
            .body();

    assertEquals(4, csv.lines().count(), csv);
    assertTrue(
        csv.lines()
            .anyMatch(
                line ->
                    line.startsWith("\"" + readers.get(1) + "\",failed,mailbox_not_found,\"550 ")),
        csv);
    assertEquals(1, task.get("faults").get("mailbox_not_found").asInt());
    JsonNode failed =
        newsletter.author().api().get(newsletter.path(task) + "/recipients?status=failed").data();
    assertEquals(1, failed.get("pagination").get("total").asInt());
  }

  @Test
  void theLargestDomainsHaveNumbersOfTheirOwn() {
    String run = ApiClient.newEmail().split("@")[0];
    List<String> addresses = new ArrayList<>();
    for (int i = 10; i < 32; i++) {
      addresses.add(run + "@d" + i + ".example");
    }
    addresses.add(run + "-b@D31.example");
    addresses.add(run + "-c@d31.example");
    newsletter.add(addresses);
    server.script(run + "@d31.example", Act.REFUSE_RECIPIENT);

    JsonNode task = publishAndDeliver("Text.");

    JsonNode domains = newsletter.author().api().get(newsletter.path(task) + "/domains").data();
    assertEquals(21, domains.size(), domains::toString);
    JsonNode first = domains.get(0);
    assertEquals("d31.example", first.get("domain").textValue());
    assertEquals(3, first.get("mails").asInt(), first::toString);
    assertEquals(2, first.get("accepted").asInt(), first::toString);
    assertEquals(1, first.get("bounced").asInt(), first::toString);
    assertEquals(0, first.get("complained").asInt(), first::toString);
    assertEquals("d10.example", domains.get(1).get("domain").textValue());
    JsonNode others = domains.get(20);
    assertEquals("", others.get("domain").textValue());
    assertEquals(2, others.get("mails").asInt(), others::toString);
    assertEquals(2, others.get("accepted").asInt(), others::toString);
  }

  @Test
  void reportsLeaveAfterFourHundredDays() {
    newsletter.subscriber();
    JsonNode old = publishAndDeliver("One.");
    newsletter.author().published("more", "Two.");
    newsletter.deliver("more", null);
    JsonNode recent = newsletter.await("delivered");
    String age =
        "update delivery_task set finished_at = now() - %d * interval '1 day' where id = ?";
    newsletter.data().execute(age.formatted(401), old.get("id").asLong());
    newsletter.data().execute(age.formatted(399), recent.get("id").asLong());

    newsletter.data().runSoon("old-deliveries");

    Waiting.until(
        "the old report is gone",
        () -> newsletter.author().api().get(newsletter.path(old)).status() == 404);
    assertEquals(200, newsletter.author().api().get(newsletter.path(recent)).status());
  }

  @Test
  void anAddressThatDoesNotExistIsNotWrittenToAgain() {
    String reader = newsletter.subscriber();
    server.script(reader, Act.REFUSE_RECIPIENT);
    newsletter.author().published("news", "One.");
    deliverUntil("failed");
    server.script(reader, Act.ACCEPT);

    newsletter.author().published("more", "Two.");
    newsletter.deliver("more", null);

    JsonNode task = newsletter.await("delivered");
    assertEquals("suppressed", newsletter.recipient(task, reader).get("fault").textValue());
    assertEquals("skipped", newsletter.recipient(task, reader).get("status").textValue());
    assertEquals(0, server.accepted(reader).size());
  }

  @Test
  void thePaidPartIsOnlyForThoseWhoPay() {
    String free = newsletter.subscriber();
    String premium = newsletter.premiumSubscriber();

    publishAndDeliver("For everybody.\n\n<!--paywall-->\n\nOnly members read this sentence.");

    assertFalse(server.accepted(free).get(0).content().contains("Only members"));
    assertTrue(server.accepted(free).get(0).content().contains("Upgrade and read on"));
    assertTrue(server.accepted(premium).get(0).content().contains("Only members"));
    assertFalse(server.accepted(premium).get(0).content().contains("Upgrade and read on"));
  }

  @Test
  void aSummaryThatRevealsThePaidPartIsNotSent() {
    newsletter.subscriber();
    newsletter
        .author()
        .published(
            "secret",
            "Open.\n\n<!--paywall-->\n\nA long sentence that only members may ever read here.");
    newsletter
        .data()
        .execute(
            "update post set summary = 'A long sentence that only members may ever read here.'"
                + " where slug = 'secret' and channel_id = (select id from channel where slug = ?)",
            newsletter.author().slug());

    assertEquals(ErrorCode.PAYWALL_LEAK.number(), newsletter.deliver("secret", null).code());
  }

  @Test
  void onlyWhatIsSwitchedOnCanBeATarget() {
    newsletter.author().published("news", "Text.");

    Reply unknown = newsletter.deliver("news", json("channels", List.of("telegram")));
    assertEquals(ErrorCode.INVALID_FIELD.number(), unknown.code());
    newsletter
        .data()
        .execute(
            "update channel set email_channel_enabled = false where slug = ?",
            newsletter.author().slug());
    assertEquals(ErrorCode.DELIVERY_NO_TARGET.number(), newsletter.deliver("news", null).code());
  }

  @Test
  void writersSeeTheEmailBeforeTheySendItAndCanTryIt() {
    newsletter.author().draft("try", "Some *text*.");
    String path = newsletter.author().posts() + "/try/mail";

    JsonNode mail = newsletter.author().api().get(path + "?lang=ja").data();
    Reply test = newsletter.author().api().post(path + "/test", json());

    assertTrue(mail.get("html").textValue().contains("ウェブで読む"));
    assertTrue(mail.get("text").textValue().contains("Some _text_."));
    assertFalse(mail.get("is_large").booleanValue());
    assertTrue(mail.get("html_bytes").asInt() > 1_000);
    assertEquals(newsletter.author().email(), test.data().get("email").textValue());
    assertEquals(1, server.accepted(newsletter.author().email()).size());
    assertEquals(403, newsletter.author().somebodyElse().get(path).status());
  }

  @Test
  void theAudienceIsWhoWouldGetTheEmailNow() {
    newsletter.subscribers(2);
    newsletter.premiumSubscriber();

    JsonNode audience = newsletter.author().api().get(newsletter.deliveries() + "/audience").data();

    assertEquals(3, audience.get("readers").asInt());
    assertEquals(1, audience.get("premium_readers").asInt());
    assertEquals("email", audience.get("channels").get(0).textValue());
  }

  @Test
  void connectionsAreUsedAgain() {
    int before = server.connections();
    newsletter.subscribers(200);

    publishAndDeliver("Text.");

    assertTrue(server.connections() - before <= 30, "connections: " + server.connections());
    assertNotEquals(0, server.accepted().size());
  }

  @Test
  void deliveriesOfOtherChannelsDoNotExist() {
    newsletter.subscriber();
    JsonNode task = publishAndDeliver("Text.");
    ApiClient other = newsletter.author().somebodyElse();
    List<Integer> statuses = new ArrayList<>();
    statuses.add(other.get(newsletter.path(task)).status());
    statuses.add(other.put(newsletter.path(task) + "/cancel", null).status());
    Newsletter own = new Newsletter(instance);
    statuses.add(own.author().api().get(own.deliveries() + "/" + task.get("id").asLong()).status());

    assertEquals(List.of(403, 403, 404), statuses);
  }
}

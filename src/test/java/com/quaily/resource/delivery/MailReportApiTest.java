package com.quaily.resource.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.dao.MailingDao;
import com.quaily.dao.MailingRecipientDao;
import com.quaily.database.Database;
import com.quaily.model.JsonText;
import com.quaily.model.Limits;
import com.quaily.model.delivery.MailingKind;
import com.quaily.resource.StoredData;
import com.quaily.testing.ApiClient;
import com.quaily.testing.ScriptedSmtpServer;
import com.quaily.testing.ScriptedSmtpServer.Accepted;
import com.quaily.testing.TestInstance;
import com.quaily.testing.TestInstance.Reply;
import com.quaily.testing.Waiting;
import com.quaily.wiring.process.Role;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailReportApiTest {

  private static final String SECRET = "a-secret-of-the-provider";
  private static final byte[] SVIX_KEY = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final Pattern MARK = Pattern.compile("X-Quaily-Delivery: (\\S+)");

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir static Path directory;
  private static ScriptedSmtpServer server;
  private static TestInstance instance;

  private final Newsletter newsletter = new Newsletter(instance);
  private final String reader = newsletter.subscriber();

  @BeforeAll
  static void start() {
    server = new ScriptedSmtpServer();
    Map<String, Object> settings = new HashMap<>();
    settings.put("delivery.transports", List.of(server.url()));
    settings.put("delivery.bounces.address", "bounces@letters.example");
    settings.put("delivery.bounces.sns-topic", "arn:aws:sns:eu-west-1:123456789012:bounces");
    settings.put(
        "delivery.bounces.webhooks",
        List.of(
            Map.of(
                "name", "hub",
                "secret", SECRET,
                "signature", "X-Signature",
                "type", "/event",
                "bounces", List.of("bounce"),
                "complaints", List.of("spam"),
                "reply", "/words"),
            Map.of(
                "name", "svix",
                "secret", "whsec_" + Base64.getEncoder().encodeToString(SVIX_KEY),
                "signature", "svix-signature",
                "signed", "{{svix-id}}.{{svix-timestamp}}.{{body}}",
                "type", "/type",
                "bounces", List.of("email.bounced"),
                "kind", "/data/bounce/type",
                "hard", List.of("Permanent")),
            Map.of(
                "name", "gun",
                "secret", SECRET,
                "signature", "/signature/signature",
                "signed", "{{/signature/timestamp}}{{/signature/token}}",
                "type", "/event-data/event",
                "bounces", List.of("failed"),
                "reply", "/event-data/delivery-status/message"),
            Map.of(
                "name", "plain",
                "secret", "Basic dXNlcjpwYXNz",
                "signature", "Authorization",
                "signed", "",
                "type", "/RecordType",
                "complaints", List.of("SpamComplaint"))));
    settings.put("mail.from", "Letters <post@letters.example>");
    instance = TestInstance.start(directory, Role.all(), TestInstance.migratedDatabase(), settings);
    instance.started().join();
  }

  @AfterAll
  static void stop() throws IOException {
    instance.close();
    server.close();
  }

  /** Sends a post; returns the mark of its email. */
  private String deliver() {
    newsletter.author().published("news", "Text.");
    newsletter.deliver("news", null);
    newsletter.await("delivered");
    List<Accepted> accepted = server.accepted(reader);
    Matcher mark = MARK.matcher(accepted.get(accepted.size() - 1).content());
    assertTrue(mark.find());
    return mark.group(1);
  }

  private HttpResponse<String> post(String source, String body, Map<String, String> headers) {
    ApiClient client = new ApiClient(instance);
    for (Map.Entry<String, String> header : headers.entrySet()) {
      client = client.with(header.getKey(), header.getValue());
    }
    return client.exchange(
        "POST", "/api/mail/reports/" + source, "text/plain", BodyPublishers.ofString(body));
  }

  private static byte[] mac(byte[] key, String text) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
  }

  private HttpResponse<String> hub(String body) throws Exception {
    String signature =
        HexFormat.of().formatHex(mac(SECRET.getBytes(StandardCharsets.US_ASCII), body));
    return post("hub", body, Map.of("X-Signature", "sha256=" + signature));
  }

  private static String report(String event, String mark, String words) {
    return JsonText.write(
        Map.of("event", event, "words", words, "metadata", Map.of("id", mark, "name", "読者")));
  }

  private JsonNode suppressions() {
    return newsletter
        .author()
        .api()
        .get("/lists/" + newsletter.author().slug() + "/suppressions?email=" + reader)
        .data()
        .get("items");
  }

  private String status() {
    return newsletter.recipient(newsletter.task(), reader).get("status").textValue();
  }

  private static void assertRefused(HttpResponse<String> response) {
    assertEquals(403, response.statusCode(), response::body);
    assertTrue(response.body().contains("\"code\":8430"), response::body);
  }

  @Test
  void aBounceThatAProviderReportsSuppressesTheAddressOnce() throws Exception {
    String body = report("bounce", deliver(), "550 5.1.1 no such user");

    assertEquals(200, hub(body).statusCode());
    assertEquals(200, hub(body).statusCode());

    assertEquals("failed", status());
    assertEquals(1, suppressions().size());
    assertTrue(suppressions().get(0).get("detail").textValue().contains("no such user"));
  }

  @Test
  void anEmailThatIsNoDeliveryCanBounceToo() throws Exception {
    StoredData data = newsletter.data();
    String trace =
        data.text(
            "select s.trace_id from subscription s join app_user u on u.id = s.user_id"
                + " where u.email = ?",
            reader);
    String slug = newsletter.author().slug();
    Reply chosen =
        newsletter
            .author()
            .nobody()
            .put(
                "/subscriptions/" + slug + "/preferences?trace_id=" + trace,
                Map.of("cadence", "daily"));
    assertEquals(200, chosen.status(), () -> chosen.body().toString());
    newsletter.author().published("news", "Text.");
    newsletter.deliver("news", null);
    newsletter.await("delivered");
    data.execute(
        "update delivery_recipient set updated_at = updated_at - interval '9 days'"
            + " where task_id in (select t.id from delivery_task t"
            + " join channel c on c.id = t.channel_id where c.slug = ?)",
        slug);
    data.runSoon("digests");
    Waiting.within(PATIENCE, "a digest", () -> !server.accepted(reader).isEmpty());
    Accepted digest = server.accepted(reader).get(0);
    Matcher mark = MARK.matcher(digest.content());
    assertTrue(mark.find());
    assertEquals("bounces+" + mark.group(1) + "@letters.example", digest.sender());
    assertTrue(mark.group(1).matches("m\\d+-\\d+-[a-z0-9_-]{16}"), mark.group(1));
    String sent =
        "select count(*)::text from mailing_recipient r join app_user u on u.id = r.user_id"
            + " where u.email = ? and r.state = 'SENT'";
    Waiting.until("the digest counts as sent", () -> data.text(sent, reader).equals("1"));

    assertEquals(200, hub(report("bounce", mark.group(1), "550 5.1.1 no such user")).statusCode());

    assertEquals("0", data.text(sent, reader));
    assertEquals("bounced", suppressions().get(0).get("reason").textValue());
  }

  @Test
  void aMailingIsPausedOnceAndWaitsUntilItIsResumed() {
    Database database = instance.instance().modules().orElseThrow().database();
    MailingDao mailingDao = database.dao(MailingDao.class);
    MailingRecipientDao recipientDao = database.dao(MailingRecipientDao.class);
    StoredData data = newsletter.data();
    String slug = newsletter.author().slug();
    // Not due while the test runs, so that no worker takes it.
    Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
    long channel = data.number("select id from channel where slug = ?", slug);
    long user = data.number("select id from app_user where email = ?", reader);
    long mailing = mailingDao.ensure(channel, MailingKind.WELCOME, slug, 0, "", tomorrow);
    recipientDao.insert(mailing, user, 0, tomorrow);
    String farAway =
        "select (r.due_at > now() + interval '50 years')::text from mailing_recipient r"
            + " join mailing m on m.id = r.mailing_id where m.name = ?";

    assertEquals(1, mailingDao.pause(mailing));
    recipientDao.postpone(mailing, tomorrow);
    assertEquals("true", data.text(farAway, slug));
    assertTrue(mailingDao.selectPaused().stream().anyMatch(paused -> paused.id() == mailing));

    assertEquals(1, mailingDao.resume(mailing));
    recipientDao.makeDue(mailing, tomorrow);
    assertEquals("false", data.text(farAway, slug));
    assertEquals(0, mailingDao.resume(mailing));
    assertEquals(0, mailingDao.pause(mailing));
    assertTrue(mailingDao.selectPaused().stream().noneMatch(paused -> paused.id() == mailing));
  }

  @Test
  void severalReportsCanComeTogether() throws Exception {
    String mark = deliver();

    HttpResponse<String> response =
        hub("[" + report("opened", mark, "") + "," + report("spam", mark, "") + "]");

    assertEquals(200, response.statusCode(), response::body);
    assertEquals("complained", suppressions().get(0).get("reason").textValue());
  }

  @Test
  void theWaysInWhichProvidersSignAreUnderstood() throws Exception {
    String mark = deliver();
    String body =
        "{\"type\":\"email.bounced\",\"data\":{\"bounce\":{\"type\":\"Permanent\"},\"tags\":{\"mark\":\""
            + mark
            + "\"}}}";
    String signature =
        Base64.getEncoder().encodeToString(mac(SVIX_KEY, "msg_1.1796051202." + body));
    HttpResponse<String> svix =
        post(
            "svix",
            body,
            Map.of(
                "svix-id", "msg_1",
                "svix-timestamp", "1796051202",
                "svix-signature", "v1,b3RoZXI= v1," + signature));
    assertEquals(200, svix.statusCode(), svix::body);
    assertEquals("bounced", suppressions().get(0).get("reason").textValue());

    HttpResponse<String> plain =
        post(
            "plain",
            "{\"RecordType\":\"SpamComplaint\",\"Metadata\":{\"mark\":\"" + mark + "\"}}",
            Map.of("Authorization", "Basic dXNlcjpwYXNz"));
    assertEquals(200, plain.statusCode(), plain::body);
    assertEquals("complained", suppressions().get(0).get("reason").textValue());
  }

  @Test
  void aSignatureCanStandInTheBody() throws Exception {
    String mark = deliver();
    String signature =
        HexFormat.of()
            .formatHex(mac(SECRET.getBytes(StandardCharsets.US_ASCII), "1796051202token"));
    String body =
        "{\"signature\":{\"timestamp\":\"1796051202\",\"token\":\"token\",\"signature\":\""
            + signature
            + "\"},\"event-data\":{\"event\":\"failed\",\"delivery-status\":{\"message\":"
            + "\"552 5.2.2 mailbox full\"},\"user-variables\":{\"mark\":\""
            + mark
            + "\"}}}";

    assertEquals(200, post("gun", body, Map.of()).statusCode());

    assertEquals("failed", status());
    assertTrue(suppressions().isEmpty());
    assertRefused(post("gun", body.replace("\"token\":\"token\"", "\"token\":\"x\""), Map.of()));
  }

  @Test
  void whatIsNotSignedIsRefusedAndChangesNothing() throws Exception {
    String mark = deliver();
    String body = report("bounce", mark, "550 5.1.1 no such user");

    assertRefused(post("hub", body, Map.of()));
    assertRefused(post("hub", body, Map.of("X-Signature", "sha256=" + "0".repeat(64))));
    assertRefused(post("hub", "", Map.of()));
    assertRefused(post("plain", body, Map.of("Authorization", "Basic eDp5")));
    assertRefused(post("ses", body, Map.of()));
    assertRefused(
        post(
            "ses",
            "{\"TopicArn\":\"arn:aws:sns:eu-west-1:123456789012:bounces\",\"SigningCertURL\":"
                + "\"https://127.0.0.1/x.pem\"}",
            Map.of()));
    assertEquals("sent", status());
    assertTrue(suppressions().isEmpty());
  }

  @Test
  void evenWithTheSecretNobodyCanReportEmailsOfOthers() throws Exception {
    String mark = deliver();
    String forged = mark.replaceFirst("-[a-z0-9_-]{16}$", "-aaaaaaaaaaaaaaaa");
    assertFalse(forged.equals(mark));

    assertEquals(200, hub(report("bounce", forged, "550 5.1.1 no such user")).statusCode());

    assertEquals("sent", status());
  }

  @Test
  void whatCannotBeReadHasAnErrorOfItsOwn() throws Exception {
    assertEquals(400, hub("not json").statusCode());
    HttpResponse<String> unknown = post("other", "{}", Map.of());
    assertEquals(404, unknown.statusCode());
    assertTrue(unknown.body().contains("\"code\":8431"), unknown::body);
    HttpResponse<String> large = post("hub", "a".repeat(Limits.MAIL_REPORT + 1), Map.of());
    assertEquals(413, large.statusCode());
  }
}

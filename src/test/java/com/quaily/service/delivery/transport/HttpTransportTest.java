package com.quaily.service.delivery.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.config.Settings;
import com.quaily.delivery.transport.Envelope;
import com.quaily.delivery.transport.Handover;
import com.quaily.delivery.transport.Handover.Outcome;
import com.quaily.delivery.transport.HttpProvider;
import com.quaily.model.delivery.Fault;
import com.quaily.testing.RemoteStub;
import com.quaily.testing.SettableClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpTransportTest {

  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Instant NOW = Instant.parse("2026-12-01T10:00:00Z");
  private static final String KEY = "key-that-nobody-may-see";
  private static final String UNSUBSCRIBE = "<https://letters.example/u/1>";
  private static final String POSTMARK =
      """
      method = POST, id = "/MessageID"
      headers { X-Postmark-Server-Token = "%s" }
      body {
        From = "{{from}}", To = "{{to}}", Subject = "{{subject}}"
        HtmlBody = "{{html}}", TextBody = "{{text}}", MessageStream = "broadcast"
        Metadata { mark = "{{mark}}" }
        Headers = [
          { Name = "List-Unsubscribe", Value = "{{list-unsubscribe}}" }
          { Name = "List-Unsubscribe-Post", Value = "{{list-unsubscribe-post}}" }
          { Name = "X-Source", Value = "quaily" }
        ]
      }
      """
          .formatted(KEY);

  @TempDir Path directory;
  private final RemoteStub stub = new RemoteStub();

  @AfterEach
  void close() {
    stub.close();
  }

  /** Read as an operator's file is read. */
  private HttpProvider provider(String fields, boolean privateAddresses) throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("quaily.conf"),
            "delivery.providers = [{ name = postmark, url = \""
                + (stub.uri("/email") + "\", private-addresses = " + privateAddresses)
                + (", " + fields + "}]"));
    return Settings.load(Optional.of(file), Map.of(), Map.of())
        .delivery()
        .transport()
        .providers()
        .get(0);
  }

  private HttpTransport transport(String fields) throws IOException {
    return new HttpTransport(provider(fields, true), LONG, new SettableClock(NOW));
  }

  private Handover send(String fields, Envelope mail) throws IOException {
    try (HttpTransport underTest = transport(fields)) {
      return underTest.send(mail);
    }
  }

  private static Envelope mail(String subject, String listFields) {
    String content =
        "From: =?UTF-8?B?5omL57SZ?= <post@letters.example>\r\nTo: reader@mail.example\r\n"
            + ("Message-ID: <7-12.delivery@letters.example>\r\nX-Quaily-Delivery: 7-12-m\r\n")
            + ("Subject: " + subject + "\r\n" + listFields + "MIME-Version: 1.0\r\n")
            + "Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\n"
            + "Content-Type: text/plain; charset=UTF-8\r\n"
            + "Content-Transfer-Encoding: quoted-printable\r\n\r\nHello \"you\" =F0=9F=90=A6\r\n"
            + "--b\r\nContent-Type: text/html; charset=UTF-8\r\n"
            + "Content-Transfer-Encoding: quoted-printable\r\n\r\n<p class=3D\"a\">{{subject}}</p>\r\n"
            + "--b--\r\n";
    return new Envelope(
        "bounces@letters.example",
        "reader@mail.example",
        content.getBytes(StandardCharsets.US_ASCII));
  }

  private static Envelope mail() {
    return mail(
        "=?UTF-8?Q?=22quoted=22_\\_=7D=5D?=",
        "List-Unsubscribe: "
            + UNSUBSCRIBE
            + "\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n");
  }

  @Test
  void aProviderGetsTheEmailAsItsTemplateSays() throws IOException {
    stub.answer("/email", 200, "{\"ErrorCode\":0,\"MessageID\":\"b7bc2f4a\"}");

    Handover sent = send(POSTMARK, mail());

    assertEquals(Outcome.ACCEPTED, sent.outcome(), sent::reply);
    assertEquals("id b7bc2f4a", sent.reply());
    assertEquals("provider://postmark", sent.transport());
    assertEquals(KEY, stub.last().headers().get("X-Postmark-Server-Token"));
    JsonNode body = stub.last().json();
    assertEquals("手紙 <post@letters.example>", body.get("From").textValue().replace("\"", ""));
    assertEquals("reader@mail.example", body.get("To").textValue());
    assertEquals("\"quoted\" \\ }]", body.get("Subject").textValue());
    assertEquals("Hello \"you\" 🐦", body.get("TextBody").textValue());
    assertEquals("<p class=\"a\">{{subject}}</p>", body.get("HtmlBody").textValue());
    assertEquals("7-12-m", body.at("/Metadata/mark").textValue());
    assertEquals(UNSUBSCRIBE, body.at("/Headers/0/Value").textValue());
    assertEquals(3, body.get("Headers").size());
  }

  @Test
  void whatAnEmailDoesNotHaveIsLeftOut() throws IOException {
    stub.answer("/email", 200, "{\"MessageID\":\"1\"}");

    send(POSTMARK, mail("News", ""));

    JsonNode headers = stub.last().json().get("Headers");
    assertEquals(1, headers.size(), headers::toString);
    assertEquals("X-Source", headers.at("/0/Name").textValue());
  }

  @Test
  void aFormIsEncoded() throws IOException {
    stub.answer("/email", 202, "", Map.of("X-Message-Id", "sg1"));

    Handover sent =
        send(
            "format = form, id = X-Message-Id, body { subject = \"Re: {{subject}}\","
                + " \"h:List-Unsubscribe\" = \"{{list-unsubscribe}}\", raw = \"{{raw}}\" }",
            mail());

    assertEquals("id sg1", sent.reply());
    Map<String, String> form = stub.last().form();
    assertEquals("Re: \"quoted\" \\ }]", form.get("subject"));
    assertEquals(UNSUBSCRIBE, form.get("h:List-Unsubscribe"));
    assertEquals(
        new String(mail().content(), StandardCharsets.US_ASCII),
        new String(Base64.getDecoder().decode(form.get("raw")), StandardCharsets.US_ASCII));
  }

  @Test
  void theWholeEmailCanBeAFile() throws IOException {
    stub.answer("/email", 200, "{\"id\":\"<1@mg>\",\"message\":\"Queued. Thank you.\"}");

    Handover sent =
        send(
            "format = multipart, id = \"/id\","
                + " body { to = \"{{to}}\", message = \"{{raw}}\", \"o:tracking\" = \"no\" }",
            mail());

    assertEquals(Outcome.ACCEPTED, sent.outcome(), sent::reply);
    String body = stub.last().body();
    assertTrue(
        body.contains(
            "name=\"message\"; filename=\"email.eml\"\r\nContent-Type: message/rfc822\r\n\r\n"
                + new String(mail().content(), StandardCharsets.US_ASCII)
                + "\r\n--"),
        body);
    assertTrue(body.contains("name=\"to\"\r\n\r\nreader@mail.example\r\n"), body);
    assertTrue(
        stub.last().headers().get("Content-Type").startsWith("multipart/form-data; boundary="));
  }

  @ParameterizedTest
  @CsvSource({
    "422, Inactive recipient: mailbox not found, REFUSED, MAILBOX_NOT_FOUND",
    "422, Sorry, REFUSED, OTHER",
    "413, Sorry, REFUSED, MESSAGE_TOO_LARGE",
    "429, Slow down, DEFERRED, TEMPORARY_DEFERRED",
    "401, Bad key, UNAVAILABLE, RELAY_DENIED",
    "404, No such page, UNAVAILABLE, RELAY_DENIED",
    "302, Elsewhere, UNAVAILABLE, RELAY_DENIED",
    "500, Sorry, UNCERTAIN, SYSTEM_ERROR",
    "200, Magnificent API, UNCERTAIN, SYSTEM_ERROR",
    "420, Domain, DEFERRED, TEMPORARY_DEFERRED",
  })
  void eachAnswerHasItsConsequence(int status, String body, Outcome outcome, Fault fault)
      throws IOException {
    stub.answer("/email", status, body);

    Handover end = send(POSTMARK + ", deferred = [420, 429]", mail());

    assertEquals(outcome, end.outcome(), end::reply);
    assertEquals(fault, end.fault(), end::reply);
    assertTrue(end.reply().startsWith("status " + status + " " + body), end::reply);
    assertEquals(1, stub.count());
  }

  @Test
  void aProviderSaysHowLongToWait() throws IOException {
    stub.answer("/email", 429, "", Map.of("Retry-After", "120"));
    assertEquals(Duration.ofMinutes(2), send(POSTMARK, mail()).pause());

    stub.answer("/email", 429, "", Map.of("Retry-After", "Tue, 01 Dec 2026 10:05:00 GMT"));
    assertEquals(Duration.ofMinutes(5), send(POSTMARK, mail()).pause());

    stub.answer("/email", 429, "", Map.of("Retry-After", "999999999"));
    assertEquals(Duration.ofHours(24), send(POSTMARK, mail()).pause());
  }

  @Test
  void onlyAProviderThatKnowsAnEmailAgainGetsItAgain() throws IOException {
    stub.hangUp("/email");
    assertEquals(Outcome.UNCERTAIN, send(POSTMARK, mail()).outcome());

    String idempotent =
        "idempotent = true, headers { Idempotency-Key = \"{{message-id}}\" }, body { a = \"b\" }";
    assertEquals(Outcome.DEFERRED, send(idempotent, mail()).outcome());
    assertEquals("<7-12.delivery@letters.example>", stub.last().headers().get("Idempotency-Key"));
  }

  @Test
  void aKeyThatAProviderRepeatsIsNotKept() throws IOException {
    stub.answer("/email", 401, "{\"error\":\"" + KEY + " is not valid\"}");

    String reply = send(POSTMARK, mail()).reply();

    assertFalse(reply.contains(KEY), reply);
    assertTrue(reply.contains("is not valid"), reply);
    assertFalse(provider(POSTMARK, true).toString().contains(KEY));
  }

  @Test
  void aServerInAPrivateNetworkIsUsedOnlyWhenTheSettingsSaySo() throws IOException {
    stub.answer("/email", 200, "{\"MessageID\":\"1\"}");

    try (HttpTransport underTest =
        new HttpTransport(provider(POSTMARK, false), LONG, new SettableClock(NOW))) {
      Handover end = underTest.send(mail());
      assertEquals(Outcome.UNAVAILABLE, end.outcome());
      assertTrue(end.reply().contains("private-addresses"), end::reply);
    }
    assertEquals(0, stub.count());
  }
}

package com.quaily.service.delivery.bounce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.delivery.bounce.MailEvent;
import com.quaily.delivery.bounce.MailEvent.Kind;
import com.quaily.delivery.bounce.ReturnPath;
import com.quaily.delivery.bounce.ReturnPath.MarkedMail;
import com.quaily.model.JsonText;
import com.quaily.model.delivery.Fault;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.ForbiddenException;
import com.quaily.testing.SettableClock;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SnsReportsTest {

  private static final String PASSWORD = "changeit";
  private static final String TOPIC = "arn:aws:sns:eu-west-1:123456789012:bounces";
  private static final String CERTIFICATE =
      "https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-1.pem";
  private static final String CONFIRM =
      "https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription&Token=t";

  private static final MarkedMail MAIL = new MarkedMail(7, 12);

  @TempDir static Path directory;
  private static KeyStore identity;

  private final SettableClock clock = new SettableClock(Instant.now());
  private final List<URI> asked = new ArrayList<>();
  private final ReturnPath returnPath =
      new ReturnPath("bounces@letters.example", text -> "s".repeat(16) + text);
  private final SnsReports underTest =
      new SnsReports(
          TOPIC, new SnsSignatures(this::page, clock), new SesReportReader(returnPath), this::page);

  @BeforeAll
  static void createCertificate() throws Exception {
    Path file = directory.resolve("identity.p12");
    Process keytool =
        new ProcessBuilder(
                (Path.of(System.getProperty("java.home"), "bin", "keytool")
                        + " -genkeypair -alias sns -keyalg RSA -dname CN=sns.amazonaws.com"
                        + " -storetype PKCS12 -storepass "
                        + PASSWORD
                        + " -keystore "
                        + file)
                    .split(" "))
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, keytool.waitFor(), said);
    identity = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
  }

  /** What SNS has on its servers. */
  private byte[] page(URI address) {
    asked.add(address);
    try {
      String certificate =
          Base64.getMimeEncoder().encodeToString(identity.getCertificate("sns").getEncoded());
      return ("-----BEGIN CERTIFICATE-----\n" + certificate + "\n-----END CERTIFICATE-----\n")
          .getBytes(StandardCharsets.US_ASCII);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> message(String type, String content) {
    Map<String, String> message = new LinkedHashMap<>();
    message.put("Type", type);
    message.put("MessageId", "22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324");
    message.put("TopicArn", TOPIC);
    message.put("Message", content);
    message.put("Timestamp", "2026-12-01T10:00:00.000Z");
    message.put("SigningCertURL", CERTIFICATE);
    if (type.equals("SubscriptionConfirmation")) {
      message.put("Token", "t");
      message.put("SubscribeURL", CONFIRM);
    }
    return message;
  }

  private static byte[] signed(Map<String, String> message, String version) throws Exception {
    StringBuilder text = new StringBuilder();
    for (String field :
        List.of(
            "Message",
            "MessageId",
            "SubscribeURL",
            "Subject",
            "Timestamp",
            "Token",
            "TopicArn",
            "Type")) {
      if (message.containsKey(field)) {
        text.append(field).append('\n').append(message.get(field)).append('\n');
      }
    }
    Signature signature =
        Signature.getInstance(version.equals("2") ? "SHA256withRSA" : "SHA1withRSA");
    signature.initSign((PrivateKey) identity.getKey("sns", PASSWORD.toCharArray()));
    signature.update(text.toString().getBytes(StandardCharsets.UTF_8));
    Map<String, String> whole = new LinkedHashMap<>(message);
    whole.put("SignatureVersion", version);
    whole.put("Signature", Base64.getEncoder().encodeToString(signature.sign()));
    return JsonText.write(whole).getBytes(StandardCharsets.UTF_8);
  }

  private String bounce(String type, String subType, String diagnostic) {
    return JsonText.write(
        Map.of(
            "notificationType",
            "Bounce",
            "bounce",
            Map.of(
                "bounceType",
                type,
                "bounceSubType",
                subType,
                "bouncedRecipients",
                List.of(
                    Map.of(
                        "emailAddress",
                        "reader@mail.example",
                        "action",
                        "failed",
                        "diagnosticCode",
                        diagnostic))),
            "mail",
            Map.of(
                "messageId",
                "0102",
                "headers",
                List.of(Map.of("name", "X-Quaily-Delivery", "value", returnPath.mark(MAIL))))));
  }

  private MailEvent event(String content) throws Exception {
    List<MailEvent> events = underTest.read(signed(message("Notification", content), "2"));
    assertEquals(1, events.size());
    return events.get(0);
  }

  private void assertRefused(byte[] body) {
    ForbiddenException refusal = assertThrows(ForbiddenException.class, () -> underTest.read(body));
    assertEquals(ErrorCode.MAIL_REPORT_REFUSED, refusal.code());
  }

  @ParameterizedTest
  @CsvSource({
    "Permanent, NoEmail, smtp; 550 5.1.1 user unknown, MAILBOX_NOT_FOUND",
    "Permanent, General, smtp; 550 sorry, MAILBOX_NOT_FOUND",
    "Permanent, General, smtp; 550 5.7.26 unauthenticated, POLICY_REJECTED",
    "Permanent, OnAccountSuppressionList, suppressed, MAILBOX_NOT_FOUND",
    "Transient, MailboxFull, smtp; 552 5.2.2 full, MAILBOX_FULL",
    "Transient, General, smtp; 450 later, TOO_OLD",
    "Transient, ContentRejected, smtp; 552 content, POLICY_REJECTED",
    "Undetermined, Undetermined, nothing, TOO_OLD",
  })
  void aBounceNamesTheEmailAndTheReason(String type, String subType, String diagnostic, Fault fault)
      throws Exception {
    MailEvent event = event(bounce(type, subType, diagnostic));

    assertEquals(Kind.BOUNCE, event.kind());
    assertEquals(MAIL, event.mail());
    assertEquals(fault, event.fault());
    assertTrue(event.reply().startsWith(diagnostic), event::reply);
  }

  @ParameterizedTest
  @CsvSource({"abuse, COMPLAINT", "not-spam, NOTHING"})
  void aComplaintOfAnEventIsFoundByItsTag(String feedback, Kind kind) throws Exception {
    MailEvent event =
        event(
            JsonText.write(
                Map.of(
                    "eventType",
                    "Complaint",
                    "complaint",
                    Map.of("complaintFeedbackType", feedback),
                    "mail",
                    Map.of("tags", Map.of("quaily-delivery", List.of(returnPath.mark(MAIL)))))));

    assertEquals(kind, event.kind());
    assertEquals(MAIL, event.mail());
  }

  @Test
  void nothingFollowsFromOtherNewsOrFromEmailsOfOthers() throws Exception {
    for (String content :
        List.of(
            "{\"notificationType\":\"Delivery\",\"mail\":{\"source\":\""
                + returnPath.address(MAIL)
                + "\"}}",
            bounce("Permanent", "NoEmail", "x").replace("ssssssssssssssss", "aaaaaaaaaaaaaaaa"),
            "Successfully validated SNS topic",
            "[]")) {
      assertEquals(List.of(), underTest.read(signed(message("Notification", content), "2")));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "2"})
  void theSubscriptionIsConfirmedAtSns(String version) throws Exception {
    underTest.read(signed(message("SubscriptionConfirmation", "You have chosen …"), version));

    assertEquals(List.of(URI.create(CERTIFICATE), URI.create(CONFIRM)), asked);
  }

  @Test
  void aCertificateIsAskedForOnce() throws Exception {
    event(bounce("Permanent", "NoEmail", "x"));
    event(bounce("Permanent", "NoEmail", "x"));

    assertEquals(1, asked.size());
  }

  @Test
  void whatWasChangedIsRefused() throws Exception {
    String body =
        new String(
            signed(message("Notification", bounce("Permanent", "NoEmail", "x")), "2"),
            StandardCharsets.UTF_8);

    assertRefused(body.replace("NoEmail", "General").getBytes(StandardCharsets.UTF_8));
    assertRefused(body.replace("\"2\"", "\"1\"").getBytes(StandardCharsets.UTF_8));
    assertRefused("{}".getBytes(StandardCharsets.UTF_8));
    assertRefused("<html>".getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://sns.eu-west-1.amazonaws.com/a.pem",
        "https://sns.us-east-1.amazonaws.com/a.pem",
        "https://sns.eu-west-1.amazonaws.com.evil.example/a.pem",
        "https://sns.eu-west-1.amazonaws.com@evil.example/a.pem",
        "https://evil.example/sns.eu-west-1.amazonaws.com/a.pem",
        "https://sns.eu-west-1.amazonaws.com:8443/a.pem",
        "https://127.0.0.1/a.pem",
        "file:///etc/passwd",
        ""
      })
  void nothingButTheServerOfTheTopicIsAsked(String address) throws Exception {
    Map<String, String> notification = message("Notification", "{}");
    notification.put("SigningCertURL", address);
    assertRefused(signed(notification, "2"));
    assertEquals(List.of(), asked);

    Map<String, String> confirmation = message("SubscriptionConfirmation", "");
    confirmation.put("SubscribeURL", address);
    assertRefused(signed(confirmation, "2"));
    assertEquals(List.of(URI.create(CERTIFICATE)), asked);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/a.pem", "/?a=.pem", "/SimpleNotificationService-1.pem?a=b", ""})
  void nothingButACertificateIsAskedFor(String path) throws Exception {
    Map<String, String> notification = message("Notification", "{}");
    notification.put("SigningCertURL", "https://sns.eu-west-1.amazonaws.com" + path);

    assertRefused(signed(notification, "2"));

    assertEquals(List.of(), asked);
  }

  @Test
  void anotherTopicIsRefusedAlthoughSnsSignedIt() throws Exception {
    Map<String, String> other = message("Notification", bounce("Permanent", "NoEmail", "x"));
    other.put("TopicArn", TOPIC.replace("123456789012", "999999999999"));

    assertRefused(signed(other, "2"));
  }

  @Test
  void anExpiredCertificateIsRefused() throws Exception {
    clock.advance(Duration.ofDays(3650));

    assertRefused(signed(message("Notification", "{}"), "2"));
  }
}

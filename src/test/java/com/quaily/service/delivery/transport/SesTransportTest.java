package com.quaily.service.delivery.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.delivery.transport.Envelope;
import com.quaily.delivery.transport.FailoverTransport;
import com.quaily.delivery.transport.Handover;
import com.quaily.delivery.transport.Handover.Outcome;
import com.quaily.delivery.transport.TransportSettings.Ses;
import com.quaily.model.delivery.Fault;
import com.quaily.model.error.UnavailableException;
import com.quaily.testing.RemoteStub;
import com.quaily.testing.RemoteStub.Request;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SesTransportTest {

  private static final Duration LONG = Duration.ofSeconds(30);
  private static final String SEND = "/v2/email/outbound-emails";
  private static final String READER = "reader@mail.example";
  private static final String MARK = "7-12-abcdefgh12345678";
  private static final String MAIL =
      "Date: Tue, 1 Dec 2026 10:00:00 +0000\r\nTo: "
          + READER
          + ("\r\nMessage-ID: <7-12.delivery@letters.example>\r\nX-Quaily-Delivery: " + MARK)
          + "\r\nSubject: News\r\n\r\nText.\r\n";

  private final RemoteStub stub = new RemoteStub();
  private final SesTransport underTest = transport(stub.uri("").toString(), LONG);

  private static SesTransport transport(String endpoint, Duration answer) {
    return SesTransport.create(
        "eu-west-1", new Ses("AKIDEXAMPLE", "very-secret-key", endpoint, "letters"), LONG, answer);
  }

  @AfterEach
  void close() {
    underTest.close();
    stub.close();
  }

  private static Envelope mail(String content) {
    return new Envelope(
        "bounces+" + MARK + "@letters.example",
        READER,
        content.getBytes(StandardCharsets.US_ASCII));
  }

  private Handover send() {
    return underTest.send(mail(MAIL));
  }

  private void refuse(int status, String type, String message) {
    stub.answer(
        SEND,
        status,
        "{\"message\":\"" + message + "\"}",
        Map.of(
            "Content-Type", "application/json", "x-amzn-ErrorType", type, "x-amzn-RequestId", "1"));
  }

  @Test
  void anEmailGoesOutAsItIsWithItsMark() {
    stub.answer(SEND, 200, "{\"MessageId\":\"0102018f-1\"}");

    Handover sent = send();

    assertEquals(Outcome.ACCEPTED, sent.outcome());
    assertEquals("message id 0102018f-1", sent.reply());
    assertEquals("ses://eu-west-1", sent.transport());
    Request request = stub.last();
    assertTrue(
        request.authorization().startsWith("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/"),
        request::authorization);
    JsonNode body = request.json();
    assertEquals(
        MAIL,
        new String(
            Base64.getDecoder().decode(body.at("/Content/Raw/Data").textValue()),
            StandardCharsets.US_ASCII));
    assertEquals(
        List.of(READER),
        body.at("/Destination/ToAddresses").valueStream().map(JsonNode::textValue).toList());
    assertEquals("letters", body.get("ConfigurationSetName").textValue());
    assertEquals(MARK, body.at("/EmailTags/0/Value").textValue());
    assertEquals(
        "bounces+" + MARK + "@letters.example",
        body.get("FeedbackForwardingEmailAddress").textValue());
  }

  @Test
  void ourOwnSignatureIsLeftToSes() {
    stub.answer(SEND, 200, "{\"MessageId\":\"1\"}");

    underTest.send(mail("DKIM-Signature: v=1; a=rsa-sha256;\r\n b=abc\r\n" + MAIL));

    String data = stub.last().json().at("/Content/Raw/Data").textValue();
    assertEquals(MAIL, new String(Base64.getDecoder().decode(data), StandardCharsets.US_ASCII));
  }

  @ParameterizedTest
  @CsvSource({
    "429, TooManyRequestsException, Maximum sending rate exceeded., DEFERRED, TEMPORARY_DEFERRED",
    "400, ThrottlingException, Rate exceeded, DEFERRED, TEMPORARY_DEFERRED",
    "503, ServiceUnavailable, Try later, DEFERRED, TEMPORARY_DEFERRED",
    "429, TooManyRequestsException, Daily message quota exceeded., UNAVAILABLE, RELAY_DENIED",
    "400, MessageRejected, Message contains a virus, REFUSED, POLICY_REJECTED",
    "400, MessageRejected, Email address is not verified: reader@mail.example, REFUSED,"
        + " POLICY_REJECTED",
    "400, MessageRejected, Email address is not verified: post@letters.example, UNAVAILABLE,"
        + " RELAY_DENIED",
    "400, BadRequestException, Illegal address, REFUSED, OTHER",
    "413, RequestTooLarge, Too large, REFUSED, MESSAGE_TOO_LARGE",
    "400, AccountSuspendedException, Your account is suspended, UNAVAILABLE, RELAY_DENIED",
    "400, SendingPausedException, Sending is paused, UNAVAILABLE, RELAY_DENIED",
    "400, MailFromDomainNotVerifiedException, MAIL FROM, UNAVAILABLE, RELAY_DENIED",
    "404, NotFoundException, Configuration set letters does not exist, UNAVAILABLE, RELAY_DENIED",
    "403, UnrecognizedClientException, The security token is invalid, UNAVAILABLE, RELAY_DENIED",
    "500, InternalFailure, Sorry, UNCERTAIN, SYSTEM_ERROR",
  })
  void eachErrorOfSesHasItsConsequence(
      int status, String type, String message, Outcome outcome, Fault fault) {
    refuse(status, type, message);

    Handover end = send();

    assertEquals(outcome, end.outcome(), end::reply);
    assertEquals(fault, end.fault(), end::reply);
    assertEquals(1, stub.count(), "nothing is repeated");
    assertFalse(end.reply().contains("very-secret-key"));
  }

  @Test
  void anAnswerThatIsLostLeavesTheEmailUncertain() {
    stub.hangUp(SEND);

    assertEquals(Outcome.UNCERTAIN, send().outcome());
    assertEquals(1, stub.requests(SEND).size(), "nothing is repeated");
  }

  @Test
  void anAnswerThatDoesNotComeLeavesTheEmailUncertain() {
    stub.stall(SEND);
    try (SesTransport hasty = transport(stub.uri("").toString(), Duration.ofSeconds(1))) {
      assertEquals(Outcome.UNCERTAIN, hasty.send(mail(MAIL)).outcome());
    }
  }

  @ParameterizedTest
  @CsvSource({"<html>Welcome</html>", "{}"})
  void anAnswerOfSomethingElseLeavesTheEmailUncertain(String body) {
    stub.answer(SEND, 200, body);

    assertEquals(Outcome.UNCERTAIN, send().outcome());
  }

  @Test
  void whatCannotBeReachedHasSentNothing() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    try (SesTransport gone = transport("http://127.0.0.1:" + port, LONG)) {
      Handover end = gone.send(mail(MAIL));
      assertEquals(Outcome.UNAVAILABLE, end.outcome(), end::reply);
      assertEquals(Fault.CONNECTION_FAILURE, end.fault());
    }
  }

  @Test
  void theNextTransportGetsWhatASuspendedAccountDoesNotTake() {
    refuse(400, "AccountSuspendedException", "suspended");
    RemoteStub other = new RemoteStub();
    other.answer(SEND, 200, "{\"MessageId\":\"2\"}");
    try (other;
        FailoverTransport both =
            new FailoverTransport(
                List.of(
                    underTest,
                    SesTransport.create(
                        "us-east-1",
                        new Ses("AKIDEXAMPLE", "secret", other.uri("").toString(), ""),
                        LONG,
                        LONG)),
                Clock.systemUTC())) {
      assertEquals("ses://us-east-1", both.send(mail(MAIL)).transport());
      assertEquals(Outcome.ACCEPTED, both.send(mail(MAIL)).outcome());
      assertEquals(1, stub.count(), "the suspended account is left alone");
    }
  }

  @Test
  void theAccountSaysWhatItMayDo() {
    stub.answer(
        "/v2/email/account", 200, "{\"SendingEnabled\":true,\"ProductionAccessEnabled\":false}");
    assertTrue(underTest.account().isEnabled());
    assertFalse(underTest.account().isOpen());

    stub.answer("/v2/email/account", 403, "{}", Map.of("x-amzn-ErrorType", "AccessDenied"));
    assertThrows(UnavailableException.class, underTest::account);
  }
}

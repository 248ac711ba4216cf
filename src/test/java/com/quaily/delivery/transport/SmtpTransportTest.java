package com.quaily.delivery.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.delivery.mail.SmtpServer;
import com.quaily.delivery.transport.Handover.Outcome;
import com.quaily.delivery.transport.SmtpTransport.Timeouts;
import com.quaily.model.delivery.Fault;
import com.quaily.testing.ScriptedSmtpServer;
import com.quaily.testing.ScriptedSmtpServer.Act;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpTransportTest {

  private static final Duration LONG = Duration.ofSeconds(30);
  private static final String READER = "reader@mail.example";
  private static final String OTHER = "other@mail.example";

  private final ScriptedSmtpServer server = new ScriptedSmtpServer();
  private final SmtpTransport underTest =
      new SmtpTransport(
          SmtpServer.of(server.url()), new Timeouts(LONG, LONG, LONG), "letters.example");

  @AfterEach
  void close() {
    underTest.close();
    server.close();
  }

  private Handover send(String recipient) {
    return underTest.send(
        new Envelope(
            "post@letters.example",
            recipient,
            "Subject: News\r\n\r\nText.\r\n".getBytes(StandardCharsets.US_ASCII)));
  }

  private void pipeline(boolean wanted) {
    if (wanted) {
      server.expectPipelining();
    }
  }

  @Test
  void anEmailsCommandsGoOutInOnePieceWhereTheServerPermitsIt() {
    server.expectPipelining();
    assertEquals(Outcome.ACCEPTED, send(READER).outcome());
    assertEquals(Outcome.ACCEPTED, send(OTHER).outcome());
    assertEquals(1, server.connections());
    assertTrue(server.accepted(READER).get(0).content().contains("Text."));
    assertEquals("post@letters.example", server.accepted(READER).get(0).sender());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aRefusedRecipientGetsTheServersWords(boolean pipelining) {
    pipeline(pipelining);
    server.script(READER, Act.REFUSE_RECIPIENT);
    Handover refused = send(READER);
    assertEquals(Outcome.REFUSED, refused.outcome());
    assertEquals(Fault.MAILBOX_NOT_FOUND, refused.fault());
    assertTrue(refused.reply().contains("user unknown"), refused::reply);
    assertEquals(Outcome.ACCEPTED, send(OTHER).outcome());
    assertEquals(1, server.accepted().size());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aDeferredRecipientIsNotSentTo(boolean pipelining) {
    pipeline(pipelining);
    server.script(READER, Act.DEFER);
    Handover deferred = send(READER);
    assertEquals(Outcome.DEFERRED, deferred.outcome());
    assertTrue(deferred.reply().contains("greylisted"), deferred::reply);
    assertTrue(server.accepted().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void onlyAnEmailThatWasWrittenToItsEndIsUncertain(boolean pipelining) {
    pipeline(pipelining);
    server.script(READER, Act.CUT_BEFORE_CONTENT_ONCE);
    assertEquals(Outcome.DEFERRED, send(READER).outcome());
    server.script(OTHER, Act.CUT_AFTER_END);
    assertEquals(Outcome.UNCERTAIN, send(OTHER).outcome());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anEmailWhoseContentIsRefusedLeavesOthersAlone(boolean pipelining) {
    pipeline(pipelining);
    server.script(READER, Act.REFUSE_CONTENT);
    Handover refused = send(READER);
    assertEquals(Outcome.REFUSED, refused.outcome());
    assertEquals(Fault.POLICY_REJECTED, refused.fault());
    assertEquals(Outcome.ACCEPTED, send(OTHER).outcome());
  }

  /** Larger than what the buffers of both ends hold, so that writing it has to wait. */
  @Test
  void aServerThatTakesNothingIsLeftAfterTheTimeOfACommand() {
    server.script(READER, Act.READ_NOTHING);
    try (SmtpTransport impatient =
        new SmtpTransport(
            SmtpServer.of(server.url()),
            new Timeouts(LONG, Duration.ofSeconds(1), LONG),
            "letters.example")) {
      Handover stuck = impatient.send(new Envelope("", READER, new byte[64 << 20]));
      assertEquals(Outcome.DEFERRED, stuck.outcome());
      assertEquals(Fault.CONNECTION_FAILURE, stuck.fault());
      assertEquals(Outcome.ACCEPTED, send(OTHER).outcome());
    }
  }
}

package com.quaily.delivery.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.UnavailableException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SmtpMailerTest {

  private static final Instant NOW = Instant.parse("2026-11-22T09:30:00Z");
  private static final OutgoingMail MAIL =
      new OutgoingMail(
          "reader@mail.example",
          "手紙 — your code: 123456",
          "本文 plain\nsecond line",
          "<p>本文 <b>rich</b></p>",
          Map.of("Auto-Submitted", "auto-generated"));

  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());

  @BeforeEach
  void start() {
    server.setUser("sender", "p@ss+word:1");
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private SmtpMailer mailer(String login) {
    return new SmtpMailer(
        new MailSettings(
            "smtp://" + login + "127.0.0.1:" + server.getSmtp().getPort(),
            "Letters 便り <no-reply@letters.example>",
            Duration.ofSeconds(20)),
        Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @Test
  void anEmailArrivesWithBothPartsInUtf8() throws Exception {
    mailer("").send(MAIL);

    MimeMessage received = server.getReceivedMessages()[0];
    assertEquals("手紙 — your code: 123456", received.getSubject());
    assertEquals("reader@mail.example", received.getAllRecipients()[0].toString());
    InternetAddress from = (InternetAddress) received.getFrom()[0];
    assertEquals("no-reply@letters.example", from.getAddress());
    assertEquals("Letters 便り", from.getPersonal());
    assertEquals("auto-generated", received.getHeader("Auto-Submitted")[0]);
    assertEquals(NOW, received.getSentDate().toInstant());
    MimeMultipart parts = (MimeMultipart) received.getContent();
    assertTrue(parts.getContentType().startsWith("multipart/alternative"));
    assertEquals("本文 plain\r\nsecond line", parts.getBodyPart(0).getContent());
    assertEquals("<p>本文 <b>rich</b></p>", parts.getBodyPart(1).getContent());
    assertTrue(parts.getBodyPart(1).isMimeType("text/html"));
  }

  @Test
  void anEmailWithoutHtmlHasOnePart() throws Exception {
    mailer("").send(new OutgoingMail("a@b.example", "s", "text", "", Map.of()));

    assertEquals("text", server.getReceivedMessages()[0].getContent().toString().strip());
  }

  @Test
  void nameAndPasswordMayHoldAnyCharacter() {
    mailer("sender:p%40ss+word%3A1@").send(MAIL);

    assertEquals(1, server.getReceivedMessages().length);
  }

  @Test
  void aWrongPasswordIsAFailureToSend() {
    server.getUserManager().setAuthRequired(true);

    UnavailableException failure =
        assertThrows(UnavailableException.class, () -> mailer("sender:wrong@").send(MAIL));

    assertEquals(ErrorCode.MAIL_UNAVAILABLE, failure.code());
    assertEquals(0, server.getReceivedMessages().length);
  }

  @Test
  void anUnreachableServerIsReportedImmediately() {
    SmtpMailer underTest = mailer("");
    server.stop();

    UnavailableException failure =
        assertTimeoutPreemptively(
            Duration.ofMinutes(2),
            () -> assertThrows(UnavailableException.class, () -> underTest.send(MAIL)));

    assertEquals(ErrorCode.MAIL_UNAVAILABLE, failure.code());
  }

  @Test
  void aServerThatNeverRespondsTimesOut() throws Exception {
    try (ServerSocket silent = new ServerSocket(0)) {
      SmtpMailer underTest =
          new SmtpMailer(
              new MailSettings(
                  "smtp://127.0.0.1:" + silent.getLocalPort(),
                  "a@b.example",
                  Duration.ofMillis(300)),
              Clock.systemUTC());

      assertTimeoutPreemptively(
          Duration.ofMinutes(2),
          () -> assertThrows(UnavailableException.class, () -> underTest.send(MAIL)));
    }
  }
}

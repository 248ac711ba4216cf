package com.quaily.delivery.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.quaily.model.Notice.Level;
import com.quaily.notice.NoticeMessage;
import com.quaily.notice.RefusedException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NoticeMailerTest {

  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());
  private NoticeMailer notices;

  @BeforeEach
  void start() {
    server.start();
    String url = "smtp://ada:secret-password@127.0.0.1:" + server.getSmtp().getPort();
    server.setUser("ada", "secret-password");
    SmtpMailer mailer =
        new SmtpMailer(
            new MailSettings(url, "no-reply@letters.example", Duration.ofSeconds(30)),
            Clock.systemUTC());
    notices =
        new NoticeMailer(
            mailer, List.of("ops@letters.example", "ada@letters.example"), "Letters 便り");
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void everyOperatorGetsAnAlertThatStandsOut() throws Exception {
    notices.deliver(new NoticeMessage(Level.ALERT, "The disk is full", "3 % are left"));

    MimeMessage[] received = server.getReceivedMessages();
    assertEquals(
        List.of("ops@letters.example", "ada@letters.example"),
        Arrays.stream(received).map(NoticeMailerTest::recipient).toList());
    for (MimeMessage mail : received) {
      assertEquals("[Letters 便り] ALERT: The disk is full", mail.getSubject());
      assertEquals("1", mail.getHeader("X-Priority")[0]);
      assertEquals("auto-generated", mail.getHeader("Auto-Submitted")[0]);
      assertEquals(
          "The disk is full\n\n3 % are left",
          mail.getContent().toString().replace("\r\n", "\n").strip());
    }
  }

  private static String recipient(MimeMessage mail) {
    try {
      return mail.getAllRecipients()[0].toString();
    } catch (jakarta.mail.MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatIsNoAlertLooksLikeNone() throws Exception {
    notices.deliver(new NoticeMessage(Level.INFO, "1,000 subscribers", ""));

    MimeMessage mail = server.getReceivedMessages()[0];
    assertEquals("[Letters 便り] 1,000 subscribers", mail.getSubject());
    assertEquals("3", mail.getHeader("X-Priority")[0]);
  }

  @Test
  void aMailServerThatIsAwayIsARefusalWithoutASecret() {
    server.stop();

    RefusedException refused =
        assertThrows(
            RefusedException.class,
            () -> notices.deliver(new NoticeMessage(Level.ALERT, "The disk is full", "")));
    assertEquals("the mail server did not take it", refused.getMessage());
    assertFalse(refused.toString().contains("secret-password"), refused.toString());
  }
}

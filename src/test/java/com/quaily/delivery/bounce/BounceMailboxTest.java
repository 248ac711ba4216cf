package com.quaily.delivery.bounce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.quaily.delivery.bounce.MailEvent.Kind;
import com.quaily.delivery.bounce.ReturnPath.MarkedMail;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.UnavailableException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BounceMailboxTest {

  private final GreenMail mailbox =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP).dynamicPort());
  private final ReturnPath returnPath =
      new ReturnPath("bounces@letters.example", text -> "signature-of-16-and-more");
  private final List<MailEvent> events = new ArrayList<>();
  private boolean databaseIsAway;
  private BounceMailbox underTest;

  @BeforeEach
  void start() throws Exception {
    mailbox.start();
    GreenMailUser user = mailbox.setUser("bounces@letters.example", "bounces", "secret");
    String bounce =
        "To: %s\r\nContent-Type: multipart/report; boundary=b\r\n\r\n"
                .formatted(returnPath.address(new MarkedMail(7, 8)))
            + "--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; x\r\n\r\n"
            + "Action: failed\r\nStatus: 5.1.1\r\n\r\n--b--\r\n";
    user.deliver(
        new MimeMessage(
            Session.getInstance(new Properties()),
            new ByteArrayInputStream(bounce.getBytes(StandardCharsets.US_ASCII))));
    underTest =
        new BounceMailbox(
            "imap://bounces:secret@127.0.0.1:" + mailbox.getImap().getPort() + "/INBOX",
            new ReportReader(returnPath),
            this::handle);
  }

  @AfterEach
  void stop() {
    mailbox.stop();
  }

  private void handle(MailEvent event) {
    if (databaseIsAway) {
      throw new UnavailableException(ErrorCode.DATABASE_UNAVAILABLE, "away");
    }
    events.add(event);
  }

  @Test
  void aBounceThatCannotBeRecordedIsReadAgain() {
    databaseIsAway = true;
    assertThrows(UnavailableException.class, underTest::read);

    databaseIsAway = false;
    underTest.read();
    underTest.read();

    assertEquals(List.of(Kind.BOUNCE), events.stream().map(MailEvent::kind).toList());
  }
}

package com.quaily.delivery.mail;

import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.UnavailableException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.time.Clock;
import java.util.Properties;

/** Sends each email over a separate connection to an SMTP server. */
public final class SmtpMailer implements Mailer {

  private final MailSettings settings;
  private final Clock clock;
  private final SmtpServer server;
  private final Session session;

  public SmtpMailer(MailSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.server = SmtpServer.of(settings.smtpUrl());
    this.session = Session.getInstance(properties());
  }

  private Properties properties() {
    String protocol = server.protocol();
    String prefix = "mail." + protocol + ".";
    String timeout = String.valueOf(settings.timeout().toMillis());
    Properties properties = new Properties();
    properties.setProperty("mail.transport.protocol", protocol);
    properties.setProperty(prefix + "host", server.host());
    properties.setProperty(prefix + "port", String.valueOf(server.port()));
    properties.setProperty(prefix + "connectiontimeout", timeout);
    properties.setProperty(prefix + "timeout", timeout);
    properties.setProperty(prefix + "writetimeout", timeout);
    properties.setProperty(prefix + "starttls.enable", "true");
    properties.setProperty(prefix + "ssl.checkserveridentity", "true");
    properties.setProperty(prefix + "auth", String.valueOf(server.needsLogin()));
    return properties;
  }

  @Override
  public void send(OutgoingMail mail) {
    try {
      Transport.send(
          MimeMails.create(session, settings.from(), mail, clock.instant()),
          server.user(),
          server.password());
    } catch (MessagingException e) {
      throw new UnavailableException(ErrorCode.MAIL_UNAVAILABLE, e);
    }
  }

  /**
   * Connects and logs in, and sends nothing.
   *
   * @throws UnavailableException when the server cannot be reached or refuses
   */
  public void tryConnection() {
    try (Transport transport = session.getTransport()) {
      transport.connect(server.user(), server.password());
    } catch (MessagingException e) {
      throw new UnavailableException(ErrorCode.MAIL_UNAVAILABLE, e);
    }
  }
}

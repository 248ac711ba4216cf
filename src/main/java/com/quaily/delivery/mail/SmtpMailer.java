package com.quaily.delivery.mail;

import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.UnavailableException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Properties;

/** Sends each email over a separate connection to an SMTP server. */
public final class SmtpMailer implements Mailer {

  private final MailSettings settings;
  private final Clock clock;
  private final URI server;
  private final Session session;

  public SmtpMailer(MailSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.server = URI.create(settings.smtpUrl());
    this.session = Session.getInstance(properties());
  }

  private Properties properties() {
    String protocol = server.getScheme();
    String prefix = "mail." + protocol + ".";
    String timeout = String.valueOf(settings.timeout().toMillis());
    Properties properties = new Properties();
    properties.setProperty("mail.transport.protocol", protocol);
    properties.setProperty(prefix + "host", server.getHost());
    properties.setProperty(prefix + "port", String.valueOf(port(protocol)));
    properties.setProperty(prefix + "connectiontimeout", timeout);
    properties.setProperty(prefix + "timeout", timeout);
    properties.setProperty(prefix + "writetimeout", timeout);
    properties.setProperty(prefix + "starttls.enable", "true");
    properties.setProperty(prefix + "ssl.checkserveridentity", "true");
    properties.setProperty(prefix + "auth", String.valueOf(server.getRawUserInfo() != null));
    return properties;
  }

  private int port(String protocol) {
    if (server.getPort() > 0) {
      return server.getPort();
    }
    return protocol.equals("smtps") ? 465 : 587;
  }

  @Override
  public void send(OutgoingMail mail) {
    String[] login = login();
    try {
      Transport.send(
          MimeMails.create(session, settings.from(), mail, clock.instant()), login[0], login[1]);
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
    String[] login = login();
    try (Transport transport = session.getTransport()) {
      transport.connect(login[0], login[1]);
    } catch (MessagingException e) {
      throw new UnavailableException(ErrorCode.MAIL_UNAVAILABLE, e);
    }
  }

  private String[] login() {
    if (server.getRawUserInfo() == null) {
      return new String[] {null, null};
    }
    String[] parts = server.getRawUserInfo().split(":", 2);
    String password = parts.length > 1 ? parts[1] : "";
    return new String[] {decode(parts[0]), decode(password)};
  }

  private static String decode(String part) {
    // In this URL, unlike in form data, a plus is a literal plus.
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}

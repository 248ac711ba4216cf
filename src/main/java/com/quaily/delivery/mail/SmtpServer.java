package com.quaily.delivery.mail;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * The address of an SMTP server.
 *
 * @param protocol {@code smtp} (STARTTLS) or {@code smtps}
 * @param user null = no login
 * @param password null = no login
 */
public record SmtpServer(String protocol, String host, int port, String user, String password) {

  private static final int SUBMISSION = 587;
  private static final int SUBMISSIONS = 465;

  /** Reads {@code smtp://user:password@host:port}. */
  public static SmtpServer of(String url) {
    URI uri = URI.create(url);
    String protocol = uri.getScheme();
    int usual = protocol.equals("smtps") ? SUBMISSIONS : SUBMISSION;
    int port = uri.getPort() > 0 ? uri.getPort() : usual;
    String login = uri.getRawUserInfo();
    if (login == null) {
      return new SmtpServer(protocol, uri.getHost(), port, null, null);
    }
    String[] parts = login.split(":", 2);
    String password = parts.length > 1 ? parts[1] : "";
    return new SmtpServer(protocol, uri.getHost(), port, decode(parts[0]), decode(password));
  }

  private static String decode(String part) {
    // In this URL, unlike in form data, a plus is a literal plus.
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  public boolean needsLogin() {
    return user != null;
  }

  /** Without the password. */
  @Override
  public String toString() {
    return protocol + "://" + host + ":" + port;
  }
}

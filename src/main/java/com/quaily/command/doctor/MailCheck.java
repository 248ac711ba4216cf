package com.quaily.command.doctor;

import com.quaily.delivery.mail.MailSettings;
import com.quaily.delivery.mail.SmtpMailer;
import com.quaily.model.error.UnavailableException;
import com.quaily.service.domain.DnsResolver;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The mail server, and the records of the sender's domain that receivers ask for. */
final class MailCheck implements Check {

  private final MailSettings mail;
  private final List<String> transports;
  private final DnsResolver dns;
  private final Optional<SenderCheck.Key> key;
  private final Clock clock;

  /**
   * @param transports the mail servers for posts, where they differ from the one for other mail
   * @param key that signs mail; empty = not looked at
   */
  MailCheck(
      MailSettings mail,
      List<String> transports,
      DnsResolver dns,
      Optional<SenderCheck.Key> key,
      Clock clock) {
    this.mail = mail;
    this.transports = List.copyOf(transports);
    this.dns = dns;
    this.key = key;
    this.clock = clock;
  }

  @Override
  public List<Finding> look() {
    List<Finding> findings = new ArrayList<>();
    findings.add(mainServer());
    transports.forEach(url -> findings.add(server(url)));
    String domain = senderDomain();
    if (domain.startsWith("localhost") || domain.endsWith(".localdomain") || domain.isEmpty()) {
      findings.add(
          Finding.warning(
              "sender", "mail.from is " + mail.from(), "set mail.from to an address of yours"));
      return findings;
    }
    findings.addAll(new SenderCheck(domain, dns, key, List.of()).look());
    return findings;
  }

  private Finding mainServer() {
    return mail.smtpUrl().isEmpty()
        ? Finding.warning(
            "smtp",
            "no mail server: mail is kept in outbox/ of the data directory",
            "set mail.smtp-url")
        : server(mail.smtpUrl());
  }

  private Finding server(String url) {
    String place = URI.create(url).getHost();
    try {
      new SmtpMailer(new MailSettings(url, mail.from(), mail.timeout()), clock).tryConnection();
      return Finding.ok("smtp", place + " accepts the login");
    } catch (UnavailableException e) {
      return Finding.fault(
          "smtp", place + ": " + Finding.reason(e), "correct mail.smtp-url or delivery.transports");
    }
  }

  /** What follows the at sign, without the bracket of an address with a name. */
  private String senderDomain() {
    String from = mail.from();
    return from.substring(from.lastIndexOf('@') + 1)
        .replace(">", "")
        .strip()
        .toLowerCase(Locale.ROOT);
  }
}

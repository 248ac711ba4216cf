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
  private final Optional<String> selector;
  private final Clock clock;

  /**
   * @param transports the mail servers for posts, where they differ from the one for other mail
   * @param selector of the DKIM key; empty = not looked at
   */
  MailCheck(
      MailSettings mail,
      List<String> transports,
      DnsResolver dns,
      Optional<String> selector,
      Clock clock) {
    this.mail = mail;
    this.transports = List.copyOf(transports);
    this.dns = dns;
    this.selector = selector;
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
    findings.add(text("spf", domain, "v=spf1", "v=spf1 mx ~all, or what your provider names"));
    findings.add(text("dmarc", "_dmarc." + domain, "v=DMARC1", "v=DMARC1; p=none"));
    findings.add(dkim(domain));
    findings.add(mailServers(domain));
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

  private Finding dkim(String domain) {
    return selector
        .map(
            chosen ->
                text(
                    "dkim",
                    chosen + "._domainkey." + domain,
                    "p=",
                    "the public key that signs your mail"))
        .orElseGet(
            () ->
                Finding.warning(
                    "dkim",
                    "not looked at",
                    "name the key that your mail server signs with: --dkim-selector NAME"));
  }

  private Finding text(String part, String name, String start, String example) {
    try {
      List<String> found =
          dns.texts(name).stream().filter(text -> text.replace(" ", "").contains(start)).toList();
      if (found.size() > 1 && part.equals("spf")) {
        return Finding.fault(
            part, name + " has " + found.size() + " such records", "keep one of them");
      }
      return found.isEmpty()
          ? Finding.warning(
              part, name + " has no such record", "add a TXT record " + name + ": " + example)
          : Finding.ok(part, name + ": " + found.get(0));
    } catch (UnavailableException e) {
      return noAnswer(part, name);
    }
  }

  private Finding mailServers(String domain) {
    try {
      List<String> servers = dns.mailServers(domain);
      return servers.isEmpty()
          ? Finding.warning(
              "mx",
              domain + " takes no mail",
              "add an MX record, so that replies and bounces arrive")
          : Finding.ok("mx", domain + ": " + String.join(", ", servers));
    } catch (UnavailableException e) {
      return noAnswer("mx", domain);
    }
  }

  static Finding noAnswer(String part, String name) {
    return Finding.warning(
        part, "no name server answers for " + name, "look at /etc/resolv.conf and the network");
  }
}

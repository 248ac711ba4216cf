package com.quaily.command.doctor;

import com.quaily.model.error.UnavailableException;
import com.quaily.service.domain.DnsResolver;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The DNS records by which receivers judge mail from a domain. */
final class SenderCheck implements Check {

  private static final Pattern POLICY =
      Pattern.compile("(?:^|;)\\s*p\\s*=\\s*(none|quarantine|reject)\\s*(?:;|$)");
  private static final Pattern KEY = Pattern.compile("(?:^|;)\\s*p\\s*=([^;]*)");

  private final String domain;
  private final DnsResolver dns;
  private final Optional<Key> key;
  private final List<String> hosts;

  /**
   * A key that signs mail.
   *
   * @param publicKey in Base64; empty = another program signs, and any key is right
   */
  record Key(String selector, Optional<String> publicKey) {}

  /**
   * @param key empty = not looked at
   * @param hosts the mail servers that send
   */
  SenderCheck(String domain, DnsResolver dns, Optional<Key> key, List<String> hosts) {
    this.domain = domain;
    this.dns = dns;
    this.key = key;
    this.hosts = List.copyOf(hosts);
  }

  @Override
  public List<Finding> look() {
    List<Finding> findings = new ArrayList<>();
    findings.add(record("spf", domain, "v=spf1", "v=spf1 mx ~all, or what your provider names"));
    findings.add(policy(record("dmarc", "_dmarc." + domain, "v=DMARC1", "v=DMARC1; p=none")));
    findings.add(key.map(this::dkim).orElseGet(SenderCheck::noSelector));
    findings.add(mailServers());
    hosts.forEach(host -> findings.addAll(names(host)));
    return findings;
  }

  private static Finding policy(Finding dmarc) {
    boolean wrong =
        dmarc.level() == Finding.Level.OK
            && !POLICY.matcher(dmarc.state().toLowerCase(Locale.ROOT)).find();
    return wrong
        ? Finding.fault(
            "dmarc", dmarc.state() + " has no policy", "add p=none, p=quarantine or p=reject")
        : dmarc;
  }

  private Finding dkim(Key chosen) {
    String name = chosen.selector() + "._domainkey." + domain;
    String example =
        "v=DKIM1; k=rsa; p=" + chosen.publicKey().orElse("…, the public key that signs your mail");
    Finding found = record("dkim", name, "p=", example);
    Matcher published = KEY.matcher(found.state().substring(found.state().indexOf(": ") + 1));
    if (found.level() != Finding.Level.OK || !published.find()) {
      return found;
    }
    String text = published.group(1).replaceAll("\\s", "");
    if (text.isEmpty()) {
      return Finding.fault("dkim", name + " is revoked: its p= is empty", "publish " + example);
    }
    return chosen.publicKey().filter(own -> !own.equals(text)).isPresent()
        ? Finding.fault(
            "dkim", name + " has another key than delivery.dkim.key", "publish " + example)
        : found;
  }

  private static Finding noSelector() {
    return Finding.warning(
        "dkim",
        "not looked at",
        "name the key that your mail server signs with: --dkim-selector NAME");
  }

  private Finding record(String part, String name, String start, String example) {
    try {
      List<String> found =
          dns.texts(name).stream().filter(text -> text.replace(" ", "").contains(start)).toList();
      if (found.size() > 1 && !part.equals("dkim")) {
        return Finding.fault(
            part, name + " has " + found.size() + " such records", "keep one of them");
      }
      return found.isEmpty()
          ? Finding.warning(
              part, name + " has no such record", "add a TXT record " + name + ": " + example)
          : Finding.ok(part, name + ": " + found.get(0));
    } catch (UnavailableException e) {
      return Finding.noAnswer(part, name);
    }
  }

  private Finding mailServers() {
    try {
      List<String> servers = dns.mailServers(domain);
      return servers.isEmpty()
          ? Finding.warning(
              "mx",
              domain + " takes no mail",
              "add an MX record, so that replies and bounces arrive")
          : Finding.ok("mx", domain + ": " + String.join(", ", servers));
    } catch (UnavailableException e) {
      return Finding.noAnswer("mx", domain);
    }
  }

  private List<Finding> names(String host) {
    try {
      AddressNames names = new AddressNames(dns);
      return dns.addresses(host).stream().map(names::look).toList();
    } catch (UnavailableException e) {
      return List.of(Finding.noAnswer("reverse", host));
    }
  }
}

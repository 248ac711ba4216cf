package com.quaily.command.doctor;

import com.quaily.model.Site;
import com.quaily.model.error.UnavailableException;
import com.quaily.server.CertificateExpiry;
import com.quaily.server.ServerSettings;
import com.quaily.service.domain.DnsResolver;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** The public name of the site: its addresses, their names, and certificates. */
final class SiteCheck implements Check {

  private static final Duration SOON = Duration.ofDays(14);
  private static final int PATIENCE_MILLIS = 5_000;
  private static final int HTTPS = 443;

  private final Site site;
  private final ServerSettings server;
  private final DnsResolver dns;
  private final Clock clock;

  SiteCheck(Site site, ServerSettings server, DnsResolver dns, Clock clock) {
    this.site = site;
    this.server = server;
    this.dns = dns;
    this.clock = clock;
  }

  @Override
  public List<Finding> look() {
    List<Finding> findings = new ArrayList<>();
    server.tls().ifPresent(tls -> findings.add(file(tls.certificate())));
    URI url = URI.create(site.baseUrl());
    if (isAddress(url.getHost())) {
      findings.add(
          Finding.warning(
              "site",
              site.baseUrl() + " is no public name",
              "set site.base-url before going live"));
      return findings;
    }
    findings.addAll(names(url.getHost()));
    if (url.getScheme().equals("https")) {
      findings.add(online(url));
    } else {
      findings.add(
          Finding.warning("certificate", "the site has no https", "get a certificate (certbot)"));
    }
    return findings;
  }

  private static boolean isAddress(String host) {
    return host.equals("localhost") || host.matches("[0-9.]+|\\[.*]");
  }

  private List<Finding> names(String host) {
    try {
      List<String> addresses = dns.addresses(host);
      if (addresses.isEmpty()) {
        return List.of(
            Finding.fault("site", host + " has no address", "add an A or AAAA record for it"));
      }
      List<Finding> findings = new ArrayList<>();
      findings.add(Finding.ok("site", host + ": " + String.join(", ", addresses)));
      AddressNames names = new AddressNames(dns);
      addresses.forEach(address -> findings.add(names.look(address)));
      return findings;
    } catch (UnavailableException e) {
      return List.of(Finding.noAnswer("site", host));
    }
  }

  private Finding file(Path file) {
    try {
      return expiry(file.toString(), CertificateExpiry.of(file));
    } catch (IOException | GeneralSecurityException e) {
      return Finding.fault(
          "certificate", file + ": " + Finding.reason(e), "correct server.tls.certificate");
    }
  }

  /** As a reader's browser would see it. */
  private Finding online(URI url) {
    int port = url.getPort() < 0 ? HTTPS : url.getPort();
    try (SSLSocket socket = (SSLSocket) SSLSocketFactory.getDefault().createSocket()) {
      socket.connect(new InetSocketAddress(url.getHost(), port), PATIENCE_MILLIS);
      socket.setSoTimeout(PATIENCE_MILLIS);
      var parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      X509Certificate shown = (X509Certificate) socket.getSession().getPeerCertificates()[0];
      return expiry(site.baseUrl(), shown.getNotAfter().toInstant());
    } catch (IOException e) {
      return Finding.fault(
          "certificate",
          site.baseUrl() + ": " + Finding.reason(e),
          "look at nginx or server.tls, and at the firewall");
    }
  }

  Finding expiry(String what, Instant end) {
    Duration left = Duration.between(clock.instant(), end);
    String state = what + ": valid until " + end;
    if (left.isNegative()) {
      return Finding.fault("certificate", state, "renew it now");
    }
    return left.compareTo(SOON) < 0
        ? Finding.warning("certificate", state, "see why it was not renewed (certbot renew)")
        : Finding.ok("certificate", state);
  }
}

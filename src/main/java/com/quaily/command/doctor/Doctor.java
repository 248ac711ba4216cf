package com.quaily.command.doctor;

import com.quaily.config.Settings;
import com.quaily.delivery.DeliverySettings.Dkim;
import com.quaily.delivery.transport.DkimKeys;
import com.quaily.service.domain.DnsResolver;
import com.quaily.storage.ObjectStorage;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All checks, in the order in which their findings are printed. */
public final class Doctor {

  private final List<Check> checks;

  private Doctor(List<Check> checks) {
    this.checks = checks;
  }

  /**
   * Looks at everything.
   *
   * @param dkimSelector of the key that signs mail; empty = the one in the settings
   */
  public static Doctor of(
      Settings settings, ObjectStorage storage, Optional<String> dkimSelector, Clock clock) {
    DnsResolver dns = new DnsResolver(settings.hosting().dnsServer());
    return new Doctor(
        List.of(
            new MachineCheck(settings.data(), clock),
            new ServerCheck(settings.server(), settings.site().baseUrl()),
            new DatabaseCheck(settings),
            new StorageCheck(storage),
            new MailCheck(
                settings.mail(),
                settings.delivery().transport().smtpUrls(),
                dns,
                key(settings, dkimSelector),
                clock),
            new TransportCheck(settings.delivery().transport(), settings.mail().timeout()),
            new SiteCheck(settings.site(), settings.server(), dns, clock),
            new OperatorCheck(settings)));
  }

  /** Looks at the DNS records of a domain that sends mail, and at nothing else. */
  public static Doctor ofDomain(Settings settings, String domain, Optional<String> dkimSelector) {
    List<String> hosts =
        Stream.concat(
                Stream.of(settings.mail().smtpUrl()),
                settings.delivery().transport().smtpUrls().stream())
            .filter(url -> !url.isEmpty())
            .map(url -> URI.create(url).getHost())
            .distinct()
            .toList();
    DnsResolver dns = new DnsResolver(settings.hosting().dnsServer());
    return new Doctor(List.of(new SenderCheck(domain, dns, key(settings, dkimSelector), hosts)));
  }

  private static Optional<SenderCheck.Key> key(Settings settings, Optional<String> selector) {
    Optional<Dkim> dkim = settings.delivery().sender().dkim();
    return selector
        .or(() -> dkim.map(Dkim::selector))
        .map(
            name ->
                new SenderCheck.Key(
                    name,
                    dkim.filter(own -> own.selector().equals(name))
                        .map(own -> DkimKeys.publicKey(own.key()))));
  }

  public List<Finding> look() {
    return checks.stream().flatMap(check -> check.look().stream()).toList();
  }
}

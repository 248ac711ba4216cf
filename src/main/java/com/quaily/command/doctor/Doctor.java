package com.quaily.command.doctor;

import com.quaily.config.Settings;
import com.quaily.service.domain.DnsResolver;
import com.quaily.storage.ObjectStorage;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** All checks, in the order in which their findings are printed. */
public final class Doctor {

  private final List<Check> checks;

  /**
   * @param dkimSelector of the key that signs mail; empty = not looked at
   */
  public Doctor(
      Settings settings, ObjectStorage storage, Optional<String> dkimSelector, Clock clock) {
    DnsResolver dns = new DnsResolver(settings.hosting().dnsServer());
    checks =
        List.of(
            new MachineCheck(settings.data(), clock),
            new ServerCheck(settings.server(), settings.site().baseUrl()),
            new DatabaseCheck(settings),
            new StorageCheck(storage),
            new MailCheck(
                settings.mail(), settings.delivery().transports(), dns, dkimSelector, clock),
            new SiteCheck(settings.site(), settings.server(), dns, clock),
            new OperatorCheck(settings));
  }

  public List<Finding> look() {
    return checks.stream().flatMap(check -> check.look().stream()).toList();
  }
}

package com.quaily.command;

import com.quaily.command.doctor.Doctor;
import com.quaily.command.doctor.Finding;
import com.quaily.config.Settings;
import com.quaily.delivery.DeliverySettings;
import com.quaily.model.JsonText;
import com.quaily.storage.ObjectStorage;
import com.quaily.wiring.process.StorageFactory;
import java.io.Closeable;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Looks at everything that an instance needs. */
@Command(
    name = "doctor",
    description = {
      "Checks ports, Java, memory, disk, clock, database, storage, mail server, DNS records,",
      "certificates, proxies and time zone data, and says what to do about each fault.",
      "Exit code: 0 without a fault, 1 otherwise. Warnings do not count."
    },
    mixinStandardHelpOptions = true)
public final class DoctorCommand implements Callable<Integer> {

  @Mixin private ConfigOptions config;

  @Option(names = "--json", description = "Prints the findings as a JSON array.")
  private boolean json;

  @Option(
      names = "--dkim-selector",
      paramLabel = "NAME",
      description =
          "The name of the DKIM key that your mail is signed with (default:"
              + " delivery.dkim.selector).")
  private String selector;

  @Override
  public Integer call() throws IOException {
    Settings settings = config.load();
    ObjectStorage storage = StorageFactory.create(settings);
    try {
      List<Finding> findings =
          new Doctor(settings, storage, selector(settings), Clock.systemUTC()).look();
      if (json) {
        System.out.println(JsonText.write(findings));
      } else {
        findings.forEach(DoctorCommand::print);
      }
      return findings.stream().anyMatch(finding -> finding.level() == Finding.Level.FAULT) ? 1 : 0;
    } finally {
      if (storage instanceof Closeable closeable) {
        closeable.close();
      }
    }
  }

  private Optional<String> selector(Settings settings) {
    return Optional.ofNullable(selector)
        .or(() -> settings.delivery().dkim().map(DeliverySettings.Dkim::selector));
  }

  private static void print(Finding finding) {
    System.out.printf("%-8s %-12s %s%n", finding.level(), finding.part(), finding.state());
    if (!finding.remedy().isEmpty()) {
      System.out.printf("%-21s → %s%n", "", finding.remedy());
    }
  }
}

package com.quaily.command;

import com.quaily.command.doctor.Doctor;
import com.quaily.command.doctor.Finding;
import com.quaily.config.Settings;
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

  @Option(
      names = "--domain",
      paramLabel = "NAME",
      description = {
        "Only looks at the DNS records of a domain that sends mail: SPF, DKIM, DMARC, MX, and the",
        "names of the mail servers' addresses."
      })
  private String domain;

  @Override
  public Integer call() throws IOException {
    Settings settings = config.load();
    if (domain != null) {
      return print(Doctor.ofDomain(settings, domain, Optional.ofNullable(selector)).look());
    }
    ObjectStorage storage = StorageFactory.create(settings);
    try {
      return print(
          Doctor.of(settings, storage, Optional.ofNullable(selector), Clock.systemUTC()).look());
    } finally {
      if (storage instanceof Closeable closeable) {
        closeable.close();
      }
    }
  }

  /** Prints findings; returns the exit code. */
  private int print(List<Finding> findings) {
    if (json) {
      System.out.println(JsonText.write(findings));
    } else {
      findings.forEach(DoctorCommand::print);
    }
    return findings.stream().anyMatch(finding -> finding.level() == Finding.Level.FAULT) ? 1 : 0;
  }

  private static void print(Finding finding) {
    System.out.printf("%-8s %-12s %s%n", finding.level(), finding.part(), finding.state());
    if (!finding.remedy().isEmpty()) {
      System.out.printf("%-21s → %s%n", "", finding.remedy());
    }
  }
}

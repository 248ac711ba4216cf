package com.quaily.command.doctor;

import com.quaily.config.Settings;
import com.quaily.database.ServerReport;
import com.quaily.model.error.UnavailableException;
import com.quaily.wiring.DatabaseModule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The database server, and this machine's clock beside the server's. */
final class DatabaseCheck implements Check {

  private static final int OLDEST = 14;
  private static final Duration SLOW = Duration.ofMillis(10);
  private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(2);
  private static final double FULL = 0.9;

  private final Settings settings;

  DatabaseCheck(Settings settings) {
    this.settings = settings;
  }

  @Override
  public List<Finding> look() {
    // A look at a new instance must not begin its database.
    if (settings.database().isEmpty() && !hasEmbedded(settings.data())) {
      return List.of(Finding.ok("database", "the first start creates the embedded one"));
    }
    try (DatabaseModule database = new DatabaseModule(settings)) {
      ServerReport report = ServerReport.read(database.database().dataSource());
      return findings(report, Instant.now());
    } catch (UnavailableException | IllegalStateException e) {
      return List.of(
          Finding.fault(
              "database",
              Finding.reason(e),
              "start it, or correct database.url, database.user and database.password"));
    }
  }

  private static boolean hasEmbedded(Path data) {
    return Files.exists(data.resolve("postgres"))
        || Files.exists(data.resolve("postgres.location"));
  }

  /**
   * @param now this machine's time
   */
  List<Finding> findings(ServerReport report, Instant now) {
    List<Finding> findings = new ArrayList<>();
    findings.add(server(report));
    findings.add(latency(report.latency()));
    findings.add(connections(report));
    findings.add(clock(Duration.between(report.clock(), now).abs()));
    return findings;
  }

  private static Finding server(ServerReport report) {
    String state =
        "PostgreSQL %s with %s; replicas: %d"
            .formatted(
                report.version(), String.join(", ", report.extensions()), report.followers());
    if (report.replica()) {
      return Finding.fault(
          "database",
          state + "; it is a replica and takes no writes",
          "add targetServerType=primary to database.url, or promote it");
    }
    int major = Integer.parseInt(report.version().replaceFirst("\\D.*", ""));
    if (major < OLDEST) {
      return Finding.fault("database", state, "upgrade PostgreSQL to " + OLDEST + " or newer");
    }
    return report.extensions().contains("pg_trgm")
        ? Finding.ok("database", state)
        : Finding.warning(
            "database",
            state,
            "the first migration adds pg_trgm; where the user may not, let an administrator run"
                + " “create extension pg_trgm”");
  }

  private static Finding latency(Duration latency) {
    String state = "a statement takes %.1f ms".formatted(latency.toNanos() / 1e6);
    return latency.compareTo(SLOW) > 0
        ? Finding.warning("latency", state, "bring instance and database nearer to each other")
        : Finding.ok("latency", state);
  }

  private Finding connections(ServerReport report) {
    String state =
        "%d of %d in use, this instance may take %d"
            .formatted(report.connections(), report.allowedConnections(), settings.poolSize());
    if (settings.poolSize() >= report.allowedConnections()) {
      return Finding.fault(
          "connections", state, "lower database.pool-size or raise max_connections");
    }
    return report.connections() > report.allowedConnections() * FULL
        ? Finding.warning("connections", state, "raise PostgreSQL's max_connections")
        : Finding.ok("connections", state);
  }

  private static Finding clock(Duration difference) {
    String state = "differs from the database's by %.1f s".formatted(difference.toMillis() / 1e3);
    return difference.compareTo(CLOCKS_DIFFER) > 0
        ? Finding.fault(
            "clock", state, "let both machines follow a time server (systemd-timesyncd)")
        : Finding.ok("clock", state);
  }
}

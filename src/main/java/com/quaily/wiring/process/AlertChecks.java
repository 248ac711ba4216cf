package com.quaily.wiring.process;

import com.quaily.config.Settings;
import com.quaily.config.Settings.StorageSettings;
import com.quaily.dao.DeliveryTaskDao;
import com.quaily.dao.JobDao;
import com.quaily.dao.PageDao;
import com.quaily.database.Database;
import com.quaily.log.HostName;
import com.quaily.metrics.ErrorRate;
import com.quaily.metrics.RequestMeters;
import com.quaily.notice.AlertCheck;
import com.quaily.notice.AlertCheck.Fault;
import com.quaily.server.CertificateExpiry;
import com.quaily.service.ai.AiReport;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * What an instance watches. A topic with the name of the machine is about the machine; the others
 * are about the whole installation, and each instance looks for them.
 */
public final class AlertChecks {

  private static final Duration PAGES_MAY_TAKE = Duration.ofMinutes(5);
  private static final Duration CERTIFICATE_ENDS = Duration.ofDays(14);
  private static final int MOST_DELIVERIES = 20;
  private static final Duration BACKUP_EVERY = Duration.ofHours(30);

  private final Settings settings;
  private final JobDao jobDao;
  private final PageDao pageDao;
  private final DeliveryTaskDao taskDao;
  private final AiReport ai;
  private final ErrorRate errors;
  private final BooleanSupplier storage;
  private final Clock clock;
  private final String host = HostName.forPeople();

  /**
   * @param storage whether storage can be reached
   */
  public AlertChecks(
      Settings settings,
      Database database,
      AiReport ai,
      RequestMeters requests,
      BooleanSupplier storage,
      Clock clock) {
    this.settings = settings;
    this.jobDao = database.dao(JobDao.class);
    this.pageDao = database.dao(PageDao.class);
    this.taskDao = database.dao(DeliveryTaskDao.class);
    this.ai = ai;
    this.clock = clock;
    this.errors = new ErrorRate(requests::answers, clock);
    this.storage = storage;
  }

  /** In no order. */
  public List<AlertCheck> all() {
    return List.of(
        check("storage@" + host, this::storage),
        check("disk@" + host, this::disk),
        check("errors@" + host, this::errors),
        check("certificate@" + host, this::certificate),
        check("pages", this::pages),
        check("backup", this::backup),
        new AlertCheck("job:", this::jobs),
        new AlertCheck("delivery:", this::deliveries),
        new AlertCheck("ai-proxy:", this::aiProxies));
  }

  /** A check with one possible fault, whose topic is its prefix. */
  private static AlertCheck check(String topic, Supplier<Optional<String>> look) {
    return new AlertCheck(
        topic, () -> look.get().map(subject -> new Fault(topic, subject, "")).stream().toList());
  }

  private Optional<String> storage() {
    return storage.getAsBoolean()
        ? Optional.empty()
        : Optional.of(host + " cannot reach storage; readers get pages from memory");
  }

  private Optional<String> disk() {
    List<Path> places = new ArrayList<>(List.of(settings.data()));
    if (settings.storage() instanceof StorageSettings.Directory directory) {
      places.add(directory.root());
    }
    return places.stream().filter(Files::exists).flatMap(place -> full(place).stream()).findFirst();
  }

  private Optional<String> full(Path place) {
    // A FileStore needs the table of mounts, which a container may not show.
    File directory = place.toFile();
    long total = directory.getTotalSpace();
    if (total == 0) {
      return Optional.of("The disk of " + place + " on " + host + " cannot be read");
    }
    long percent = directory.getUsableSpace() * 100 / total;
    return percent >= settings.notices().leastRoom()
        ? Optional.empty()
        : Optional.of("The disk of " + place + " on " + host + " has " + percent + " % left");
  }

  private Optional<String> errors() {
    return errors
        .tooHigh()
        .map(answers -> host + " answers with errors: " + answers + " in five minutes");
  }

  private Optional<String> certificate() {
    if (settings.server().tls().isEmpty()) {
      return Optional.empty();
    }
    Path file = settings.server().tls().get().certificate();
    try {
      Instant end = CertificateExpiry.of(file);
      return Duration.between(clock.instant(), end).compareTo(CERTIFICATE_ENDS) > 0
          ? Optional.empty()
          : Optional.of("The certificate " + file + " on " + host + " ends at " + end);
    } catch (IOException | GeneralSecurityException e) {
      return Optional.of("The certificate " + file + " on " + host + " cannot be read");
    }
  }

  private Optional<String> pages() {
    return pageDao
        .selectOldestChange()
        .map(oldest -> Duration.between(oldest, clock.instant()))
        .filter(age -> age.compareTo(PAGES_MAY_TAKE) > 0)
        .map(age -> "Changes wait for their pages, the oldest for " + age.toMinutes() + " minutes");
  }

  private Optional<String> backup() {
    return settings
        .notices()
        .backupFile()
        .filter(file -> !isRecent(file))
        .map(file -> "There is no backup of the last 30 hours (" + file + ")");
  }

  private boolean isRecent(Path file) {
    try {
      Instant written = Files.getLastModifiedTime(file).toInstant();
      return written.isAfter(clock.instant().minus(BACKUP_EVERY));
    } catch (IOException e) {
      return false;
    }
  }

  private List<Fault> deliveries() {
    return taskDao.selectWaiting(MOST_DELIVERIES).stream()
        .map(
            task ->
                new Fault(
                    "delivery:" + task.id(),
                    "Delivery " + task.id() + " waits: " + task.notice().wireName(),
                    (task.detail() + " bin/quaily deliveries shows it.").strip()))
        .toList();
  }

  private List<Fault> aiProxies() {
    return ai.refusals().entrySet().stream()
        .map(
            proxy ->
                new Fault(
                    "ai-proxy:" + proxy.getKey(),
                    "The AI proxy " + proxy.getKey() + " gets no tasks",
                    (proxy.getValue() + " bin/quaily ai-status shows it.").strip()))
        .toList();
  }

  private List<Fault> jobs() {
    return jobDao.selectFailing().stream()
        .map(
            name ->
                new Fault(
                    "job:" + name,
                    "The job " + name + " fails again and again",
                    "bin/quaily jobs list --failed shows it; the log says why."))
        .toList();
  }
}

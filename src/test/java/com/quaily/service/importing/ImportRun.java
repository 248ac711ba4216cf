package com.quaily.service.importing;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Runs imports for tests: into one channel, on a fixed day, with Tokyo as the writer's zone. */
final class ImportRun {
  static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  final RecordingChannel channel = new RecordingChannel();

  /** A folder of the test resources. */
  static Path corpus(String name) {
    try {
      return Path.of(
          Objects.requireNonNull(ImportRun.class.getResource("/import/" + name)).toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  static ImportOptions options() {
    return new ImportOptions(
        "letters", true, false, false, Optional.empty(), ZoneId.of("Asia/Tokyo"));
  }

  ImportReport publish(Path folder) {
    return run(folder, options());
  }

  ImportReport publish(String corpus) {
    return publish(corpus(corpus));
  }

  ImportReport run(Path folder, ImportOptions options) {
    return new MarkdownImport(
            channel, channel, ImportRun::anchor, Clock.fixed(NOW, ZoneOffset.UTC), options)
        .run(folder, progress -> {});
  }

  PreparedPost post(String slug) {
    return channel.post(slug);
  }

  static Optional<Instant> at(String moment) {
    return Optional.of(Instant.parse(moment));
  }

  private static String anchor(String heading) {
    return heading
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", "-")
        .replaceAll("-$", "");
  }

  static ImportEntry entry(ImportReport report, String source) {
    return report.entries().stream()
        .filter(entry -> entry.source().equals(source))
        .findFirst()
        .orElseThrow(() -> new AssertionError(source + " is not in\n" + ReportTable.of(report)));
  }

  static List<String> warnings(ImportReport report, String source) {
    return entry(report, source).warnings().stream()
        .map(warning -> warning.line() + ": " + warning.message())
        .toList();
  }
}

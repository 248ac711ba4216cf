package com.quaily.service.importing;

import com.quaily.importer.MarkdownImport;
import com.quaily.importer.PreparedPost;
import com.quaily.importer.report.ImportEntry;
import com.quaily.importer.report.ImportOptions;
import com.quaily.importer.report.ImportReport;
import com.quaily.importer.report.Leftover;
import com.quaily.importer.report.ReportTable;
import com.quaily.page.markdown.Markdown;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Runs imports for tests: into one channel, on a fixed day, with Tokyo as the writer's zone. */
public final class ImportRun {
  public static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  public final RecordingChannel channel = new RecordingChannel();

  /** A folder of the test resources. */
  public static Path corpus(String name) {
    try {
      return Path.of(
          Objects.requireNonNull(ImportRun.class.getResource("/import/" + name)).toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  public static ImportOptions options() {
    return new ImportOptions(
        "letters", true, false, false, Optional.empty(), ZoneId.of("Asia/Tokyo"));
  }

  public ImportReport publish(Path folder) {
    return run(folder, options());
  }

  public ImportReport publish(String corpus) {
    return publish(corpus(corpus));
  }

  public ImportReport run(Path folder, ImportOptions options) {
    return new MarkdownImport(
            channel,
            channel,
            Markdown::headingId,
            ImportRun::leftovers,
            Clock.fixed(NOW, ZoneOffset.UTC),
            options)
        .run(folder, progress -> {});
  }

  public PreparedPost post(String slug) {
    return channel.post(slug);
  }

  public static Optional<Instant> at(String moment) {
    return Optional.of(Instant.parse(moment));
  }

  public static List<Leftover> leftovers(String content) {
    return Markdown.foreignMarkup(content).stream()
        .map(found -> new Leftover(found.line(), found.markup(), found.problem()))
        .toList();
  }

  public static ImportEntry entry(ImportReport report, String source) {
    return report.entries().stream()
        .filter(entry -> entry.source().equals(source))
        .findFirst()
        .orElseThrow(() -> new AssertionError(source + " is not in\n" + ReportTable.of(report)));
  }

  public static List<String> warnings(ImportReport report, String source) {
    return entry(report, source).warnings().stream()
        .map(warning -> warning.line() + ": " + warning.message())
        .toList();
  }
}

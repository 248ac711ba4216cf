package com.quaily.importer;

import com.quaily.importer.report.ImportEntry;
import com.quaily.importer.report.ImportOptions;
import com.quaily.importer.report.SourceException;
import com.quaily.importer.report.Warnings;
import com.quaily.importer.rewrite.DocumentIndex;
import com.quaily.importer.source.DocumentReader;
import com.quaily.importer.source.SourceDocument;
import com.quaily.importer.source.SourceFolder;
import com.quaily.importer.source.SourceText;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads the slug and names of every document, so that links can be resolved. Keeps nothing else, so
 * that the folder can be larger than memory.
 */
final class FirstPass {
  private final DocumentReader reader;
  private final ImportOptions options;
  private final Clock clock;
  private final Map<String, ExistingPost> bySource = new HashMap<>();
  private final List<Candidate> candidates = new ArrayList<>();
  private final DocumentIndex index = new DocumentIndex();

  FirstPass(
      DocumentReader reader, ImportOptions options, Clock clock, List<ExistingPost> imported) {
    this.reader = reader;
    this.options = options;
    this.clock = clock;
    imported.forEach(
        post -> post.mark().ifPresent(mark -> bySource.putIfAbsent(mark.source(), post)));
  }

  /**
   * Reads all documents.
   *
   * @param dropped receives each document that is not imported
   */
  void read(SourceFolder folder, List<Path> documents, Consumer<ImportEntry> dropped) {
    List<Candidate> read = new ArrayList<>();
    for (Path file : documents) {
      String source = folder.nameOf(file);
      Warnings warnings = new Warnings();
      try {
        SourceDocument document = reader.read(source, SourceText.read(file), warnings);
        if (document.reasonToSkip().isPresent()) {
          dropped.accept(ImportEntry.skipped(source, document.reasonToSkip().get()));
        } else {
          read.add(candidate(file, document));
        }
      } catch (SourceException e) {
        dropped.accept(ImportEntry.failed(source, e, warnings.list()));
      }
    }
    giveSlugs(read, dropped);
  }

  private Candidate candidate(Path file, SourceDocument document) {
    Optional<ExistingPost> existing = Optional.ofNullable(bySource.get(document.source()));
    boolean visible =
        existing.map(ExistingPost::published).orElse(false)
            || !PostPreparer.staysDraft(document.dates(), clock);
    return new Candidate(
        file,
        document.source(),
        document.metadata().title(),
        document.names(),
        document.dates().date(),
        existing,
        options.publish() && !visible);
  }

  private void giveSlugs(List<Candidate> read, Consumer<ImportEntry> dropped) {
    Map<String, Candidate> owners = new HashMap<>();
    read.stream()
        .sorted(Comparator.comparingInt(Candidate::rank))
        .forEach(candidate -> owners.putIfAbsent(candidate.slug(), candidate));
    for (Candidate candidate : read) {
      Candidate owner = owners.get(candidate.slug());
      if (candidate.equals(owner)) {
        candidates.add(candidate);
        index.add(candidate.indexed(), candidate.names());
      } else {
        String reason =
            "the slug \"%s\" is already used by %s; set another slug in this file's front matter"
                .formatted(candidate.slug(), owner.source());
        dropped.accept(
            ImportEntry.failed(candidate.source(), new SourceException(reason), List.of()));
      }
    }
  }

  /**
   * The documents to import, with unique slugs: the oldest first, those without a date last, then
   * by name. Lists of posts by their last save show them by date.
   */
  List<Candidate> candidates() {
    return candidates.stream()
        .sorted(
            Comparator.comparing(
                candidate -> candidate.date().orElse(Instant.MAX), Comparator.naturalOrder()))
        .toList();
  }

  DocumentIndex index() {
    return index;
  }
}

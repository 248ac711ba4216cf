package com.quaily.importer;

import com.quaily.importer.report.ImportEntry;
import com.quaily.importer.report.ImportStatus;
import com.quaily.importer.report.SourceException;
import com.quaily.importer.report.Warnings;
import com.quaily.importer.source.DocumentReader;
import com.quaily.importer.source.SourceDocument;
import com.quaily.importer.source.SourceText;
import com.quaily.model.error.QuailyException;
import com.quaily.model.error.UnavailableException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Prepares and saves one document after the other. */
final class SecondPass {
  private static final Logger log = LoggerFactory.getLogger(SecondPass.class);

  private final ImportTarget target;
  private final ImageUploads uploads;
  private final DocumentReader reader;
  private final PostPreparer preparer;
  private final PostMatcher matcher;
  private final boolean dryRun;

  /**
   * @param dryRun check everything, but save and upload nothing
   */
  SecondPass(
      ImportTarget target,
      ImageUploads uploads,
      DocumentReader reader,
      PostPreparer preparer,
      PostMatcher matcher,
      boolean dryRun) {
    this.target = target;
    this.uploads = uploads;
    this.reader = reader;
    this.preparer = preparer;
    this.matcher = matcher;
    this.dryRun = dryRun;
  }

  /**
   * Imports the documents in order; failures are not thrown.
   *
   * @param done receives the result of each
   */
  void run(List<Candidate> candidates, Consumer<ImportEntry> done) {
    Optional<UnavailableException> outage = Optional.empty();
    for (Candidate candidate : candidates) {
      Warnings warnings = new Warnings();
      try {
        if (outage.isPresent()) {
          throw new SourceException("not attempted: " + outage.get().getMessage());
        }
        done.accept(importOne(candidate, warnings));
      } catch (UnavailableException e) {
        // Every further file would wait for the same timeout.
        outage = Optional.of(e);
        done.accept(failed(candidate, e, warnings));
      } catch (SourceException | QuailyException e) {
        done.accept(failed(candidate, e, warnings));
      } catch (RuntimeException e) {
        log.error("Importing {} failed unexpectedly", candidate.source(), e);
        done.accept(failed(candidate, e, warnings));
      }
    }
  }

  private ImportEntry failed(Candidate candidate, Exception e, Warnings warnings) {
    SourceException reason =
        e instanceof SourceException known
            ? known
            : new SourceException(0, String.valueOf(e.getMessage()), e);
    return ImportEntry.failed(candidate.source(), reason, warnings.list());
  }

  private ImportEntry importOne(Candidate candidate, Warnings warnings) throws SourceException {
    SourceDocument document =
        reader.read(candidate.source(), SourceText.read(candidate.file()), warnings);
    PostPreparer.Prepared prepared = preparer.prepare(document, candidate.slug(), warnings);
    PreparedPost post = prepared.post();
    Optional<ExistingPost> existing = matcher.match(post, candidate.existing());
    boolean published = existing.map(ExistingPost::published).orElse(false);
    if (published && document.dates().draft()) {
      warnings.add("marked as a draft, but its post is already published and stays published");
    }
    if (existing.filter(found -> isUnchanged(found, post)).isPresent()) {
      return entry(candidate, ImportStatus.UNCHANGED, warnings);
    }
    PreparedPost complete = uploads.upload(prepared);
    if (dryRun) {
      target.check(complete, existing);
    } else {
      target.save(complete, existing);
    }
    if (!published && !post.publication().publish()) {
      return entry(candidate, ImportStatus.DRAFT, warnings);
    }
    return entry(
        candidate, existing.isPresent() ? ImportStatus.UPDATED : ImportStatus.CREATED, warnings);
  }

  private boolean isUnchanged(ExistingPost existing, PreparedPost post) {
    boolean toPublish = post.publication().publish() && !existing.published();
    return !toPublish && existing.mark().filter(post.mark()::equals).isPresent();
  }

  private ImportEntry entry(Candidate candidate, ImportStatus status, Warnings warnings) {
    return ImportEntry.of(candidate.source(), status, candidate.slug(), warnings.list());
  }
}

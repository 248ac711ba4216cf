package com.quaily.importer;

import com.quaily.importer.report.ImportOptions;
import com.quaily.importer.report.SourceException;
import com.quaily.importer.report.Warnings;
import com.quaily.importer.rewrite.BodyRewriter;
import com.quaily.importer.rewrite.Checksum;
import com.quaily.importer.rewrite.LocalImage;
import com.quaily.importer.rewrite.References;
import com.quaily.importer.source.PostMetadata;
import com.quaily.importer.source.SourceDocument;
import com.quaily.importer.source.SourceName;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Builds the post of a document, without uploading its images. Saves nothing. */
final class PostPreparer {
  private static final Pattern WIKI_IMAGE =
      Pattern.compile("!?\\[\\[([^\\]|]+)(?:\\|[^\\]]*)?\\]\\]");
  private static final Pattern MARKDOWN_IMAGE = Pattern.compile("!\\[[^\\]]*\\]\\((.*)\\)");

  /**
   * A post whose images still have placeholders.
   *
   * @param images what to store, each once
   */
  record Prepared(PreparedPost post, Collection<LocalImage> images) {}

  private final References.Site site;
  private final ImportOptions options;
  private final Clock clock;

  PostPreparer(References.Site site, ImportOptions options, Clock clock) {
    this.site = site;
    this.options = options;
    this.clock = clock;
  }

  /** True if the document is marked as a draft or dated in the future. */
  static boolean staysDraft(SourceDocument.Dates dates, Clock clock) {
    return dates.draft() || isFuture(dates, clock);
  }

  private static boolean isFuture(SourceDocument.Dates dates, Clock clock) {
    return dates.date().filter(date -> date.isAfter(clock.instant())).isPresent();
  }

  /**
   * Prepares a document.
   *
   * @param slug from the first pass
   * @param warnings receives everything that cannot be kept
   */
  Prepared prepare(SourceDocument document, String slug, Warnings warnings) {
    String folder = SourceName.of(document.source()).folder();
    References references = new References(site, folder, warnings);
    String content = BodyRewriter.rewrite(document.body(), references, warnings);
    String cover = cover(document.cover(), references, warnings);
    PreparedPost post =
        new PreparedPost(
            slug,
            document.metadata(),
            content,
            cover,
            publication(document.dates(), warnings),
            new ImportMark(document.source(), ""));
    return new Prepared(withFingerprint(post), references.images());
  }

  private static String cover(String written, References references, Warnings warnings) {
    if (written.isEmpty()) {
      return "";
    }
    try {
      return references.image(coverPath(written));
    } catch (SourceException e) {
      warnings.add("cover image skipped: " + e.getMessage());
      return "";
    }
  }

  private static String coverPath(String written) {
    for (Pattern form : List.of(WIKI_IMAGE, MARKDOWN_IMAGE)) {
      Matcher matcher = form.matcher(written);
      if (matcher.matches()) {
        return matcher.group(1);
      }
    }
    return written;
  }

  private ImportedState publication(SourceDocument.Dates dates, Warnings warnings) {
    if (options.publish() && !dates.draft() && isFuture(dates, clock)) {
      Instant date = dates.date().orElseThrow();
      warnings.add("dated in the future (" + date + "): imported as a draft");
    }
    boolean publish = options.publish() && !staysDraft(dates, clock);
    return new ImportedState(publish, dates.date(), dates.modified());
  }

  /** The lengths distinguish "ab" + "c" from "a" + "bc". */
  private static PreparedPost withFingerprint(PreparedPost post) {
    PostMetadata metadata = post.metadata();
    ImportedState publication = post.publication();
    StringBuilder all = new StringBuilder();
    for (String part :
        List.of(
            post.slug(),
            metadata.title(),
            metadata.summary(),
            String.join(",", metadata.tags()),
            metadata.theme(),
            metadata.lang(),
            metadata.translationKey(),
            post.coverImageUrl(),
            publication.date().map(Instant::toString).orElse(""),
            publication.modified().map(Instant::toString).orElse(""),
            post.content())) {
      all.append(part.length()).append(':').append(part).append('\n');
    }
    String fingerprint = Checksum.of(all.toString().getBytes(StandardCharsets.UTF_8));
    return new PreparedPost(
        post.slug(),
        metadata,
        post.content(),
        post.coverImageUrl(),
        publication,
        new ImportMark(post.mark().source(), fingerprint));
  }
}

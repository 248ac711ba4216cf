package com.quaily.importer;

import com.quaily.importer.report.ImportOptions;
import com.quaily.importer.report.ImportProgress;
import com.quaily.importer.report.ImportReport;
import com.quaily.importer.report.Leftover;
import com.quaily.importer.report.Tally;
import com.quaily.importer.rewrite.ImageFinder;
import com.quaily.importer.rewrite.References;
import com.quaily.importer.source.DateReader;
import com.quaily.importer.source.DocumentReader;
import com.quaily.importer.source.FolderScan;
import com.quaily.importer.source.SourceFolder;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Imports a folder of Markdown files as written by Obsidian, Hugo, Jekyll and the Quail clients.
 *
 * <p>The first pass reads the slugs and names of all files, so that links between files resolve in
 * any order. The second pass prepares each file, stores its images and saves its post in one step.
 * A file that fails leaves nothing but, possibly, images, and the others continue. Another run
 * changes only what has changed.
 */
public final class MarkdownImport {
  private final ImportTarget target;
  private final ImageStore images;
  private final UnaryOperator<String> headingId;
  private final Function<String, List<Leftover>> leftovers;
  private final Clock clock;
  private final ImportOptions options;

  /**
   * @param headingId the id of a heading, from its text; returns such an id unchanged
   * @param leftovers what pages would not understand in a text
   * @param clock decides which dates are in the future
   */
  public MarkdownImport(
      ImportTarget target,
      ImageStore images,
      UnaryOperator<String> headingId,
      Function<String, List<Leftover>> leftovers,
      Clock clock,
      ImportOptions options) {
    this.target = target;
    this.images = images;
    this.headingId = headingId;
    this.leftovers = leftovers;
    this.clock = clock;
    this.options = options;
  }

  /**
   * Imports a folder. Not thread-safe.
   *
   * @param progress called after each document, in the calling thread
   * @return the result of every file; failures of single files are included and never thrown
   * @throws InvalidException when a folder cannot be read
   * @throws com.quaily.model.error.UnavailableException when the channel's posts cannot be looked
   *     up; nothing was saved
   */
  public ImportReport run(Path directory, Consumer<ImportProgress> progress) {
    SourceFolder folder = new SourceFolder(directory);
    Optional<SourceFolder> assets = options.assets().map(SourceFolder::new);
    FolderScan scan = scan(folder);
    Tally tally = new Tally(scan.leftOut(), scan.documents().size(), progress);
    DocumentReader reader = new DocumentReader(new DateReader(options.zone()));
    FirstPass first = new FirstPass(reader, options, clock, target.importedPosts());
    first.read(folder, scan.documents(), tally::add);

    ImageFinder finder = new ImageFinder(folder, scan.others(), assets);
    References.Site site =
        new References.Site(options.channel(), first.index(), finder, headingId, leftovers);
    new SecondPass(
            target,
            new ImageUploads(images, options.dryRun()),
            reader,
            new PostPreparer(site, options, clock),
            new PostMatcher(target, options.overwrite(), sourcesOf(folder, scan)),
            options.dryRun())
        .run(first.candidates(), tally::add);
    return new ImportReport(options, tally.entries());
  }

  private static FolderScan scan(SourceFolder folder) {
    try {
      return FolderScan.of(folder);
    } catch (IOException e) {
      throw new InvalidException(
          ErrorCode.INVALID_FIELD,
          "directory",
          "The directory cannot be listed: " + e.getMessage());
    }
  }

  private static Set<String> sourcesOf(SourceFolder folder, FolderScan scan) {
    Set<String> sources = new HashSet<>();
    scan.documents().forEach(file -> sources.add(folder.nameOf(file)));
    return sources;
  }
}

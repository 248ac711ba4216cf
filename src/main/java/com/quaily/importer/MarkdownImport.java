package com.quaily.importer;

import com.quaily.importer.report.ImportOptions;
import com.quaily.importer.report.ImportProgress;
import com.quaily.importer.report.ImportReport;
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
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Imports a folder of Markdown files as Obsidian, Hugo, Jekyll and the Quail clients write them.
 *
 * <p>The order of things: every file is read for its slug and names, so that links between files
 * resolve in any order; then one file after the other is prepared completely, its images are
 * stored, and its post is saved in one step. A file that fails leaves nothing behind but, possibly,
 * images, and the others go on. Running again changes only what has changed.
 */
public final class MarkdownImport {
  private final ImportTarget target;
  private final ImageStore images;
  private final UnaryOperator<String> headingAnchor;
  private final Clock clock;
  private final ImportOptions options;

  /**
   * @param headingAnchor the id that pages give a heading, from its text; applied to such an id it
   *     must return it unchanged
   * @param clock decides what lies in the future
   */
  public MarkdownImport(
      ImportTarget target,
      ImageStore images,
      UnaryOperator<String> headingAnchor,
      Clock clock,
      ImportOptions options) {
    this.target = target;
    this.images = images;
    this.headingAnchor = headingAnchor;
    this.clock = clock;
    this.options = options;
  }

  /**
   * Imports a folder. Not to be called from two threads at once.
   *
   * @param progress told after each document, in the calling thread
   * @return what became of every file; failures of single files are in it and never thrown
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
        new References.Site(options.channel(), first.index(), finder, headingAnchor);
    new SecondPass(
            target,
            new ImageUploads(images),
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
          ErrorCode.INVALID_FIELD, "directory", "The directory cannot be listed: " + e.getMessage());
    }
  }

  private static Set<String> sourcesOf(SourceFolder folder, FolderScan scan) {
    Set<String> sources = new HashSet<>();
    scan.documents().forEach(file -> sources.add(folder.nameOf(file)));
    return sources;
  }
}

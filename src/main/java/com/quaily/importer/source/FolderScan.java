package com.quaily.importer.source;

import com.quaily.importer.report.ImportEntry;
import com.quaily.importer.report.SourceException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Scans a folder once and sorts its content into documents, other files and skipped files. */
public final class FolderScan extends SimpleFileVisitor<Path> {
  private static final Set<String> MARKDOWN = Set.of("md", "markdown", "mdown", "mkd");
  private static final Set<String> OTHER_TEXT =
      Set.of("mdx", "rmd", "org", "adoc", "asciidoc", "rst", "textile");
  private static final Set<String> TEMPLATE_FOLDERS =
      Set.of(
          "templates",
          "template",
          "_templates",
          "archetypes",
          "_layouts",
          "_includes",
          "_sass",
          "_site",
          "_data",
          "node_modules");
  private static final Set<String> HUGO_MACHINERY =
      Set.of("themes", "layouts", "public", "resources", "data", "i18n");
  private static final List<String> HUGO_CONFIGURATIONS =
      List.of(
          "hugo.toml",
          "hugo.yaml",
          "hugo.yml",
          "hugo.json",
          "config.toml",
          "config.yaml",
          "config.yml",
          "config");

  private final SourceFolder folder;
  private final boolean hugoSite;
  private final List<Path> documents = new ArrayList<>();
  private final List<String> others = new ArrayList<>();
  private final List<ImportEntry> leftOut = new ArrayList<>();

  private FolderScan(SourceFolder folder) {
    this.folder = folder;
    Path root = folder.root();
    hugoSite =
        Files.isDirectory(root.resolve("content"))
            && HUGO_CONFIGURATIONS.stream().anyMatch(name -> Files.exists(root.resolve(name)));
  }

  /**
   * Scans the whole folder without following links.
   *
   * @throws IOException when the folder itself cannot be listed
   */
  public static FolderScan of(SourceFolder folder) throws IOException {
    FolderScan scan = new FolderScan(folder);
    Files.walkFileTree(folder.root(), scan);
    scan.documents.sort(Comparator.comparing(folder::nameOf));
    return scan;
  }

  /** The Markdown files, ordered by name. */
  public List<Path> documents() {
    return documents;
  }

  /** The relative paths of all other files, as spelled on the disk: images, audio, PDFs. */
  public List<String> others() {
    return others;
  }

  /** The files that will not be imported, with reasons. */
  public List<ImportEntry> leftOut() {
    return leftOut;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
    if (directory.equals(folder.root())) {
      return FileVisitResult.CONTINUE;
    }
    Optional<String> reason = reasonToSkip(directory);
    if (reason.isEmpty()) {
      return FileVisitResult.CONTINUE;
    }
    leftOut.add(ImportEntry.skipped(folder.nameOf(directory) + "/", reason.get()));
    return FileVisitResult.SKIP_SUBTREE;
  }

  private Optional<String> reasonToSkip(Path directory) {
    String name = directory.getFileName().toString().toLowerCase(Locale.ROOT);
    if (name.startsWith(".")) {
      return Optional.of("hidden folder");
    }
    if (TEMPLATE_FOLDERS.contains(name)) {
      return Optional.of("contains templates or build files, not posts");
    }
    boolean top = directory.getParent().equals(folder.root());
    return hugoSite && top && HUGO_MACHINERY.contains(name)
        ? Optional.of("is a build file of the Hugo site")
        : Optional.empty();
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    String name = folder.nameOf(file);
    String extension = SourceName.extension(name);
    boolean markdown = MARKDOWN.contains(extension);
    if (file.getFileName().toString().startsWith(".")) {
      return FileVisitResult.CONTINUE;
    }
    if (attributes.isSymbolicLink()) {
      if (markdown || Files.isDirectory(file)) {
        leftOut.add(ImportEntry.skipped(name, "symbolic links are not followed"));
      }
    } else if (OTHER_TEXT.contains(extension)) {
      leftOut.add(ImportEntry.skipped(name, "not Markdown"));
    } else if (markdown && SourceName.of(name).isSectionPage()) {
      leftOut.add(ImportEntry.skipped(name, "section page of a Hugo site"));
    } else if (markdown) {
      documents.add(file);
    } else {
      others.add(folder.root().relativize(file).toString());
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
    if (file.equals(folder.root())) {
      throw failure;
    }
    SourceException reason =
        new SourceException(0, "it cannot be read: " + failure.getMessage(), failure);
    leftOut.add(ImportEntry.failed(folder.nameOf(file), reason, List.of()));
    return FileVisitResult.CONTINUE;
  }
}

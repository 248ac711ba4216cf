package com.quaily.service.importing;

import static com.quaily.service.importing.ImportRun.entry;
import static com.quaily.service.importing.ImportRun.warnings;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.importer.ImportMark;
import com.quaily.importer.ImportedState;
import com.quaily.importer.PreparedPost;
import com.quaily.importer.report.ImportOptions;
import com.quaily.importer.report.ImportReport;
import com.quaily.importer.report.ImportStatus;
import com.quaily.importer.source.PostMetadata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes between two runs, and failures during one. */
class ReimportTest {
  private static final byte[] GIF = {'G', 'I', 'F', '8', '9', 'a', 1, 2};

  @TempDir Path temporary;
  private final ImportRun underTest = new ImportRun();

  private Path folder() throws IOException {
    return Files.createDirectories(temporary.resolve("folder"));
  }

  private void write(String name, String text) throws IOException {
    Path file = folder().resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private ImportStatus statusOf(String source, ImportOptions options) throws IOException {
    return entry(underTest.run(folder(), options), source).status();
  }

  private ImportStatus statusOf(String source) throws IOException {
    return statusOf(source, ImportRun.options());
  }

  private static ImportOptions options(boolean publish, boolean overwrite) {
    ImportOptions plain = ImportRun.options();
    return new ImportOptions(
        plain.channel(), publish, overwrite, false, plain.assets(), plain.zone());
  }

  @Test
  void aChangedFileUpdatesItsPost() throws IOException {
    write("a.md", "# One\n\ntext");
    assertEquals(ImportStatus.CREATED, statusOf("a.md"));
    write("a.md", "# One\n\nother text");

    assertEquals(ImportStatus.UPDATED, statusOf("a.md"));
    assertEquals(1, underTest.channel.posts.size());
    assertEquals("other text", underTest.channel.post("a").content());
  }

  @Test
  void aGeneratedSlugDoesNotChangeWithTheTitle() throws IOException {
    write("My note.md", "# First thoughts\n\ntext");
    statusOf("My note.md");
    write("My note.md", "# Second thoughts\n\ntext");

    assertEquals(ImportStatus.UPDATED, statusOf("My note.md"));
    assertEquals("Second thoughts", underTest.channel.post("first-thoughts").metadata().title());
  }

  @Test
  void aGivenSlugRenamesThePostAndTheLinksToIt() throws IOException {
    write("a.md", "text");
    write("b.md", "[[a]]");
    underTest.publish(folder());
    write("a.md", "---\nslug: alpha\n---\ntext");

    ImportReport report = underTest.publish(folder());

    assertEquals(ImportStatus.UPDATED, entry(report, "a.md").status());
    assertEquals(ImportStatus.UPDATED, entry(report, "b.md").status());
    assertEquals(2, underTest.channel.posts.size());
    assertEquals("[a](/letters/p/alpha)", underTest.channel.post("b").content());
  }

  @Test
  void aChangedImageChangesThePost() throws IOException {
    write("a.md", "![x](x.gif)");
    Files.write(folder().resolve("x.gif"), GIF);
    statusOf("a.md");
    Files.write(folder().resolve("x.gif"), new byte[] {'G', 'I', 'F', '8', '9', 'a', 1, 2, 3});

    assertEquals(ImportStatus.UPDATED, statusOf("a.md"));
    assertEquals("![x](/media/x.gif-9.webp)", underTest.channel.post("a").content());
  }

  @Test
  void aMissingImageIsImportedInTheNextRun() throws IOException {
    write("a.md", "![x](x.gif)");
    assertEquals(
        List.of("1: image removed: x.gif: no such file in the folder"),
        warnings(underTest.publish(folder()), "a.md"));
    Files.write(folder().resolve("x.gif"), GIF);

    assertEquals(ImportStatus.UPDATED, statusOf("a.md"));
    assertEquals("![x](/media/x.gif-8.webp)", underTest.channel.post("a").content());
  }

  @Test
  void draftsArePublishedByALaterRunThatSaysSo() throws IOException {
    write("a.md", "text");
    assertEquals(ImportStatus.DRAFT, statusOf("a.md", options(false, false)));
    assertEquals(ImportStatus.UNCHANGED, statusOf("a.md", options(false, false)));

    assertEquals(ImportStatus.UPDATED, statusOf("a.md", options(true, false)));
    assertTrue(underTest.channel.stored("a").orElseThrow().published());
  }

  @Test
  void aPublishedPostIsNeverUnpublished() throws IOException {
    write("a.md", "text");
    statusOf("a.md");
    write("a.md", "---\ndraft: true\n---\ntext!");

    ImportReport report = underTest.publish(folder());

    assertEquals(ImportStatus.UPDATED, entry(report, "a.md").status());
    assertEquals(
        List.of("0: marked as a draft, but its post is already published and stays published"),
        warnings(report, "a.md"));
    assertTrue(underTest.channel.stored("a").orElseThrow().published());
  }

  @Test
  void aMovedFileKeepsItsPost() throws IOException {
    write("a.md", "text");
    statusOf("a.md");
    Files.createDirectories(folder().resolve("b"));
    Files.move(folder().resolve("a.md"), folder().resolve("b/a.md"));

    assertEquals(ImportStatus.UPDATED, statusOf("b/a.md"));
    assertEquals(ImportStatus.UNCHANGED, statusOf("b/a.md"));
    assertEquals(1, underTest.channel.posts.size());
  }

  @Test
  void aPostWrittenByHandIsReplacedOnlyOnDemand() throws IOException {
    write("a.md", "from the folder");
    PostMetadata metadata = new PostMetadata("A", "", List.of(), "", "", "");
    underTest.channel.addHandWritten(
        new PreparedPost(
            "a",
            metadata,
            "by hand",
            "",
            new ImportedState(true, Optional.empty(), Optional.empty()),
            new ImportMark("", "")));

    ImportReport refused = underTest.publish(folder());

    assertEquals(ImportStatus.FAILED, entry(refused, "a.md").status());
    assertTrue(entry(refused, "a.md").reason().contains("--overwrite"));
    assertEquals("by hand", underTest.channel.post("a").content());
    assertEquals(ImportStatus.UPDATED, statusOf("a.md", options(true, true)));
    assertEquals("from the folder", underTest.channel.post("a").content());
  }

  @Test
  void anExistingPostKeepsItsSlugWhenTwoFilesRequestIt() throws IOException {
    write("z.md", "---\nslug: same\n---\nfirst");
    statusOf("z.md");
    write("a.md", "---\nslug: same\n---\nsecond");

    ImportReport report = underTest.publish(folder());

    assertEquals(ImportStatus.UNCHANGED, entry(report, "z.md").status());
    assertEquals(ImportStatus.FAILED, entry(report, "a.md").status());
    assertEquals("first", underTest.channel.post("same").content());
  }

  @Test
  void anImageThatTheStoreRefusesFailsItsFileOnly() throws IOException {
    write("a.md", "![x](x.gif)");
    write("b.md", "text");
    Files.write(folder().resolve("x.gif"), GIF);
    underTest.channel.refusedImage = Optional.of("x.gif");

    ImportReport report = underTest.publish(folder());

    assertEquals("x.gif: The image cannot be decoded.", entry(report, "a.md").reason());
    assertEquals(List.of("b"), underTest.channel.saved);
  }

  @Test
  void anOutageEndsTheRunAndTheNextOneContinues() throws IOException {
    for (String name : List.of("a", "b", "c")) {
      write(name + ".md", "text");
    }
    underTest.channel.savesUntilOutage = 1;

    ImportReport report = underTest.publish(folder());

    assertEquals(List.of("a"), underTest.channel.saved);
    assertEquals("The database is away.", entry(report, "b.md").reason());
    assertEquals("not attempted: The database is away.", entry(report, "c.md").reason());
    underTest.channel.savesUntilOutage = Integer.MAX_VALUE;
    underTest.publish(folder());
    assertEquals(List.of("a", "b", "c"), underTest.channel.saved);
  }

  @Test
  void symbolicLinksAreNotFollowed() throws IOException {
    Path outside = Files.createDirectories(temporary.resolve("outside"));
    Files.writeString(outside.resolve("secret.md"), "secret");
    Files.write(outside.resolve("secret.gif"), GIF);
    write("a.md", "![x](link.gif) ![y](dir/secret.gif) [[secret]]");
    Files.createSymbolicLink(folder().resolve("link.gif"), outside.resolve("secret.gif"));
    Files.createSymbolicLink(folder().resolve("dir"), outside);
    Files.createSymbolicLink(folder().resolve("secret.md"), outside.resolve("secret.md"));
    Files.createSymbolicLink(folder().resolve("loop"), folder());

    ImportReport report = underTest.publish(folder());

    assertEquals(List.of(), underTest.channel.uploads);
    assertEquals(List.of("a"), underTest.channel.saved);
    assertEquals("x y secret", underTest.channel.post("a").content());
    for (String source : List.of("dir", "loop", "secret.md")) {
      assertEquals(ImportStatus.SKIPPED, entry(report, source).status(), source);
    }
  }

  @Test
  void imagesOfASecondFolderAreFoundByTheirPathOnTheSite() throws IOException {
    Path assets = Files.createDirectories(temporary.resolve("static/img"));
    Files.write(assets.resolve("x.gif"), GIF);
    write("a.md", "![x](/img/x.gif) ![y](/../outside.gif)");
    Files.write(temporary.resolve("outside.gif"), GIF);
    ImportOptions plain = ImportRun.options();
    ImportOptions options =
        new ImportOptions(
            plain.channel(),
            true,
            false,
            false,
            Optional.of(temporary.resolve("static")),
            plain.zone());

    statusOf("a.md", options);

    assertEquals("![x](/media/x.gif-8.webp) y", underTest.channel.post("a").content());
  }

  @Test
  void filesAndImagesBeyondTheLimitsAreRefused() throws IOException {
    write("big.md", "x".repeat(2 * 1024 * 1024 + 1));
    write("a.md", "![x](big.gif)");
    byte[] image = new byte[5 * 1024 * 1024 + 1];
    System.arraycopy(GIF, 0, image, 0, GIF.length);
    Files.write(folder().resolve("big.gif"), image);

    ImportReport report = underTest.publish(folder());

    assertEquals("the file is larger than 2 MB", entry(report, "big.md").reason());
    assertEquals(
        List.of("1: image removed: big.gif is larger than 5 MB"), warnings(report, "a.md"));
  }

  @Test
  void aFolderNamedLikeAFileIsNotADocument() throws IOException {
    write("a.md", "text");
    Files.createDirectories(folder().resolve("odd.md"));

    assertEquals(ImportStatus.CREATED, statusOf("a.md"));
    assertFalse(underTest.channel.stored("odd").isPresent());
  }
}

package com.quaily.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.quaily.importer.report.ImportOptions;
import com.quaily.importer.report.ImportProgress;
import com.quaily.importer.report.ImportReport;
import com.quaily.importer.report.ImportStatus;
import com.quaily.model.error.InvalidException;
import com.quaily.service.importing.ImportRun;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every import, whatever its files come from. */
class MarkdownImportTest {

  private final ImportRun underTest = new ImportRun();

  @ParameterizedTest
  @ValueSource(strings = {"obsidian", "hugo", "jekyll", "quail"})
  void runningAgainChangesNothing(String corpus) {
    underTest.publish(corpus);
    underTest.channel.saved.clear();
    underTest.channel.uploads.clear();

    ImportReport again = underTest.publish(corpus);

    assertEquals(List.of(), underTest.channel.saved);
    assertEquals(List.of(), underTest.channel.uploads);
    assertEquals(
        0, again.totals().get(ImportStatus.CREATED) + again.totals().get(ImportStatus.UPDATED));
    assertEquals(0, again.exitStatus());
  }

  @Test
  void everyImageIsUploadedOnceARun() {
    underTest.publish("jekyll");

    assertEquals(List.of("kettle.gif"), underTest.channel.uploads);
  }

  @Test
  void aDryRunReportsTheSameAndChangesNothing() {
    ImportOptions plain = ImportRun.options();
    ImportOptions dry =
        new ImportOptions(plain.channel(), true, false, true, plain.assets(), plain.zone());

    ImportReport trial = underTest.run(ImportRun.corpus("hugo"), dry);

    assertEquals(List.of(), underTest.channel.saved);
    assertEquals(List.of(), underTest.channel.uploads);
    assertEquals(underTest.publish("hugo").entries(), trial.entries());
  }

  @Test
  void progressIsReportedForEveryDocument() {
    List<ImportProgress> told = new ArrayList<>();
    new MarkdownImport(
            underTest.channel,
            underTest.channel,
            heading -> heading,
            content -> List.of(),
            Clock.systemUTC(),
            ImportRun.options())
        .run(ImportRun.corpus("broken"), told::add);

    assertEquals(15, told.size());
    assertEquals(15, told.get(14).done());
    assertEquals(15, told.get(0).total());
  }

  @Test
  void aFolderThatDoesNotExistIsRefused() {
    assertThrows(InvalidException.class, () -> underTest.publish(Path.of("no", "such", "folder")));
  }
}

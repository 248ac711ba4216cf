package com.quaily.service.importing;

import static com.quaily.service.importing.ImportRun.entry;
import static com.quaily.service.importing.ImportRun.warnings;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.importer.report.ImportEntry;
import com.quaily.importer.report.ImportReport;
import com.quaily.importer.report.ImportStatus;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Invalid and malicious files. */
class BrokenFilesImportTest {

  private final ImportRun underTest = new ImportRun();

  @ParameterizedTest
  @CsvSource({
    "bad-utf8.md, 4, not valid UTF-8",
    "json.md, 3, not valid JSON",
    "long-title.md, 0, 201 characters",
    "nul.md, 3, NUL",
    "same-slug-2.md, 0, already used by same-slug-1.md",
    "toml.md, 3, not valid TOML",
    "yaml-bomb.md, 1, aliases",
    "yaml-colon.md, 3, must be quoted",
    "yaml-object.md, 2, tag is not allowed",
    "yaml-scalar.md, 2, is not a list",
    "yaml-twice.md, 3, duplicate key",
    "yaml-unclosed.md, 1, is not closed"
  })
  void aBrokenFileIsReportedWithItsLineAndNothingOfItIsSaved(
      String source, int line, String reason) {
    ImportReport report = underTest.publish("broken");

    ImportEntry entry = entry(report, source);
    assertEquals(ImportStatus.FAILED, entry.status());
    assertEquals(line, entry.line());
    assertTrue(entry.reason().contains(reason), entry.reason());
    assertEquals(1, report.exitStatus());
    assertEquals(List.of("hostile", "twin", "soft"), underTest.channel.saved);
  }

  @Test
  void pathsThatLeadOutAreNeverRead() {
    underTest.publish("broken");

    assertEquals(List.of(), underTest.channel.uploads);
    assertEquals("a\nb\nc\nd\nsecret.png\ne\nf g", underTest.post("hostile").content());
    assertEquals("", underTest.post("hostile").coverImageUrl());
  }

  @Test
  void fieldsThatAreNotUnderstoodAreReportedAndTheRestIsKept() {
    ImportReport report = underTest.publish("broken");

    assertEquals(20, underTest.post("soft").metadata().tags().size());
    assertEquals(4, warnings(report, "soft.md").size(), () -> "" + warnings(report, "soft.md"));
  }
}

package com.quaily.service.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.quaily.importer.report.ImportEntry;
import com.quaily.importer.report.ImportReport;
import com.quaily.importer.report.ImportStatus;
import com.quaily.importer.report.ImportWarning;
import com.quaily.importer.report.ReportJson;
import com.quaily.importer.report.ReportTable;
import com.quaily.importer.report.SourceException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  private final ImportReport report =
      new ImportReport(
          ImportRun.options(),
          List.of(
              ImportEntry.of(
                  "日記/雨.md",
                  ImportStatus.CREATED,
                  "ame",
                  List.of(new ImportWarning(7, "link left out"))),
              ImportEntry.failed("bad\u001b[2J.md", new SourceException(3, "broken"), List.of())));

  @Test
  void theTableAlignsWideCharactersAndDefusesControlCharacters() {
    assertEquals(
        """
        STATUS     FILE        SLUG
        created    日記/雨.md  ame
                   ! line 7: link left out
        failed     bad?[2J.md        line 3: broken

        1 created, 0 updated, 0 unchanged, 0 draft, 0 skipped, 1 failed; warnings: 1
        """,
        ReportTable.of(report));
  }

  @Test
  void theJsonHoldsTotalsAndEveryFile(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("report.json");

    ReportJson.write(report, file);

    JsonNode json = new ObjectMapper().readTree(file.toFile());
    assertEquals("letters", json.get("channel").asText());
    assertEquals(1, json.at("/totals/failed").asInt());
    assertEquals("created", json.at("/files/0/status").asText());
    assertEquals(7, json.at("/files/0/warnings/0/line").asInt());
    assertEquals("broken", json.at("/files/1/reason").asText());
  }
}

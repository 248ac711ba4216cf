package com.quaily.service.importing;

import static com.quaily.service.importing.ImportRun.at;
import static com.quaily.service.importing.ImportRun.entry;
import static com.quaily.service.importing.ImportRun.warnings;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.importer.PreparedPost;
import com.quaily.importer.report.ImportEntry;
import com.quaily.importer.report.ImportReport;
import com.quaily.importer.report.ImportStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Import of an Obsidian vault. */
class ObsidianImportTest {

  private final ImportRun underTest = new ImportRun();

  @Test
  void anObsidianNoteKeepsItsLinksImagesTagsAndCover() {
    underTest.publish("obsidian");

    PreparedPost coffee = underTest.post("brewing-coffee");
    assertEquals(List.of("coffee", "kitchen", "brewing"), coffee.metadata().tags());
    assertEquals(at("2024-04-30T22:30:00Z"), coffee.publication().date());
    assertEquals("/media/Pasted_image_20240501.png-73.webp", coffee.coverImageUrl());
    assertEquals(
        """
        The kettle matters less than [Water](/letters/p/water). See [Water > How hard is hard?](/letters/p/water#how-hard-is-hard), or
        [the long story of the grinder](/letters/p/grinder), or Nowhere.

        ![|300](/media/Pasted_image_20240501.png-73.webp)
        ![A bowl from Mino|320x200](/media/茶碗.png-73.webp)
        drawing.svg


        > [!tip]- Rinse the paper
        > It tastes of [paper](/letters/p/water) otherwise.

        | Dose | Note |
        | --- | --- |
        | 15 g | [soft water](/letters/p/water) |

        Inside code nothing changes: `[[Water]]` and ``a ` [[Water]]``.

        ```dataview
        LIST FROM [[Water]] WHERE ![[x.png]]
        ```

            [[Water]] in indented code

        The sum $[[a]] + [[b]]$ is no link, and \\[[Water]] is escaped.\
        """,
        coffee.content());
  }

  @Test
  void obsidianLinksResolveByAliasTitlePathAndNearestFolder() {
    ImportReport report = underTest.publish("obsidian");

    String water = underTest.post("water").content();
    assertTrue(water.contains("[Pour-over](/letters/p/brewing-coffee)"), water);
    assertTrue(water.contains("[手冲](/letters/p/brewing-coffee)"), water);
    assertTrue(water.contains("[the grinder](/letters/p/grinder#burrs)"), water);
    assertTrue(underTest.post("grinder").content().contains("[Index](/letters/p/kitchen)"));
    assertTrue(
        warnings(report, "Water.md")
            .contains(
                "10: link removed: \"Index\" is ambiguous: garden/Index.md, kitchen/Index.md"));
  }

  @Test
  void otherFilesInAVaultAreSkippedAndReported() {
    ImportReport report = underTest.publish("obsidian");

    for (String source :
        List.of(".obsidian/", ".trash/", "Templates/", "Sketch.excalidraw.md", "Empty.md")) {
      assertEquals(ImportStatus.SKIPPED, entry(report, source).status(), source);
      assertFalse(entry(report, source).reason().isEmpty(), source);
    }
  }

  @Test
  void japaneseAndChineseNotesAreUnderstood() {
    ImportReport report = underTest.publish("obsidian");

    ImportEntry draft = entry(report, "中文笔记.md");
    assertEquals(ImportStatus.DRAFT, draft.status());
    assertEquals(List.of("茶", "日常"), underTest.post(draft.slug()).metadata().tags());
    PreparedPost rain = underTest.post(entry(report, "日記/雨の日.md").slug());
    assertEquals("雨の日のこと", rain.metadata().title());
    assertEquals("ja-JP", rain.metadata().lang());
    assertEquals(at("2024-06-11T15:00:00Z"), rain.publication().date());
    assertTrue(rain.content().startsWith("朝から雨。[中国語のノート](/letters/p/" + draft.slug() + ")"));
    assertEquals(List.of("10: links to 中文笔记.md, which is a draft"), warnings(report, "日記/雨の日.md"));
  }
}

package com.quaily.service.importing;

import static com.quaily.service.importing.ImportRun.at;
import static com.quaily.service.importing.ImportRun.entry;
import static com.quaily.service.importing.ImportRun.warnings;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.importer.PreparedPost;
import com.quaily.importer.report.ImportReport;
import com.quaily.importer.report.ImportStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Import of a Jekyll site. */
class JekyllImportTest {

  private final ImportRun underTest = new ImportRun();

  @Test
  void aJekyllPostKeepsItsDateLiquidTagsAndAssets() {
    ImportReport report = underTest.publish("jekyll");

    PreparedPost first = underTest.post("first-post");
    assertEquals(at("2019-03-08T15:00:00Z"), first.publication().date());
    assertEquals(List.of("writing", "habits", "notes"), first.metadata().tags());
    assertEquals("/media/kettle.gif-43.webp", first.coverImageUrl());
    assertEquals(
        """
        ![A kettle](/media/kettle.gif-43.webp)



        ```ruby
        puts "{{ site.title }} [[not]] ![a](link.png)"
        ```

        Then [the second](/letters/p/second) or [by link](/letters/p/second#end).
        A literal {{ template }}.\
        """,
        first.content());
    assertEquals(
        List.of(
            "11: removed: {: .center width=\"50%\"} is not supported",
            "14: removed: {:toc} is not supported"),
        warnings(report, "_posts/2019-03-09-first-post.md"));
  }

  @Test
  void jekyllPermalinksGiveSlugsAndDraftsStayDrafts() {
    ImportReport report = underTest.publish("jekyll");

    assertEquals("A summary over two lines.", underTest.post("second").metadata().summary());
    assertTrue(
        underTest.post("second").content().startsWith("Back to [first](/letters/p/first-post)."));
    assertTrue(
        underTest
            .post("second")
            .content()
            .contains("<img src=\"/media/kettle.gif-43.webp\" alt='kettle'>"));
    assertEquals(
        "This is [the first post](/letters/p/first-post).", underTest.post("about").content());
    assertEquals(ImportStatus.DRAFT, entry(report, "_drafts/half-finished.md").status());
    assertEquals(ImportStatus.DRAFT, entry(report, "_posts/2022-07-01-zhongwen.md").status());
    assertEquals(List.of("日本", "東京 散歩"), underTest.post("nihongo").metadata().tags());
  }
}

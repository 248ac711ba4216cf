package com.quaily.service.importing;

import static com.quaily.service.importing.ImportRun.at;
import static com.quaily.service.importing.ImportRun.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.importer.PreparedPost;
import com.quaily.importer.report.ImportStatus;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Import of a Hugo site. */
class HugoImportTest {

  private final ImportRun underTest = new ImportRun();

  @Test
  void aHugoPostKeepsItsShortcodesReferencesAndStaticImages() {
    underTest.publish("hugo");

    PreparedPost harbour = underTest.post("harbour-at-five");
    assertEquals("Boats, mostly.", harbour.metadata().summary());
    assertEquals(List.of("sea", "Morning walks", "Places"), harbour.metadata().tags());
    assertEquals("/media/harbour.jpg-22.webp", harbour.coverImageUrl());
    assertEquals(at("2024-04-30T20:00:00Z"), harbour.publication().date());
    assertEquals(at("2024-05-02T15:00:00Z"), harbour.publication().modified());
    assertEquals(
        """
        ![The quay|600](/media/harbour.jpg-22.webp "Before the *boats*")



        Look at [the bundle](/letters/p/lighthouse) or [again](/letters/p/lighthouse#steps).

        ![](https://www.youtube.com/watch?v=w7Ft2ymGmfc)

        ![](https://x.com/quaily/status/1453110110599868418)

        ```go
        fmt.Println("{{< youtube x >}} stays")
        ```

        {{% notice tip %}}
        Bring a coat.
        {{% /notice %}}

        Done.\
        """,
        harbour.content());
  }

  @Test
  void aHugoBundleFindsTheImagesBesideItAndOldAddresses() {
    underTest.publish("hugo");

    PreparedPost lighthouse = underTest.post("lighthouse");
    assertEquals("/media/tower.png-73.webp", lighthouse.coverImageUrl());
    assertTrue(
        lighthouse
            .content()
            .endsWith(
                "From [the harbour](/letters/p/harbour-at-five) you "
                    + "[walk](/letters/p/harbour-at-five). [Nothing](/nothing/here/) here."));
  }

  @ParameterizedTest
  @CsvSource({
    "content/_index.md, SKIPPED",
    "content/posts/_index.md, SKIPPED",
    "archetypes/, SKIPPED",
    "themes/, SKIPPED",
    "content/posts/future.md, DRAFT",
    "content/posts/json.md, DRAFT",
    "content/posts/minato.ja.md, CREATED",
    "content/posts/gangkou.zh-cn.md, CREATED"
  })
  void theFilesOfAHugoSiteAreClassified(String source, ImportStatus status) {
    assertEquals(status, entry(underTest.publish("hugo"), source).status());
  }

  @Test
  void languagesInHugoFileNamesAndHtmlInTextAreKept() {
    underTest.publish("hugo");

    assertEquals("ja", underTest.post("asa-no-minato").metadata().lang());
    PreparedPost chinese = underTest.post("gangkou-zh-cn");
    assertEquals("zh-CN", chinese.metadata().lang());
    assertEquals(
        "五点的港口。<a href=\"/letters/p/harbour-at-five\">英文</a> "
            + "<img src=\"/media/harbour.jpg-22.webp\" alt=\"港口\" width=\"300\">",
        chinese.content());
  }
}

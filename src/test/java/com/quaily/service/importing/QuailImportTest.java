package com.quaily.service.importing;

import static com.quaily.service.importing.ImportRun.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.importer.PreparedPost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Import of files of the Quail clients and of plain files. */
class QuailImportTest {

  private final ImportRun underTest = new ImportRun();

  @Test
  void filesOfTheQuailClientsAreImportedUnchanged() {
    underTest.publish("quail");

    PreparedPost plain = underTest.post("a-plain-post");
    assertEquals("https://images.example/cover.jpg", plain.coverImageUrl());
    assertEquals(at("2024-05-01T01:00:00Z"), plain.publication().date());
    assertEquals("light", plain.metadata().theme());
    assertEquals(
        "Some words, then a wall.\n\n<!--paywall-->\n\n"
            + "The rest is for [members](/letters/p/for-members).",
        plain.content());
    assertEquals(at("2024-05-01T00:00:00Z"), underTest.post("for-members").publication().date());
    assertEquals("members", underTest.post("for-members").metadata().translationKey());
    assertEquals("", plain.metadata().translationKey());
    assertTrue(
        underTest
            .post("for-members")
            .content()
            .contains("![local|50%](/media/dot.png-73.webp?align=left)"));
  }

  @ParameterizedTest
  @CsvSource({
    "crlf-and-bom, Windows wrote this",
    "utf16, メモ帳で書いた",
    "setext, The title is underlined",
    "no-front-matter, no-front-matter",
    "shu-ru-fa-de-gu-shi, 输入法的故事"
  })
  void titlesAreFoundInEveryEncodingAndPlace(String slug, String title) {
    underTest.publish("quail");

    assertEquals(title, underTest.post(slug).metadata().title());
    assertFalse(underTest.post(slug).content().contains("\r"));
    assertFalse(underTest.post(slug).content().contains("==="));
  }
}

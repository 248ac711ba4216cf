package com.quaily.service.importing;

import static com.quaily.service.importing.ImportRun.entry;
import static com.quaily.service.importing.ImportRun.warnings;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.model.InvalidException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownImportTest {
  private final ImportRun underTest = new ImportRun();

  private PreparedPost post(String slug) {
    return underTest.channel.post(slug);
  }

  private static Optional<Instant> at(String moment) {
    return Optional.of(Instant.parse(moment));
  }

  @Test
  void anObsidianNoteKeepsItsLinksImagesTagsAndCover() {
    underTest.publish("obsidian");

    PreparedPost coffee = post("brewing-coffee");
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

        The sum $[[a]] + [[b]]$ is no link, and \\[[Water]] is escaped.""",
        coffee.content());
  }

  @Test
  void obsidianLinksResolveByAliasTitlePathAndNearestFolder() {
    ImportReport report = underTest.publish("obsidian");

    String water = post("water").content();
    assertTrue(water.contains("[Pour-over](/letters/p/brewing-coffee)"), water);
    assertTrue(water.contains("[手冲](/letters/p/brewing-coffee)"), water);
    assertTrue(water.contains("[the grinder](/letters/p/grinder#burrs)"), water);
    assertTrue(post("grinder").content().contains("[Index](/letters/p/kitchen)"));
    assertTrue(
        warnings(report, "Water.md")
            .contains(
                "10: link left out: \"Index\" may mean any of garden/Index.md, kitchen/Index.md"));
  }

  @Test
  void whatIsNoWritingInAVaultIsSkippedAndSaidSo() {
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
    assertEquals(List.of("茶", "日常"), post(draft.slug()).metadata().tags());
    PreparedPost rain = post(entry(report, "日記/雨の日.md").slug());
    assertEquals("雨の日のこと", rain.metadata().title());
    assertEquals("ja-JP", rain.metadata().lang());
    assertEquals(at("2024-06-11T15:00:00Z"), rain.publication().date());
    assertTrue(rain.content().startsWith("朝から雨。[中国語のノート](/letters/p/" + draft.slug() + ")"));
    assertEquals(List.of("10: links to 中文笔记.md, which is a draft"), warnings(report, "日記/雨の日.md"));
  }

  @Test
  void aHugoPostKeepsItsShortcodesReferencesAndStaticImages() {
    underTest.publish("hugo");

    PreparedPost harbour = post("harbour-at-five");
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

        Done.""",
        harbour.content());
  }

  @Test
  void aHugoBundleFindsTheImagesBesideItAndOldAddresses() {
    underTest.publish("hugo");

    PreparedPost lighthouse = post("lighthouse");
    assertEquals("/media/tower.png-73.webp", lighthouse.coverImageUrl());
    assertTrue(
        lighthouse
            .content()
            .endsWith(
                "From [the harbour](/letters/p/harbour-at-five) you "
                    + "[walk](/letters/p/harbour-at-five). Nothing here."));
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
  void theFilesOfAHugoSiteAreToldApart(String source, ImportStatus status) {
    assertEquals(status, entry(underTest.publish("hugo"), source).status());
  }

  @Test
  void languagesInHugoFileNamesAndHtmlInTextAreKept() {
    underTest.publish("hugo");

    assertEquals("ja", post("asa-no-minato").metadata().lang());
    PreparedPost chinese = post("gangkou-zh-cn");
    assertEquals("zh-CN", chinese.metadata().lang());
    assertEquals(
        "五点的港口。<a href=\"/letters/p/harbour-at-five\">英文</a> "
            + "<img src=\"/media/harbour.jpg-22.webp\" alt=\"港口\" width=\"300\">",
        chinese.content());
  }

  @Test
  void aJekyllPostKeepsItsDateLiquidTagsAndAssets() {
    ImportReport report = underTest.publish("jekyll");

    PreparedPost first = post("first-post");
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
        A literal {{ template }}.""",
        first.content());
    assertEquals(
        List.of(
            "11: left out: {: .center width=\"50%\"} is not supported",
            "14: left out: {:toc} is not supported"),
        warnings(report, "_posts/2019-03-09-first-post.md"));
  }

  @Test
  void jekyllPermalinksGiveSlugsAndDraftsStayDrafts() {
    ImportReport report = underTest.publish("jekyll");

    assertEquals("A summary over two lines.", post("second").metadata().summary());
    assertTrue(post("second").content().startsWith("Back to [first](/letters/p/first-post)."));
    assertTrue(
        post("second").content().contains("<img src=\"/media/kettle.gif-43.webp\" alt='kettle'>"));
    assertEquals("This is [the first post](/letters/p/first-post).", post("about").content());
    assertEquals(ImportStatus.DRAFT, entry(report, "_drafts/half-finished.md").status());
    assertEquals(ImportStatus.DRAFT, entry(report, "_posts/2022-07-01-zhongwen.md").status());
    assertEquals(List.of("日本", "東京 散歩"), post("nihongo").metadata().tags());
  }

  @Test
  void filesOfTheQuailClientsComeInAsTheyAre() {
    underTest.publish("quail");

    PreparedPost plain = post("a-plain-post");
    assertEquals("https://images.example/cover.jpg", plain.coverImageUrl());
    assertEquals(at("2024-05-01T01:00:00Z"), plain.publication().date());
    assertEquals("light", plain.metadata().theme());
    assertEquals(
        "Some words, then a wall.\n\n<!--paywall-->\n\n"
            + "The rest is for [members](/letters/p/for-members).",
        plain.content());
    assertEquals(at("2024-05-01T00:00:00Z"), post("for-members").publication().date());
    assertEquals("members", post("for-members").metadata().translationKey());
    assertEquals("", plain.metadata().translationKey());
    assertTrue(
        post("for-members").content().contains("![local|50%](/media/dot.png-73.webp?align=left)"));
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

    assertEquals(title, post(slug).metadata().title());
    assertFalse(post(slug).content().contains("\r"));
    assertFalse(post(slug).content().contains("==="));
  }

  @ParameterizedTest
  @CsvSource({
    "bad-utf8.md, 4, not valid UTF-8",
    "json.md, 3, not valid JSON",
    "long-title.md, 0, 201 characters",
    "nul.md, 3, NUL",
    "same-slug-2.md, 0, already that of same-slug-1.md",
    "toml.md, 3, not valid TOML",
    "yaml-bomb.md, 1, aliases",
    "yaml-colon.md, 3, must be put in quotes",
    "yaml-object.md, 2, tag is not allowed",
    "yaml-scalar.md, 2, is not a list",
    "yaml-twice.md, 3, duplicate key",
    "yaml-unclosed.md, 1, never closed"
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
    assertEquals("a\nb\nc\nd\nsecret.png\ne\nf g", post("hostile").content());
    assertEquals("", post("hostile").coverImageUrl());
  }

  @Test
  void fieldsThatAreNotUnderstoodAreReportedAndTheRestIsKept() {
    ImportReport report = underTest.publish("broken");

    assertEquals(20, post("soft").metadata().tags().size());
    assertEquals(4, warnings(report, "soft.md").size(), () -> "" + warnings(report, "soft.md"));
  }

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
  void aDryRunReportsTheSameAndTouchesNothing() {
    ImportOptions plain = ImportRun.options();
    ImportOptions dry =
        new ImportOptions(plain.channel(), true, false, true, plain.assets(), plain.zone());

    ImportReport trial = underTest.run(ImportRun.corpus("hugo"), dry);

    assertEquals(List.of(), underTest.channel.saved);
    assertEquals(List.of(), underTest.channel.uploads);
    assertEquals(underTest.publish("hugo").entries(), trial.entries());
  }

  @Test
  void progressIsToldForEveryDocument() {
    List<ImportProgress> told = new ArrayList<>();
    new MarkdownImport(
            underTest.channel,
            underTest.channel,
            heading -> heading,
            java.time.Clock.systemUTC(),
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

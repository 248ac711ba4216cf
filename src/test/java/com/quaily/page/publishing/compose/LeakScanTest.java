package com.quaily.page.publishing.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.model.post.Post;
import com.quaily.model.post.PostInput;
import com.quaily.testing.TestNewsroom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Paid content must not appear in public text. */
class LeakScanTest {

  private static final String SECRET =
      "The treasure lies *three* steps [north](https://example.org/map) of the old lighthouse";
  private static final String SECRET_CJK = "宝物は古い灯台から北へ三歩のところに埋められているのである";

  private static TestNewsroom newsroom;

  @BeforeAll
  static void open() {
    newsroom = TestNewsroom.open();
  }

  @AfterAll
  static void close() {
    newsroom.close();
  }

  private static void save(String slug, String title, String summary, String content) {
    newsroom
        .posts()
        .upsert(
            newsroom.owner(),
            newsroom.channel(),
            new PostInput(
                slug,
                title,
                summary,
                content,
                null,
                TestNewsroom.date(1),
                null,
                List.of(),
                null,
                null,
                null,
                null));
  }

  private static void assertRefused(String title, String summary, String content) {
    InvalidException refusal =
        assertThrows(InvalidException.class, () -> save("leak", title, summary, content));
    assertEquals(ErrorCode.PAYWALL_LEAK, refusal.code());
    assertEquals(0, newsroom.count("post where slug = 'leak'"));
  }

  @Test
  void rejectsASummaryThatRevealsASentenceOfThePaidPart() {
    assertRefused(
        "A hunt",
        "In short: the treasure lies three steps north of the old lighthouse!",
        "Free.\n\n<!--paywall-->\n\nIntroduction. " + SECRET + ". And so on.");
  }

  @Test
  void refusesASentenceInIdeographs() {
    assertRefused("狩り", "要約。" + SECRET_CJK, "無料。\n\n<!--paywall-->\n\n" + SECRET_CJK + "。続き。");
  }

  @Test
  void namesTheBeginningOfTheSentence() {
    InvalidException refusal =
        assertThrows(
            InvalidException.class,
            () -> save("leak", "A", SECRET, "Free\n\n<!--paywall-->\n\n" + SECRET));
    assertTrue(refusal.getMessage().contains("The treasure lies"), refusal.getMessage());
  }

  @Test
  void allowsTextThatIsAlsoInTheFreePart() {
    save("open", "A hunt", SECRET, SECRET + ".\n\n<!--paywall-->\n\n" + SECRET + ". More.");
    assertEquals(1, newsroom.count("post where slug = 'open'"));
  }

  @Test
  void allowsShortSentencesAndHeadings() {
    String title = "A long title that the paid part repeats as its first heading";
    save("short", title, "Buy it now.", "Free\n\n<!--paywall-->\n\n# " + title + "\n\nBuy it now.");
    assertEquals(1, newsroom.count("post where slug = 'short'"));
  }

  /** Generous: only a scan that would never end reaches it. */
  private static final Duration NEVER_ENDING = Duration.ofMinutes(5);

  @ParameterizedTest
  @ValueSource(strings = {"](", "<", "<a ", "&a", "&#1", "a. ", "[](", "# ", " ", "。", "](<"})
  void readsLongTextsInOneGo(String piece) {
    String text = piece.repeat(300_000 / piece.length());
    Post post =
        new TestPost(text, text + "\n\n" + SECRET + "\n\n" + text + " Another sentence " + text)
            .post();

    assertTimeoutPreemptively(
        NEVER_ENDING,
        () -> {
          LeakScan underTest = LeakScan.of(post);
          assertEquals(Optional.empty(), underTest.find(text + " nothing of it"));
          assertTrue(underTest.find(text + ") > " + SECRET).isPresent());
        });
  }

  @Test
  void findsEachOfManySentencesThatAreAlike() {
    List<String> sentences =
        IntStream.range(0, 9_000)
            .mapToObj(i -> "The same beginning of every sentence, and the number " + i + ".")
            .toList();
    LeakScan underTest = LeakScan.of(new TestPost("Free.", String.join(" ", sentences)).post());

    assertTimeoutPreemptively(
        NEVER_ENDING,
        () -> {
          String page = "<p>" + "The same beginning of every sentence, ".repeat(20_000) + "</p>";
          assertEquals(Optional.empty(), underTest.find(page));
          assertTrue(underTest.find(page + sentences.get(8_765)).isPresent());
        });
  }

  /** A post of these parts. */
  private record TestPost(String free, String paid) {
    Post post() {
      Instant now = Instant.EPOCH;
      return new Post(
          1, 1, 1, "slug", "", "", free, paid, "", List.of(), "", "", Map.of(), List.of(), null,
          null, null, null, null, 0, 0, 0, now, now);
    }
  }
}

package com.quaily.page.publishing.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.model.post.PostInput;
import com.quaily.testing.TestNewsroom;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

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
}

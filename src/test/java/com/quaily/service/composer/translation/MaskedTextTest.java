package com.quaily.service.composer.translation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MaskedTextTest {

  private static Optional<String> roundTrip(String block) {
    MaskedText masked = MaskedText.of(block);
    return masked.restore(masked.text());
  }

  @Test
  void whatIsNoProseBecomesMarks() {
    MaskedText masked =
        MaskedText.of("See `a b` at [the park](https://park.example/a(b)?q=1), $x^2$ <br> [^1].");

    assertEquals("See ⟦1⟧ at ⟦6⟧the park⟦/6⟧, ⟦3⟧ ⟦4⟧ ⟦5⟧.", masked.text());
  }

  @Test
  void theOriginalsComeBack() {
    for (String block :
        List.of(
            "plain",
            "See `a b` at [the `park`](https://park.example/a(b)?q=1 \"T\").",
            "A [link][ref] and ![image](x.webp) and https://bare.example/x.",
            "**桜**が[咲いた](<a b>)。`コード`",
            "Costs \\* and &amp; 5 $ and $x$ [^n]")) {
      assertEquals(Optional.of(block), roundTrip(block));
    }
  }

  @Test
  void linesAreJoinedAsTheirScriptWantsAndHardBreaksStay() {
    assertEquals("東京の桜", MaskedText.of("東京の\n桜").text());
    assertEquals("one two", MaskedText.of("one\n  two").text());
    assertEquals(Optional.of("one  \ntwo"), roundTrip("one  \ntwo"));
  }

  @Test
  void aLostDoubledOrCrossedMarkIsNoticed() {
    MaskedText masked = MaskedText.of("`a` and [b](c)");

    assertEquals("⟦1⟧ and ⟦2⟧b⟦/2⟧", masked.text());
    assertEquals(Optional.of("[B](c) und `a`"), masked.restore("⟦2⟧B⟦/2⟧ und ⟦1⟧"));
    for (String wrong :
        List.of("und ⟦2⟧B⟦/2⟧", "⟦1⟧⟦1⟧⟦2⟧B⟦/2⟧", "⟦1⟧⟦/2⟧B⟦2⟧", "⟦1⟧⟦2⟧B⟦/2⟧⟦7⟧")) {
      assertEquals(Optional.empty(), masked.restore(wrong), wrong);
    }
  }

  @Test
  void aTranslationDoesNotBeginAnotherBlock() {
    MaskedText masked = MaskedText.of("Eins");

    assertEquals(Optional.of("1\\. one"), masked.restore("1. one"));
    assertEquals(Optional.of("\\# one"), masked.restore("# one"));
    assertEquals(Optional.of("\\- one"), masked.restore("- one"));
  }

  @Test
  void whatHoldsNoWordsIsNotSent() {
    assertFalse(MaskedText.of("`code` https://a.example 12").hasProse());
    assertTrue(MaskedText.of("`code` 桜").hasProse());
  }
}

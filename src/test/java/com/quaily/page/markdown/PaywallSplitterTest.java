package com.quaily.page.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaywallSplitterTest {
  @Test
  void theFirstPaywallLineSplits() {
    SplitContent split =
        Markdown.splitPaywall("free\n<!--paywall-->\npaid\n<!--paywall-->\nmore\n");

    assertEquals("free\n", split.free());
    assertEquals("paid\n<!--paywall-->\nmore\n", split.paid());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!-- paywall -->\n",
        "<!--PAYWALL-->\r\n",
        "  <!--paywall-->\n",
        "> <!--paywall-->\n",
        "<!--paywall-->  \n"
      })
  void theLineMayBeSpacedAndInAnyCase(String line) {
    SplitContent split = Markdown.splitPaywall("free\n" + line + "paid");

    assertEquals(new SplitContent("free\n", "paid"), split);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "free",
        "free <!--paywall--> free",
        "```\n<!--paywall-->\n```\n",
        "a\n\n    <!--paywall-->\n",
        "~~~~\n~~~\n<!--paywall-->\n",
        "`<!--paywall-->`"
      })
  void withoutASeparateLineOutsideCodeEverythingIsFree(String source) {
    assertEquals(new SplitContent(source, ""), Markdown.splitPaywall(source));
  }

  @Test
  void aDivAroundTheLineDoesNotHideIt() {
    assertEquals(
        "paid\n:::\n", Markdown.splitPaywall("::: a\nx\n<!--paywall-->\npaid\n:::\n").paid());
  }

  @Test
  void theLineItselfIsNeverShown() {
    assertEquals("<p>a</p>\n<p>b</p>", Rendering.page("a\n\n<!--paywall-->\n\nb"));
  }
}

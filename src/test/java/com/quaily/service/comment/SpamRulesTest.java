package com.quaily.service.comment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.model.comment.SpamScore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpamRulesTest {

  private static double score(String text) {
    return SpamRules.judge(text).score();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Earn money from home! Join https://bit.ly/xyz",
        "[url=https://a.example]casino[/url] best casino, seo service too",
        "副業で月収100万円、誰でも稼げます。詳しくは https://t.me/abc へ",
        "日赚千元，兼职刷单，加微信 abc123",
        "https://a.example https://b.example https://c.example buy followers"
      })
  void whatSellersWriteIsSuspicious(String text) {
    assertTrue(score(text) >= SpamScore.SUSPICIOUS, text + ": " + score(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Thank you, this helped me a lot!",
        "I disagree. The figures in your second table are wrong.",
        "See also https://quail.example/p/spring for what happened next.",
        "とても参考になりました。ありがとうございます。",
        "写得很好，期待下一篇。",
        "WOW",
        "NASA and ESA agree on that."
      })
  void whatReadersWriteIsNot(String text) {
    assertTrue(score(text) < SpamScore.SUSPICIOUS / 2, text + ": " + score(text));
  }

  @Test
  void theReasonsAreNamed() {
    assertEquals("a link, a shortened link", SpamRules.judge("Look: https://bit.ly/abc").reason());
    assertEquals("", SpamRules.judge("Good.").reason());
    assertEquals(0, score("Good."));
  }
}

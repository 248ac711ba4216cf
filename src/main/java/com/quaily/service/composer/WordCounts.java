package com.quaily.service.composer;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Counts the meaningful words of a text. ICU finds word boundaries in Japanese and Chinese; words
 * in hiragana only are mostly grammar and are ignored.
 */
final class WordCounts {

  private static final Set<String> STOP_WORDS =
      Set.copyOf(
          Arrays.asList(
              ("about above after again all also although always and any are because been before"
                      + " being below between both but can cannot could did does doing don down during"
                      + " each even ever every few for from further get got had has have having here"
                      + " how however into its itself just let like made make many may might more most"
                      + " much must never not now off often once one only other our out over own per"
                      + " rather really same say says see seem several she should since some still"
                      + " such take than that the their them then there these they thing things this"
                      + " those though through thus too two under until upon use used using very want"
                      + " was way well were what when where whether which while who whom whose why"
                      + " will with within without would yes yet you your https http www com 我们 你们 他们"
                      + " 她们 它们 自己 这个 那个 这些 那些 这样 那样 一个 一些 没有 不是 可以 可能 什么 怎么 为什么 因为 所以 但是 如果 虽然 而且 或者"
                      + " 以及 就是 还是 已经 现在 时候 知道 我們 你們 他們 這個 這些 這樣 沒有 甚麼 什麼 為什麼 因為 如果 雖然 已經 現在 時候 今日 今回"
                      + " 場合 自分 必要 問題 以上 以下 一つ 二つ 時間 人間 出来 思う 言う 見る")
                  .split(" ")));
  private static final Pattern POSSESSIVE = Pattern.compile("['\u2019]s?$");
  private static final Pattern HIRAGANA = Pattern.compile("[\\p{IsHiragana}\\u30fc]+");

  private final Map<String, Integer> counts = new HashMap<>();

  /** Counts the words of a text with the given weight. */
  void add(String text, int times) {
    words(text).forEach(word -> counts.merge(word, times, Integer::sum));
  }

  Map<String, Integer> all() {
    return counts;
  }

  int of(String word) {
    return counts.getOrDefault(word, 0);
  }

  /** The meaningful words in lower case, in order. */
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    BreakIterator breaks = BreakIterator.getWordInstance(ULocale.ROOT);
    breaks.setText(text);
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
      boolean letters = breaks.getRuleStatus() >= BreakIterator.WORD_LETTER;
      String word =
          POSSESSIVE.matcher(text.substring(start, end).toLowerCase(Locale.ROOT)).replaceFirst("");
      if (letters && carriesMeaning(word)) {
        words.add(word);
      }
    }
    return words;
  }

  private static boolean carriesMeaning(String word) {
    if (word.isEmpty()) {
      return false;
    }
    boolean spaced =
        Character.UnicodeScript.of(word.codePointAt(0)) == Character.UnicodeScript.LATIN;
    return word.length() >= (spaced ? 3 : 2)
        && !STOP_WORDS.contains(word)
        && !HIRAGANA.matcher(word).matches();
  }
}

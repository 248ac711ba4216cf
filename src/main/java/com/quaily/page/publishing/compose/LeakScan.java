package com.quaily.page.publishing.compose;

import com.quaily.model.post.Post;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Searches public text for sentences of the paid part: a last check against a revealing summary or
 * a rendering bug. Sentences that also occur in the free part and short sentences are ignored.
 * Posts without a paid part cost nothing.
 */
public final class LeakScan {

  private static final Logger LOG = LoggerFactory.getLogger(LeakScan.class);
  private static final int LONG_ENOUGH = 40;
  private static final int LONG_ENOUGH_IDEOGRAPHIC = 20;
  private static final int SHOWN = 60;

  private static final Pattern SENTENCE_END =
      Pattern.compile("(?<=[.!?])\\s+|(?<=[\u3002\uff01\uff1f])|\\R");
  private static final Pattern HEADING = Pattern.compile("\\s*#{1,6}\\s.*");
  private static final Pattern ENTITY =
      Pattern.compile("&(?:#[0-9]{1,8}|#x[0-9a-fA-F]{1,8}|[a-zA-Z]{1,32});");
  private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{Nd}]+");
  private static final Pattern IDEOGRAPHIC =
      Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}]");

  private final List<String> sentences;
  private final PhraseSearch search;

  private LeakScan(List<String> sentences, List<String> letters) {
    this.sentences = sentences;
    this.search = new PhraseSearch(letters);
  }

  /** Looks for the paid sentences of this post. */
  public static LeakScan of(Post post) {
    if (!post.hasPaidContent()) {
      return new LeakScan(List.of(), List.of());
    }
    List<String> paid = sentences(post.paidContent()).toList();
    List<String> letters = paid.stream().map(LeakScan::lettersOf).toList();
    BitSet free = new PhraseSearch(letters).find(lettersOf(withoutTargets(post.content())));
    int[] secret = IntStream.range(0, paid.size()).filter(i -> !free.get(i)).toArray();
    return new LeakScan(
        IntStream.of(secret).mapToObj(paid::get).toList(),
        IntStream.of(secret).mapToObj(letters::get).toList());
  }

  /**
   * The first sentence of the post's paid part that occurs in the text.
   *
   * @param text public text, plain or HTML
   * @return its beginning, for a message; empty if there is none
   */
  public Optional<String> find(String text) {
    if (sentences.isEmpty()) {
      return Optional.empty();
    }
    String withoutTags = without("<", '>', withoutTargets(text), " ");
    BitSet found = search.find(lettersOf(ENTITY.matcher(withoutTags).replaceAll(" ")));
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(beginning(sentences.get(found.nextSetBit(0))));
  }

  /** Whether the page leaks; logs the leak. */
  static boolean isLeaking(String html, Post post) {
    Optional<String> leak = of(post).find(html);
    leak.ifPresent(
        sentence ->
            LOG.error("post {} is not shown, its page holds paid text: {}", post.id(), sentence));
    return leak.isPresent();
  }

  private static Stream<String> sentences(String paid) {
    return paid.lines()
        .filter(line -> !HEADING.matcher(line).matches())
        .map(LeakScan::withoutTargets)
        .flatMap(SENTENCE_END::splitAsStream)
        .map(String::strip)
        .filter(LeakScan::isLongEnough);
  }

  private static boolean isLongEnough(String sentence) {
    int length = lettersOf(sentence).length();
    int bound =
        IDEOGRAPHIC.matcher(sentence).results().count() * 2 > length
            ? LONG_ENOUGH_IDEOGRAPHIC
            : LONG_ENOUGH;
    // Spaces and punctuation are removed, but a minimum length must remain.
    return sentence.length() >= bound && length * 2 >= bound;
  }

  private static String withoutTargets(String markdown) {
    return without("](", ')', markdown, "]");
  }

  /**
   * Replaces everything from each opening to the next end. Takes linear time; a regex would not.
   */
  private static String without(String opening, char end, String text, String replacement) {
    StringBuilder kept = new StringBuilder(text.length());
    int position = 0;
    while (true) {
      int start = text.indexOf(opening, position);
      int close = start < 0 ? -1 : text.indexOf(end, start + opening.length());
      if (close < 0) {
        return kept.append(text, position, text.length()).toString();
      }
      kept.append(text, position, start).append(replacement);
      position = close + 1;
    }
  }

  /** The characters that every rendering keeps. */
  private static String lettersOf(String text) {
    return NEITHER_LETTER_NOR_DIGIT.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
  }

  private static String beginning(String sentence) {
    int codePoints = sentence.codePointCount(0, sentence.length());
    int end = sentence.offsetByCodePoints(0, Math.min(SHOWN, codePoints));
    return end < sentence.length() ? sentence.substring(0, end) + "\u2026" : sentence;
  }
}

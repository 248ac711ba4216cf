package com.quaily.service.composer;

import com.quaily.page.markdown.Markdown;
import com.quaily.service.validation.SlugMaker;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Extracts slug, summary, tags and threads from the text. The same text gives the same result. */
public final class LocalComposer {

  /** Maximum number of characters analyzed. */
  private static final int LOOKED_AT = 20_000;

  private static final int SUMMARY = 200;
  private static final int TAGS = 5;
  private static final int TITLE_WEIGHT = 3;

  /** Notes of an editor embed files and link to others in double brackets. */
  private static final Pattern EMBED = Pattern.compile("!\\[\\[[^\\]\\n]{1,500}+\\]\\]");

  private static final Pattern WIKI_LINK =
      Pattern.compile("\\[\\[(?:[^\\]|\\n]{0,500}+\\|)?+([^\\]|\\n]{1,500}+)\\]\\]");

  private final Markdown markdown;

  public LocalComposer(Markdown markdown) {
    this.markdown = markdown;
  }

  /**
   * Reads the rules for Japanese and Chinese, which takes more than a second, so that the first
   * writer does not wait for it.
   */
  public void warmUp() {
    for (String text : List.of("Spring birds.", "春の鳥。", "春天的鸟。")) {
      slug(text, text);
      summary(text, text);
      tags(text, text);
    }
  }

  /** A slug in Latin letters for a title in any script. */
  String slug(String title, String content) {
    String named = title.isBlank() ? firstSentence(content) : title;
    return SlugMaker.forPost(SlugMaker.from(named.isBlank() ? "untitled" : named));
  }

  private String firstSentence(String content) {
    return Sentences.of(plain(content)).stream().findFirst().orElse("");
  }

  /** The most representative sentences, in order. */
  String summary(String title, String content) {
    List<String> sentences = Sentences.of(plain(content));
    WordCounts counts = counts(title, sentences);
    List<Integer> best =
        IntStream.range(0, sentences.size())
            .boxed()
            .sorted(
                Comparator.comparingDouble((Integer i) -> -weight(sentences.get(i), i, counts))
                    .thenComparing(Comparator.naturalOrder()))
            .toList();
    Set<Integer> chosen = new TreeSet<>();
    int length = 0;
    for (int index : best) {
      int more = sentences.get(index).length() + 1;
      if (length + more <= SUMMARY) {
        chosen.add(index);
        length += more;
      }
    }
    if (chosen.isEmpty() && !best.isEmpty()) {
      return ThreadWriter.cut(sentences.get(best.get(0)), SUMMARY);
    }
    return chosen.stream().map(sentences::get).collect(Collectors.joining(" "));
  }

  /**
   * Sum of the frequencies of a sentence's distinct words, relative to its length; the first
   * sentences weigh more.
   */
  private static double weight(String sentence, int index, WordCounts counts) {
    Set<String> words = new HashSet<>(WordCounts.words(sentence));
    int sum = words.stream().mapToInt(counts::of).sum();
    double place = index == 0 ? 1.5 : 1 + 0.3 / index;
    return sum / Math.sqrt(words.size() + 3.0) * place;
  }

  /** The keywords of the text, most frequent first. */
  List<String> tags(String title, String content) {
    Map<String, Integer> counts = counts(title, Sentences.of(plain(content))).all();
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(TAGS)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The text as a thread of tweets. */
  List<String> tweets(String title, String content) {
    List<String> sentences = new ArrayList<>();
    if (!title.isBlank()) {
      sentences.add(title.strip());
    }
    sentences.addAll(Sentences.of(plain(content)));
    return ThreadWriter.of(sentences);
  }

  private static WordCounts counts(String title, List<String> sentences) {
    WordCounts counts = new WordCounts();
    counts.add(title, TITLE_WEIGHT);
    sentences.forEach(sentence -> counts.add(sentence, 1));
    return counts;
  }

  /** Ignores the paid part, because the result is public. */
  private String plain(String content) {
    String free = EMBED.matcher(Markdown.splitPaywall(content).free()).replaceAll(" ");
    return markdown.plainText(WIKI_LINK.matcher(free).replaceAll("$1"), LOOKED_AT);
  }
}

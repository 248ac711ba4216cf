package com.quaily.bench;

import java.time.Instant;
import java.util.List;
import java.util.Random;

/**
 * The posts that measurements are made with: about 10 KB of Markdown each, prose for the most part,
 * with headings, links, a list, code, a quote and a table as newsletters have them; every fifth is
 * Chinese. The same number always gives the same post.
 */
final class Corpus {

  private static final Instant NEWEST = Instant.parse("2026-06-01T08:00:00Z");
  private static final int PARAGRAPHS = 19;
  private static final List<String> TAGS =
      List.of(
          "writing",
          "travel",
          "java",
          "databases",
          "coffee",
          "books",
          "music",
          "cities",
          "trains",
          "gardens",
          "cameras",
          "letters",
          "history",
          "maps",
          "weather",
          "birds",
          "bread",
          "radio",
          "film",
          "design");
  private static final List<String> WORDS =
      List.of(
          "the", "of", "a", "to", "in", "morning", "letter", "reader", "paper", "station", "river",
          "window", "quiet", "work", "machine", "answer", "storage", "page", "slowly", "between",
          "because", "without", "every", "nothing", "history", "garden", "evening", "engine", "and",
          "is", "was", "that", "we", "they", "it", "not", "for", "with", "after", "small", "large");
  private static final String IDEOGRAPHS = "我们今天在城市里写一封信给读者时间很长河边的车站早晨安静机器回答页面没有历史花园晚上风";

  private Corpus() {}

  /** The Markdown of a post. */
  static String markdown(int number) {
    Random random = new Random(number);
    StringBuilder text = new StringBuilder(12_000);
    for (int i = 0; i < PARAGRAPHS; i++) {
      if (i % 3 == 0) {
        text.append(i == 0 ? "## " : "### ").append(words(random, 5)).append("\n\n");
      }
      text.append(isChinese(number) ? chinese(random) : paragraph(random)).append("\n\n");
      special(text, random, i);
    }
    return text.toString();
  }

  static String title(int number) {
    return "Letter " + number + ": " + words(new Random(number * 31L), 4);
  }

  static String slug(int number) {
    return "letter-" + number;
  }

  static List<String> tags(int number) {
    return List.of(TAGS.get(number % TAGS.size()), TAGS.get((number * 7 + 3) % TAGS.size()));
  }

  /** One post an hour, number 0 the newest. */
  static Instant publishedAt(int number) {
    return NEWEST.minusSeconds(3600L * number);
  }

  private static boolean isChinese(int number) {
    return number % 5 == 4;
  }

  private static void special(StringBuilder text, Random random, int place) {
    switch (place) {
      case 2 -> list(text, random);
      case 5 -> code(text);
      case 7 -> text.append("> ").append(words(random, 30)).append("\n\n");
      case 9 -> table(text, random);
      case 11 -> text.append("![").append(words(random, 4)).append("](/media/picture.webp)\n\n");
      default -> {}
    }
  }

  private static String paragraph(Random random) {
    StringBuilder text = new StringBuilder();
    for (int sentence = 0; sentence < 6; sentence++) {
      text.append(words(random, 8 + random.nextInt(8)));
      switch (random.nextInt(6)) {
        case 0 -> text.append(" *").append(words(random, 2)).append('*');
        case 1 -> text.append(" **").append(words(random, 2)).append("**");
        case 2 -> text.append(" [").append(words(random, 2)).append("](https://example.org/a)");
        case 3 -> text.append(" `").append(words(random, 1)).append('`');
        default -> {}
      }
      text.append(". ");
    }
    return text.toString().strip();
  }

  private static String chinese(Random random) {
    StringBuilder text = new StringBuilder();
    for (int sentence = 0; sentence < 6; sentence++) {
      for (int i = 0; i < 25; i++) {
        text.append(IDEOGRAPHS.charAt(random.nextInt(IDEOGRAPHS.length())));
      }
      text.append(sentence % 2 == 0 ? "，**重点**。" : "。");
    }
    return text.toString();
  }

  private static void list(StringBuilder text, Random random) {
    for (int item = 0; item < 5; item++) {
      text.append("- ").append(words(random, 9)).append('\n');
    }
    text.append('\n');
  }

  private static void code(StringBuilder text) {
    text.append("```java\n");
    for (int line = 0; line < 12; line++) {
      text.append("  int value").append(line).append(" = compute(\"text\", ").append(line);
      text.append("); // why\n");
    }
    text.append("```\n\n");
  }

  private static void table(StringBuilder text, Random random) {
    text.append("| one | two | three |\n| --- | ---: | --- |\n");
    for (int row = 0; row < 5; row++) {
      text.append("| ").append(words(random, 2)).append(" | ").append(random.nextInt(1000));
      text.append(" | ").append(words(random, 3)).append(" |\n");
    }
    text.append('\n');
  }

  private static String words(Random random, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? "" : " ").append(WORDS.get(random.nextInt(WORDS.size())));
    }
    return text.toString();
  }
}

package com.quaily;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.quaily.model.Limits;
import com.quaily.testing.ImpatientText;
import com.quaily.testing.RegexSamples;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No regular expression that meets what users write takes a time that grows with the square of the
 * text, or a stack that grows with it: each is fed its own beginnings, over and over.
 */
class RegularExpressionsTest {

  private static final int TIMES = 500_000;

  /** For expressions with a bounded repetition, which read each character many times. */
  private static final int FEWER_TIMES = 40_000;

  /** No text that a writer hands in is longer. */
  private static final int LONGEST = Limits.CONTENT;

  /** Of a character, on average: enough for all expressions but those with long repetitions. */
  private static final int FEW_READS = 10;

  /** Of a character: more than the longest bounded repetition, less than half of the text. */
  private static final int MOST_READS = 12_000;

  private static final String AGAIN_AND_AGAIN = "reads the text again and again";

  private static final Path CLASSES = Path.of("target/classes");
  private static final Path SOURCES = Path.of("src/main/java");

  /** Used for a beginning or a whole only, never to look for places in a text. */
  private static final Set<String> ANCHORED =
      Set.of(
          "PostPreparer.WIKI_IMAGE",
          "PostPreparer.MARKDOWN_IMAGE",
          "InlineDestination.ANGLE",
          "InlineDestination.TEMPLATE",
          "InlineDestination.SIZE",
          "InlineDestination.TITLE",
          "LinkAddress.REMOTE",
          "TemplateTags.CONTENTS_ITEM",
          "BodyScanner.FENCE",
          "BodyScanner.INDENTED",
          "BodyScanner.LIST_ITEM",
          "BodyScanner.MATH_BLOCK",
          "BodyScanner.SETEXT",
          "SourceName.TRANSLATED",
          "FencedDivParser.OPENING",
          "EmbedAddress.FILE",
          "LeakScan.HEADING",
          "DomainVerification.IP_LITERAL",
          "ClientNetwork.LITERAL",
          "PostRequest.java .*[+-]\\d\\d:?\\d\\d$");

  /** Meets texts whose length is checked before, or our own. */
  private static final Set<String> SHORT =
      Set.of(
          "HtmlResponses.STYLE",
          "PageHeaders.HASHED_ASSET",
          "DomainService.HOST",
          "Styles.java (?s)/\\*.*?\\*/",
          "ArticleImport.java [A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*",
          "PostAssembler.java [A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*",
          "SearchService.java |[a-z]{2,8}([-_][a-z0-9]{1,8})*");

  /** Where nothing comes from writers, readers or their files. */
  private static final Set<String> OPERATORS =
      Set.of("command", "config", "launcher", "log", "postgres", "server", "wiring", "database");

  private static final Pattern INLINE =
      Pattern.compile(
          "\\.(?:matches|replaceAll|replaceFirst|split)\\(\\s*\"((?:[^\"\\\\]|\\\\.)*)\"\\s*[,)]");

  @Test
  void noneIsSlowWithItsOwnBeginnings() throws Exception {
    Map<String, Pattern> patterns = new LinkedHashMap<>();
    addFields(patterns);
    addInline(patterns);
    assertFalse(patterns.size() < 150, () -> "only " + patterns.keySet());
    List<String> slow = new ArrayList<>();
    patterns.forEach((place, pattern) -> check(place, pattern, slow));
    assertEquals("", String.join("\n", slow));
  }

  private static void check(String place, Pattern pattern, List<String> slow) {
    if (SHORT.stream().anyMatch(place::endsWith)) {
      return;
    }
    boolean anchored = ANCHORED.stream().anyMatch(place::endsWith);
    for (String beginning : RegexSamples.beginnings(pattern)) {
      String problem = problem(pattern, beginning, anchored);
      if (!problem.isEmpty()) {
        slow.add(place + " " + pattern + " with “" + beginning + "”: " + problem);
        return;
      }
    }
  }

  /**
   * An expression that reads the whole text again and again is seen in a shorter one, too, where
   * one with a bounded repetition is done.
   */
  private static String problem(Pattern pattern, String beginning, boolean anchored) {
    String problem = problem(pattern, text(beginning, TIMES), FEW_READS, anchored);
    return problem.equals(AGAIN_AND_AGAIN)
        ? problem(pattern, text(beginning, FEWER_TIMES), MOST_READS, anchored)
        : problem;
  }

  private static String text(String beginning, int times) {
    return beginning.repeat(Math.min(times, LONGEST / beginning.length()));
  }

  private static String problem(Pattern pattern, String text, int mostReads, boolean anchored) {
    Matcher matcher = pattern.matcher(new ImpatientText(text, mostReads));
    try {
      boolean more = anchored ? matcher.lookingAt() | matcher.matches() : matcher.find();
      while (more && !anchored) {
        more = matcher.find();
      }
      return "";
    } catch (IllegalStateException e) {
      return AGAIN_AND_AGAIN;
    } catch (StackOverflowError e) {
      return "overflows the stack";
    }
  }

  private static void addFields(Map<String, Pattern> patterns) throws Exception {
    try (Stream<Path> files = Files.walk(CLASSES.resolve("com/quaily"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).sorted().toList()) {
        String name = CLASSES.relativize(file).toString().replace('/', '.').replace(".class", "");
        if (isWritersMatter(name)) {
          addFields(
              Class.forName(name, false, RegularExpressionsTest.class.getClassLoader()), patterns);
        }
      }
    }
  }

  private static void addFields(Class<?> type, Map<String, Pattern> patterns) throws Exception {
    for (Field field : type.getDeclaredFields()) {
      if (field.getType() == Pattern.class && Modifier.isStatic(field.getModifiers())) {
        field.setAccessible(true);
        patterns.put(type.getName() + "." + field.getName(), (Pattern) field.get(null));
      }
    }
  }

  private static void addInline(Map<String, Pattern> patterns) throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
        String name = SOURCES.relativize(file).toString().replace('/', '.');
        Matcher matcher = INLINE.matcher(Files.readString(file));
        while (isWritersMatter(name) && matcher.find()) {
          String expression = matcher.group(1).translateEscapes();
          patterns.put(name + " " + expression, Pattern.compile(expression));
        }
      }
    }
  }

  private static boolean isWritersMatter(String className) {
    String[] parts = className.split("\\.");
    return parts.length > 3 && !OPERATORS.contains(parts[2]);
  }
}

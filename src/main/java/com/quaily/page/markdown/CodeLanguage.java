package com.quaily.page.markdown;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What the highlighter knows of a language, from the table code-languages.txt. */
final class CodeLanguage {
  private static final Map<String, CodeLanguage> LANGUAGES = read();

  private final Map<String, List<String>> values;
  private final Set<String> keywords;
  private final Set<String> constants;
  private final boolean anyCase;

  private CodeLanguage(Map<String, List<String>> values) {
    this.values = Map.copyOf(values);
    this.keywords = Set.copyOf(values("keywords"));
    this.constants = Set.copyOf(values("constants"));
    this.anyCase = values("case").contains("any");
  }

  /**
   * @param name in lower case; short forms such as {@code py} are known too
   */
  static Optional<CodeLanguage> find(String name) {
    return Optional.ofNullable(LANGUAGES.get(name));
  }

  List<String> lineComments() {
    return values("line");
  }

  /** What a block comment begins and ends with; empty when there is none. */
  List<String> blockComment() {
    return values("block");
  }

  List<String> strings() {
    return values("strings");
  }

  List<String> meta() {
    return values("meta");
  }

  List<String> variables() {
    return values("variables");
  }

  boolean hasSingleCharacterQuotes() {
    return values("quote").contains("char");
  }

  boolean hasStringKeys() {
    return values("keys").contains("string");
  }

  /** What follows a key at the beginning of a line; empty when there are no such keys. */
  Optional<String> keySign() {
    return hasStringKeys() ? Optional.empty() : values("keys").stream().findFirst();
  }

  boolean hasSections() {
    return !values("sections").isEmpty();
  }

  boolean isKeyword(String word) {
    return keywords.contains(anyCase ? word.toLowerCase(Locale.ROOT) : word);
  }

  boolean isConstant(String word) {
    return constants.contains(anyCase ? word.toLowerCase(Locale.ROOT) : word);
  }

  boolean isType(String word) {
    return values("types").contains("capitals") && Character.isUpperCase(word.charAt(0));
  }

  private List<String> values(String name) {
    return values.getOrDefault(name, List.of());
  }

  private static Map<String, CodeLanguage> read() {
    InputStream stream = CodeLanguage.class.getResourceAsStream("code-languages.txt");
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(stream, "code-languages.txt"), StandardCharsets.UTF_8))) {
      return parse(reader.lines().filter(line -> !line.startsWith("# ")).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, CodeLanguage> parse(List<String> lines) {
    Map<String, CodeLanguage> languages = new HashMap<>();
    List<String> names = new ArrayList<>();
    Map<String, List<String>> values = new HashMap<>();
    for (String line : lines) {
      if (line.startsWith("[")) {
        register(languages, names, values);
        names = List.of(line.substring(1, line.length() - 1).split(" "));
        values = new HashMap<>();
      } else {
        List<String> words = List.of(line.split(" "));
        values.put(words.get(0), words.subList(1, words.size()));
      }
    }
    register(languages, names, values);
    return Map.copyOf(languages);
  }

  private static void register(
      Map<String, CodeLanguage> languages, List<String> names, Map<String, List<String>> values) {
    CodeLanguage language = new CodeLanguage(values);
    names.forEach(name -> languages.put(name, language));
  }
}

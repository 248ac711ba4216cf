package com.quaily.page.markdown.code;

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

/** The highlighter's data about a language, from code-languages.txt. */
final class CodeLanguage {
  private static final Map<String, CodeLanguage> LANGUAGES = read();

  // Precomputed, because these are needed for every character.
  private final List<String> lineComments;
  private final List<String> blockComment;
  private final List<String> strings;
  private final List<String> meta;
  private final List<String> variables;
  private final Optional<String> keySign;
  private final boolean singleCharacterQuotes;
  private final boolean stringKeys;
  private final boolean sections;
  private final boolean capitalTypes;
  private final boolean anyCase;
  private final Set<String> keywords;
  private final Set<String> constants;

  private CodeLanguage(Map<String, List<String>> values) {
    lineComments = of(values, "line");
    blockComment = of(values, "block");
    strings = of(values, "strings");
    meta = of(values, "meta");
    variables = of(values, "variables");
    singleCharacterQuotes = of(values, "quote").contains("char");
    stringKeys = of(values, "keys").contains("string");
    keySign = stringKeys ? Optional.empty() : of(values, "keys").stream().findFirst();
    sections = !of(values, "sections").isEmpty();
    capitalTypes = of(values, "types").contains("capitals");
    anyCase = of(values, "case").contains("any");
    keywords = Set.copyOf(of(values, "keywords"));
    constants = Set.copyOf(of(values, "constants"));
  }

  private static List<String> of(Map<String, List<String>> values, String name) {
    return values.getOrDefault(name, List.of());
  }

  /**
   * @param name in lower case; aliases such as {@code py} are accepted
   */
  static Optional<CodeLanguage> find(String name) {
    return Optional.ofNullable(LANGUAGES.get(name));
  }

  List<String> lineComments() {
    return lineComments;
  }

  /** The start and end of a block comment; empty when there is none. */
  List<String> blockComment() {
    return blockComment;
  }

  List<String> strings() {
    return strings;
  }

  List<String> meta() {
    return meta;
  }

  List<String> variables() {
    return variables;
  }

  boolean hasSingleCharacterQuotes() {
    return singleCharacterQuotes;
  }

  boolean hasStringKeys() {
    return stringKeys;
  }

  /** What follows a key at the start of a line; empty when the language has no keys. */
  Optional<String> keySign() {
    return keySign;
  }

  boolean hasSections() {
    return sections;
  }

  boolean isKeyword(String word) {
    return keywords.contains(anyCase ? word.toLowerCase(Locale.ROOT) : word);
  }

  boolean isConstant(String word) {
    return constants.contains(anyCase ? word.toLowerCase(Locale.ROOT) : word);
  }

  boolean isType(String word) {
    return capitalTypes && Character.isUpperCase(word.charAt(0));
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

package com.quaily.importer.source;

import com.quaily.importer.report.Warnings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Parses tags written as a list, separated by commas, or as words with or without a hash. */
final class TagReader {
  static final int MAX_TAGS = 20;
  static final int MAX_LENGTH = 64;

  private static final Pattern COMMAS = Pattern.compile("[,\uff0c\u3001;]");
  private static final Pattern SPACES = Pattern.compile("[\\s\u3000]+");

  private TagReader() {}

  /**
   * The tags of a post, then its categories, in the original order and case.
   *
   * @param warnings receives tags that exceed the limits and are ignored
   */
  static List<String> read(Fields fields, Warnings warnings) {
    Map<String, String> tags = new LinkedHashMap<>();
    for (String name : List.of("tags", "tag", "categories")) {
      addAll(words(fields, name), tags, warnings);
    }
    // Jekyll: the singular field is one category, including spaces.
    addAll(fields.texts("category"), tags, warnings);
    List<String> kept = new ArrayList<>(tags.values());
    if (kept.size() > MAX_TAGS) {
      List<String> beyond = kept.subList(MAX_TAGS, kept.size());
      warnings.add("a post can have at most 20 tags; ignored: " + String.join(", ", beyond));
      beyond.clear();
    }
    return kept;
  }

  private static List<String> words(Fields fields, String name) {
    if (!(fields.values().get(name) instanceof String text)) {
      return fields.texts(name);
    }
    return List.of((COMMAS.matcher(text).find() ? COMMAS : SPACES).split(text));
  }

  private static void addAll(List<String> words, Map<String, String> tags, Warnings warnings) {
    for (String word : words) {
      // Obsidian nests tags with slashes and finds a note by each part; so do we.
      for (String part : word.split("/", -1)) {
        String tag = SPACES.matcher(part.replace(',', ' ')).replaceAll(" ").strip();
        tag = tag.startsWith("#") ? tag.substring(1).strip() : tag;
        if (tag.codePointCount(0, tag.length()) > MAX_LENGTH) {
          warnings.add("a tag can have at most 64 characters; ignored: " + tag);
        } else if (!tag.isEmpty()) {
          tags.putIfAbsent(tag.toLowerCase(Locale.ROOT), tag);
        }
      }
    }
  }
}

package com.quaily.importer.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks up fields under the names that different programs use; the first that is set wins. */
record Fields(Map<String, Object> values) {
  private static final Set<String> YES = Set.of("true", "yes", "on", "1", "y");
  private static final Set<String> NO = Set.of("false", "no", "off", "0", "n");

  /** The first non-empty text; ignores lists and maps. */
  Optional<String> text(String... names) {
    for (String name : names) {
      if (values.get(name) instanceof String text && !text.isEmpty()) {
        return Optional.of(text);
      }
    }
    return Optional.empty();
  }

  /** The first value of any kind. */
  Optional<Object> value(String... names) {
    for (String name : names) {
      Object value = values.get(name);
      if (value != null && !"".equals(value)) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  /** All texts of the field: a text counts as a list of one, nested lists are flattened. */
  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    collect(values.get(name), texts);
    return texts;
  }

  /** A boolean in any of its spellings; empty if the field is not a boolean. */
  Optional<Boolean> flag(String name) {
    return text(name)
        .map(text -> text.toLowerCase(Locale.ROOT))
        .filter(text -> YES.contains(text) || NO.contains(text))
        .map(YES::contains);
  }

  private static void collect(Object value, List<String> texts) {
    if (value instanceof List<?> list) {
      list.forEach(element -> collect(element, texts));
    } else if (value instanceof String text && !text.isEmpty()) {
      texts.add(text);
    }
  }
}

package com.quaily.importer.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks fields up under the names that different programs give them; the first that is set wins.
 */
record Fields(Map<String, Object> values) {
  private static final Set<String> YES = Set.of("true", "yes", "on", "1", "y");
  private static final Set<String> NO = Set.of("false", "no", "off", "0", "n");

  /** The first text that is not empty; a list or a map is none. */
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

  /** Every text below the field: a text is a list of one, lists in lists are flattened. */
  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    collect(values.get(name), texts);
    return texts;
  }

  /** A yes or a no in any of its spellings; empty when the field is neither. */
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

package com.quaily.importer.source;

import com.quaily.importer.report.SourceException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/** Converts the values of the three parsers to text, lists and maps. */
final class FieldValues {
  private static final int MAX_DEPTH = 20;
  private static final int MAX_VALUES = 10_000;

  private int count;

  private FieldValues() {}

  /**
   * The fields by lower-case name, without empty ones.
   *
   * @param parsed what a parser returned; null for empty front matter
   * @throws SourceException when it is not a table of fields, nested too deeply or too large
   */
  static Map<String, Object> normalize(Object parsed) throws SourceException {
    if (parsed == null) {
      return Map.of();
    }
    if (!(parsed instanceof Map<?, ?> map)) {
      throw new SourceException(2, "the front matter is not a list of \"name: value\" lines");
    }
    return new FieldValues().map(map, 0);
  }

  private Object value(Object value, int depth) throws SourceException {
    if (depth > MAX_DEPTH || ++count > MAX_VALUES) {
      throw new SourceException(1, "the front matter is too deeply nested or has too many values");
    }
    if (value instanceof TomlTable table) {
      return map(table.toMap(), depth);
    }
    if (value instanceof Map<?, ?> map) {
      return map(map, depth);
    }
    if (value instanceof TomlArray array) {
      return list(array.toList(), depth);
    }
    return value instanceof Iterable<?> list ? list(list, depth) : String.valueOf(value).strip();
  }

  private Map<String, Object> map(Map<?, ?> map, int depth) throws SourceException {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (entry.getValue() != null) {
        String name = String.valueOf(entry.getKey()).strip().toLowerCase(Locale.ROOT);
        fields.putIfAbsent(name, value(entry.getValue(), depth + 1));
      }
    }
    return fields;
  }

  private List<Object> list(Iterable<?> list, int depth) throws SourceException {
    List<Object> values = new ArrayList<>();
    for (Object element : list) {
      if (element != null) {
        values.add(value(element, depth + 1));
      }
    }
    return values;
  }
}

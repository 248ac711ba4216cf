package com.quaily.importer.rewrite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The arguments after the name of a template tag. */
record TagArguments(List<String> positional, Map<String, String> byName) {
  private static final Pattern ARGUMENT =
      Pattern.compile(
          "(?:([\\w-]+)\\s*=\\s*)?(?:\"((?:[^\"\\\\]|\\\\.)*)\"|'([^']*)'|`([^`]*)`|([^\\s\"'`]+))");

  static TagArguments of(String text) {
    List<String> positional = new ArrayList<>();
    Map<String, String> byName = new HashMap<>();
    Matcher matcher = ARGUMENT.matcher(text);
    while (matcher.find()) {
      String value = value(matcher);
      if (matcher.group(1) == null) {
        positional.add(value);
      } else {
        byName.put(matcher.group(1), value);
      }
    }
    return new TagArguments(positional, byName);
  }

  private static String value(Matcher matcher) {
    for (int group = 2; group <= 5; group++) {
      if (matcher.group(group) != null) {
        return matcher.group(group).replace("\\\"", "\"");
      }
    }
    return "";
  }

  Optional<String> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  Optional<String> at(int index) {
    return index < positional.size() ? Optional.of(positional.get(index)) : Optional.empty();
  }
}

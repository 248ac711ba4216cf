package com.quaily.importer.source;

import com.quaily.importer.report.SourceException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the front matter at the top of a file: YAML, TOML, JSON or none. */
final class FrontMatterReader {
  static final int MAX_CHARACTERS = 64 * 1024;

  private static final Pattern YAML_START = Pattern.compile("---[ \t]*\n");
  private static final Pattern YAML_END =
      Pattern.compile("^(?:---|\\.\\.\\.)[ \t]*$", Pattern.MULTILINE);
  private static final Pattern TOML_START = Pattern.compile("\\+\\+\\+[ \t]*\n");
  private static final Pattern TOML_END = Pattern.compile("^\\+\\+\\+[ \t]*$", Pattern.MULTILINE);
  // A single brace may also start a shortcode ("{{<") or an attribute list ("{:").
  private static final Pattern JSON_START = Pattern.compile("\\{\\s*[\"}]");

  private FrontMatterReader() {}

  /**
   * Splits a text.
   *
   * @param text the whole file, lines ended by a line feed
   * @throws SourceException with the line, when the front matter is not closed, too large or
   *     invalid
   */
  static FrontMatter read(String text) throws SourceException {
    Matcher yaml = YAML_START.matcher(text);
    if (yaml.lookingAt()) {
      return delimited(text, yaml.end(), YAML_END, FrontMatterNotation.YAML);
    }
    Matcher toml = TOML_START.matcher(text);
    if (toml.lookingAt()) {
      return delimited(text, toml.end(), TOML_END, FrontMatterNotation.TOML);
    }
    if (JSON_START.matcher(text).lookingAt()) {
      return json(text);
    }
    return new FrontMatter(Map.of(), 0);
  }

  private static FrontMatter delimited(
      String text, int start, Pattern endMark, FrontMatterNotation notation)
      throws SourceException {
    Matcher end = endMark.matcher(text);
    if (!end.find(start)) {
      throw new SourceException(1, "the front matter that starts here is not closed");
    }
    String head = checkSize(text.substring(start, end.start()));
    int bodyStart = Math.min(end.end() + 1, text.length());
    return new FrontMatter(FieldValues.normalize(notation.parse(head, 1)), bodyStart);
  }

  private static FrontMatter json(String text) throws SourceException {
    int end = JsonEnd.find(text);
    if (end < 0) {
      throw new SourceException(1, "the front matter that starts here is not closed");
    }
    String head = checkSize(text.substring(0, end));
    return new FrontMatter(FieldValues.normalize(FrontMatterNotation.JSON.parse(head, 0)), end);
  }

  private static String checkSize(String head) throws SourceException {
    if (head.length() > MAX_CHARACTERS) {
      throw new SourceException(1, "the front matter is longer than 64 KB");
    }
    return head;
  }
}

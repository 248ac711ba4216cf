package com.quaily.ai.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the JSON in a model's answer: without the fence and the sentences around it, and with the
 * small faults that models make.
 */
final class JsonRepair {

  private static final ObjectReader LENIENT =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .reader();

  private static final Pattern PYTHON = Pattern.compile("\\b(True|False|None)\\b(?=\\s*[,}\\]])");

  private JsonRepair() {}

  /**
   * The object or list in an answer.
   *
   * @param cut whether the answer reached its limit: then nothing is added at its end
   * @throws FormatFault saying what is wrong
   */
  static JsonNode read(String answer, boolean cut) throws FormatFault {
    String found =
        part(answer, cut)
            .orElseThrow(() -> new FormatFault("there is no complete JSON object or list"));
    Optional<JsonNode> parsed = parse(found).or(() -> parse(withoutPython(found)));
    if (parsed.isPresent()) {
      return parsed.get();
    }
    throw new FormatFault("it is not valid JSON: " + fault(found));
  }

  private static Optional<JsonNode> parse(String text) {
    try {
      return Optional.ofNullable(LENIENT.readTree(text));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static String fault(String text) {
    try {
      LENIENT.readTree(text);
      return "";
    } catch (JsonProcessingException e) {
      return e.getOriginalMessage();
    }
  }

  private static String withoutPython(String text) {
    Matcher words = PYTHON.matcher(text);
    return words.replaceAll(
        word ->
            switch (word.group(1)) {
              case "True" -> "true";
              case "False" -> "false";
              default -> "null";
            });
  }

  /** From the first bracket to the one that closes it; missing ones at the end are added. */
  private static Optional<String> part(String answer, boolean cut) {
    int start = start(answer);
    if (start < 0) {
      return Optional.empty();
    }
    Deque<Character> open = new ArrayDeque<>();
    boolean inText = false;
    for (int i = start; i < answer.length(); i++) {
      char c = answer.charAt(i);
      if (inText) {
        if (c == '\\') {
          i++;
        } else if (c == '"') {
          inText = false;
        }
      } else if (c == '"') {
        inText = true;
      } else if (c == '{' || c == '[') {
        open.push(c == '{' ? '}' : ']');
      } else if (c == '}' || c == ']') {
        open.poll();
        if (open.isEmpty()) {
          return Optional.of(answer.substring(start, i + 1));
        }
      }
    }
    return cut ? Optional.empty() : Optional.of(closed(answer.substring(start), inText, open));
  }

  private static int start(String answer) {
    int object = answer.indexOf('{');
    int list = answer.indexOf('[');
    return object < 0 || (list >= 0 && list < object) ? list : object;
  }

  private static String closed(String text, boolean inText, Deque<Character> open) {
    StringBuilder closed = new StringBuilder(text.stripTrailing());
    if (inText) {
      closed.append('"');
    }
    open.forEach(closed::append);
    return closed.toString();
  }
}

package com.quaily.ai.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.model.JsonText;
import com.quaily.model.ai.AnswerFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Brings a model's answer into the requested format. */
public final class AnswerReader {

  private static final Pattern FENCE = Pattern.compile("(?s)```[a-zA-Z]*\\s*\\n(.*?)\\n?\\s*```");
  private static final int LARGEST_YAML = 1 << 20;

  private AnswerReader() {}

  /**
   * The result as JSON: {@code {"response": {"text", "json": null}}}, the object itself, or {@code
   * {"yaml": …}}.
   *
   * @param template empty = any shape
   * @param cut whether the answer reached its limit
   * @throws FormatFault for the model to correct
   */
  public static String read(String answer, AnswerFormat format, String template, boolean cut)
      throws FormatFault {
    return switch (format) {
      case PLAINTEXT -> plaintext(answer);
      case JSON -> json(answer, template, cut);
      case YAML -> yaml(answer, cut);
    };
  }

  private static String plaintext(String answer) {
    Map<String, Object> response = new LinkedHashMap<>();
    response.put("text", answer.strip());
    response.put("json", null);
    return JsonText.write(Map.of("response", response));
  }

  private static String json(String answer, String template, boolean cut) throws FormatFault {
    JsonNode read = JsonRepair.read(answer, cut);
    if (!template.isBlank()) {
      Template.parse(template).check(read);
    }
    return read.toString();
  }

  private static String yaml(String answer, boolean cut) throws FormatFault {
    if (cut) {
      throw new FormatFault("it is not complete");
    }
    Matcher fence = FENCE.matcher(answer);
    String text = fence.find() ? fence.group(1) : answer.strip();
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(LARGEST_YAML);
    try {
      if (new Yaml(new SafeConstructor(options)).load(text) == null) {
        throw new FormatFault("it is empty");
      }
    } catch (YAMLException e) {
      throw new FormatFault("it is not valid YAML: " + e.getMessage());
    }
    return JsonText.write(Map.of("yaml", text));
  }
}

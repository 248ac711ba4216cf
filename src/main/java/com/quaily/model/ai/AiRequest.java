package com.quaily.model.ai;

import com.quaily.model.JsonText;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a task asks for: either messages, or the name of a prompt and its input.
 *
 * @param messages empty when there is a prompt
 * @param prompt name of a prompt; empty = the messages are the request
 * @param input the values of the prompt's placeholders
 * @param template a JSON Schema or an example of the answer; empty = any shape
 * @param preference proxies that the caller would like
 * @param maxOutputTokens limit for the answer
 */
public record AiRequest(
    List<AiMessage> messages,
    String prompt,
    Map<String, String> input,
    AnswerFormat format,
    String template,
    Preference preference,
    int maxOutputTokens) {

  /** A request for a prompt, whose steps say everything else. */
  public static AiRequest ofPrompt(String prompt, Map<String, String> input) {
    return new AiRequest(
        List.of(), prompt, new TreeMap<>(input), AnswerFormat.PLAINTEXT, "", Preference.NONE, 0);
  }

  /** Reads {@link #toJson}. */
  public static AiRequest parse(String json) {
    try {
      return JsonText.reader().readValue(json, AiRequest.class);
    } catch (IOException e) {
      throw new IllegalStateException("the stored request cannot be read", e);
    }
  }

  /** Equal requests give equal text. */
  public String toJson() {
    return JsonText.write(this);
  }

  /**
   * What the caller would like; empty = no matter.
   *
   * @param provider openai, anthropic, gemini or local
   * @param proxy name of a proxy
   */
  public record Preference(String provider, String model, String proxy) {

    public static final Preference NONE = new Preference("", "", "");
  }
}

package com.quaily.ai.prompt;

import com.quaily.model.ai.AiImage;
import com.quaily.model.ai.AiMessage;
import com.quaily.model.ai.AnswerFormat;
import com.quaily.model.ai.ModelClass;
import java.util.List;
import java.util.Map;

/**
 * A prompt: a chain of one or more steps, of which only the last gives the result.
 *
 * @param version changes with every change of its texts
 */
public record Prompt(String name, int version, List<Step> steps) {

  /** For storing with a result. */
  public String id() {
    return name + "/" + version;
  }

  /**
   * A call of a model.
   *
   * @param name the placeholder that holds its answer in later steps
   * @param template a JSON Schema of the answer; empty = none
   * @param system instructions, with placeholders
   * @param user the question, with placeholders
   * @param images names of values that are images, as data URIs
   */
  public record Step(
      String name,
      ModelClass modelClass,
      AnswerFormat format,
      int maxOutputTokens,
      String template,
      String system,
      String user,
      List<String> images) {

    /**
     * The messages of this step.
     *
     * @param values by placeholder
     */
    public List<AiMessage> messages(Map<String, String> values) {
      return List.of(
          new AiMessage(AiMessage.SYSTEM, Placeholders.fill(system, values), true),
          new AiMessage(
              AiMessage.USER,
              Placeholders.fill(user, values),
              false,
              images.stream().map(name -> AiImage.parse(values.get(name))).toList()));
    }
  }
}

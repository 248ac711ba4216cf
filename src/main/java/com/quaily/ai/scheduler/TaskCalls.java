package com.quaily.ai.scheduler;

import com.quaily.ai.prompt.Prompt;
import com.quaily.ai.prompt.Prompts;
import com.quaily.ai.proxy.ProxyCall;
import com.quaily.model.ai.AiMessage;
import com.quaily.model.ai.AiRequest;
import com.quaily.model.ai.AiTask;
import com.quaily.model.ai.AnswerFormat;
import com.quaily.model.ai.ModelClass;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns a task into the next call of a model. */
public final class TaskCalls {

  /** What a task's progress knows besides the answers of earlier steps. */
  static final String FAULT = "_fault";

  static final String ANSWER = "_answer";
  static final String LIMIT = "_limit";

  private final Prompts prompts;

  public TaskCalls(Prompts prompts) {
    this.prompts = prompts;
  }

  /**
   * The next call of a task.
   *
   * @param last whether its answer is the result
   */
  record NextCall(
      String step, ModelClass modelClass, String template, boolean last, ProxyCall call) {}

  NextCall next(AiTask task) {
    AiRequest request = task.parsedRequest();
    return step(task, request)
        .map(step -> ofStep(task, request, step))
        .orElseGet(() -> ofMessages(task, request));
  }

  private Optional<Prompt.Step> step(AiTask task, AiRequest request) {
    return request.prompt().isEmpty()
        ? Optional.empty()
        : Optional.of(prompts.get(request.prompt()).steps().get(task.step()));
  }

  private NextCall ofStep(AiTask task, AiRequest request, Prompt.Step step) {
    Map<String, String> values = new HashMap<>(request.input());
    task.progress().forEach((name, value) -> values.put(name, String.valueOf(value)));
    boolean last = task.step() == prompts.get(request.prompt()).steps().size() - 1;
    ProxyCall call =
        new ProxyCall(
            task.kind(),
            withFault(step.messages(values), task, step.format()),
            request.input(),
            step.format(),
            limit(task, step.maxOutputTokens()));
    return new NextCall(step.name(), step.modelClass(), step.template(), last, call);
  }

  private static NextCall ofMessages(AiTask task, AiRequest request) {
    List<AiMessage> messages = new ArrayList<>();
    if (request.format() != AnswerFormat.PLAINTEXT) {
      messages.add(AiMessage.of(AiMessage.SYSTEM, formatHint(request)));
    }
    messages.addAll(request.messages());
    ProxyCall call =
        new ProxyCall(
            task.kind(),
            withFault(messages, task, request.format()),
            request.input(),
            request.format(),
            limit(task, request.maxOutputTokens()));
    return new NextCall("answer", task.modelClass(), request.template(), true, call);
  }

  private static String formatHint(AiRequest request) {
    String hint =
        request.format() == AnswerFormat.JSON
            ? "Answer with one JSON object or list and nothing else."
            : "Answer with valid YAML and nothing else.";
    return request.template().isBlank()
        ? hint
        : hint + " It must fit this template: " + request.template();
  }

  /** Asks again with what was wrong. */
  private static List<AiMessage> withFault(
      List<AiMessage> messages, AiTask task, AnswerFormat format) {
    Object fault = task.progress().get(FAULT);
    if (fault == null) {
      return messages;
    }
    List<AiMessage> more = new ArrayList<>(messages);
    more.add(AiMessage.of(AiMessage.ASSISTANT, String.valueOf(task.progress().get(ANSWER))));
    more.add(
        AiMessage.of(
            AiMessage.USER,
            "This answer cannot be used: %s. Answer again, with nothing but the corrected %s."
                .formatted(fault, format.name())));
    return more;
  }

  private static int limit(AiTask task, int usual) {
    return task.progress().get(LIMIT) instanceof Integer larger ? larger : usual;
  }
}

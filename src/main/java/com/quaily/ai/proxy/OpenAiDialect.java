package com.quaily.ai.proxy;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.model.ai.AiImage;
import com.quaily.model.ai.AiMessage;
import com.quaily.model.ai.AnswerFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Chat completions of OpenAI and of the servers that copy them. */
final class OpenAiDialect implements Dialect {

  private static final String OPENAI_HOST = "api.openai.com";

  @Override
  public String path(ProxySpec spec) {
    return "/chat/completions";
  }

  @Override
  public Map<String, String> headers(ProxySpec spec) {
    return spec.key().isEmpty() ? Map.of() : Map.of("Authorization", "Bearer " + spec.key());
  }

  @Override
  public Map<String, Object> body(ProxySpec spec, ProxyCall call) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("model", spec.model());
    body.put(
        "messages",
        call.messages().stream()
            .map(message -> Map.of("role", message.role(), "content", content(message)))
            .toList());
    body.put("stream", true);
    body.put("stream_options", Map.of("include_usage", true));
    // OpenAI's newer models refuse the old name; most other servers know only that one.
    boolean openAi = OPENAI_HOST.equals(spec.url().getHost());
    body.put(openAi ? "max_completion_tokens" : "max_tokens", call.maxOutputTokens());
    if (call.format() == AnswerFormat.JSON) {
      body.put("response_format", Map.of("type", "json_object"));
    }
    return body;
  }

  /** Many servers that copy OpenAI know only plain text, so a list is for images alone. */
  private static Object content(AiMessage message) {
    if (message.images().isEmpty()) {
      return message.content();
    }
    List<Object> parts = new ArrayList<>();
    for (AiImage image : message.images()) {
      parts.add(Map.of("type", "image_url", "image_url", Map.of("url", image.toUri())));
    }
    parts.add(Map.of("type", "text", "text", message.content()));
    return parts;
  }

  @Override
  public String read(JsonNode event, Reply reply) {
    JsonNode usage = event.path("usage");
    if (usage.isObject()) {
      reply.count(
          usage.path("prompt_tokens").asInt(),
          usage.path("prompt_tokens_details").path("cached_tokens").asInt(),
          usage.path("completion_tokens").asInt());
    }
    JsonNode choice = event.path("choices").path(0);
    if (choice.path("finish_reason").isTextual()) {
      reply.end(choice.path("finish_reason").textValue());
    }
    if (choice.path("delta").path("refusal").isTextual()) {
      reply.end("refusal");
    }
    return choice.path("delta").path("content").asText("");
  }

  @Override
  public Set<String> refusals() {
    return Set.of("content_filter", "refusal");
  }

  @Override
  public Set<String> limits() {
    return Set.of("length");
  }
}

package com.quaily.ai.proxy;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.model.ai.AiImage;
import com.quaily.model.ai.AiMessage;
import com.quaily.model.ai.AnswerFormat;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Google's generateContent. */
final class GeminiDialect implements Dialect {

  private static final String BLOCKED = "BLOCKED";

  @Override
  public String path(ProxySpec spec) {
    return "/models/"
        + URLEncoder.encode(spec.model(), StandardCharsets.UTF_8)
        + ":streamGenerateContent?alt=sse";
  }

  @Override
  public Map<String, String> headers(ProxySpec spec) {
    return Map.of("x-goog-api-key", spec.key());
  }

  @Override
  public Map<String, Object> body(ProxySpec spec, ProxyCall call) {
    Map<String, Object> body = new LinkedHashMap<>();
    List<Map<String, String>> system =
        call.messages().stream().filter(it -> isSystem(it)).map(it -> part(it)).toList();
    if (!system.isEmpty()) {
      body.put("systemInstruction", Map.of("parts", system));
    }
    body.put(
        "contents",
        call.messages().stream()
            .filter(it -> !isSystem(it))
            .map(it -> Map.of("role", role(it), "parts", parts(it)))
            .toList());
    Map<String, Object> generation = new LinkedHashMap<>();
    generation.put("maxOutputTokens", call.maxOutputTokens());
    if (call.format() == AnswerFormat.JSON) {
      generation.put("responseMimeType", "application/json");
    }
    body.put("generationConfig", generation);
    return body;
  }

  private static boolean isSystem(AiMessage message) {
    return message.role().equals(AiMessage.SYSTEM);
  }

  private static String role(AiMessage message) {
    return message.role().equals(AiMessage.ASSISTANT) ? "model" : "user";
  }

  private static List<Map<String, ?>> parts(AiMessage message) {
    List<Map<String, ?>> parts = new ArrayList<>();
    for (AiImage image : message.images()) {
      parts.add(Map.of("inlineData", Map.of("mimeType", image.type(), "data", image.data())));
    }
    parts.add(part(message));
    return parts;
  }

  private static Map<String, String> part(AiMessage message) {
    return Map.of("text", message.content());
  }

  @Override
  public String read(JsonNode event, Reply reply) {
    JsonNode usage = event.path("usageMetadata");
    if (usage.isObject()) {
      reply.count(
          usage.path("promptTokenCount").asInt(),
          usage.path("cachedContentTokenCount").asInt(),
          usage.path("candidatesTokenCount").asInt() + usage.path("thoughtsTokenCount").asInt());
    }
    if (event.path("promptFeedback").path("blockReason").isTextual()) {
      reply.end(BLOCKED);
    }
    JsonNode candidate = event.path("candidates").path(0);
    if (candidate.path("finishReason").isTextual()) {
      reply.end(candidate.path("finishReason").textValue());
    }
    StringBuilder text = new StringBuilder();
    for (JsonNode part : candidate.path("content").path("parts")) {
      if (!part.path("thought").asBoolean()) {
        text.append(part.path("text").asText(""));
      }
    }
    return text.toString();
  }

  @Override
  public Set<String> refusals() {
    return Set.of(
        BLOCKED,
        "SAFETY",
        "RECITATION",
        "LANGUAGE",
        "BLOCKLIST",
        "PROHIBITED_CONTENT",
        "SPII",
        "OTHER");
  }

  @Override
  public Set<String> limits() {
    return Set.of("MAX_TOKENS");
  }
}

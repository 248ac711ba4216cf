package com.quaily.ai.proxy;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.model.ai.AiImage;
import com.quaily.model.ai.AiMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Messages of Anthropic. */
final class AnthropicDialect implements Dialect {

  private String reason = "";

  @Override
  public String path(ProxySpec spec) {
    return "/messages";
  }

  @Override
  public Map<String, String> headers(ProxySpec spec) {
    return Map.of("x-api-key", spec.key(), "anthropic-version", "2023-06-01");
  }

  @Override
  public Map<String, Object> body(ProxySpec spec, ProxyCall call) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("model", spec.model());
    body.put("max_tokens", call.maxOutputTokens());
    List<Map<String, Object>> system =
        call.messages().stream().filter(AnthropicDialect::isSystem).map(this::block).toList();
    if (!system.isEmpty()) {
      body.put("system", system);
    }
    body.put(
        "messages",
        call.messages().stream()
            .filter(message -> !isSystem(message))
            .map(it -> Map.of("role", it.role(), "content", blocks(it)))
            .toList());
    body.put("stream", true);
    return body;
  }

  private static boolean isSystem(AiMessage message) {
    return message.role().equals(AiMessage.SYSTEM);
  }

  private List<Map<String, Object>> blocks(AiMessage message) {
    List<Map<String, Object>> blocks = new ArrayList<>();
    for (AiImage image : message.images()) {
      blocks.add(
          Map.of(
              "type",
              "image",
              "source",
              Map.of("type", "base64", "media_type", image.type(), "data", image.data())));
    }
    blocks.add(block(message));
    return blocks;
  }

  private Map<String, Object> block(AiMessage message) {
    Map<String, Object> block = new LinkedHashMap<>();
    block.put("type", "text");
    block.put("text", message.content());
    if (message.cached()) {
      block.put("cache_control", Map.of("type", "ephemeral"));
    }
    return block;
  }

  /** The reason to stop comes before the end marker. */
  @Override
  public String read(JsonNode event, Reply reply) {
    switch (event.path("type").asText("")) {
      case "message_start" -> countInput(event.path("message").path("usage"), reply);
      case "message_delta" -> {
        reason = event.path("delta").path("stop_reason").asText("end_turn");
        reply.countOutput(event.path("usage").path("output_tokens").asInt());
      }
      case "message_stop" -> reply.end(reason.isEmpty() ? "end_turn" : reason);
      case "content_block_delta" -> {
        return event.path("delta").path("text").asText("");
      }
      default -> {
        // Pings, thoughts, and what newer versions add.
      }
    }
    return "";
  }

  /** Cached tokens are not part of the figure for the input. */
  private static void countInput(JsonNode usage, Reply reply) {
    int cached = usage.path("cache_read_input_tokens").asInt();
    int written = usage.path("cache_creation_input_tokens").asInt();
    int input = usage.path("input_tokens").asInt() + written + cached;
    reply.count(input, cached, usage.path("output_tokens").asInt());
  }

  @Override
  public Set<String> refusals() {
    return Set.of("refusal");
  }

  @Override
  public Set<String> limits() {
    return Set.of("max_tokens", "model_context_window_exceeded");
  }
}

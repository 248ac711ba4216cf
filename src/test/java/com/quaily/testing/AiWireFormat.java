package com.quaily.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.quaily.testing.AiProviderStub.End;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The formats in which providers are asked and answer: the data of server-sent events. */
enum AiWireFormat {
  OPENAI("Authorization") {
    @Override
    String part(String text) {
      return write(Map.of("choices", List.of(Map.of("delta", Map.of("content", text)))));
    }

    @Override
    List<String> finish(End end) {
      String reason =
          switch (end) {
            case LIMIT -> "length";
            case REFUSAL, BLOCKED_QUESTION -> "content_filter";
            default -> "stop";
          };
      return List.of(
          "{\"choices\":[{\"delta\":{},\"finish_reason\":\"" + reason + "\"}]}",
          "{\"choices\":[],\"usage\":{\"prompt_tokens\":10,\"completion_tokens\":20}}",
          "[DONE]");
    }
  },

  ANTHROPIC("x-api-key") {
    @Override
    List<String> begin() {
      return List.of(
          "{\"type\":\"message_start\",\"message\":{\"usage\":{\"input_tokens\":10,"
              + "\"cache_read_input_tokens\":0,\"output_tokens\":1}}}",
          "{\"type\":\"ping\"}");
    }

    @Override
    String part(String text) {
      return write(
          Map.of(
              "type", "content_block_delta", "delta", Map.of("type", "text_delta", "text", text)));
    }

    @Override
    List<String> finish(End end) {
      String reason =
          switch (end) {
            case LIMIT -> "max_tokens";
            case REFUSAL, BLOCKED_QUESTION -> "refusal";
            default -> "end_turn";
          };
      return List.of(
          "{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\""
              + reason
              + "\"},\"usage\":{\"output_tokens\":20}}",
          "{\"type\":\"message_stop\"}");
    }
  },

  /** Its events have no end marker but the reason to finish, and the usage counts up. */
  GEMINI("x-goog-api-key") {
    @Override
    List<String> begin() {
      return List.of(
          "{\"candidates\":[{\"content\":{\"role\":\"model\",\"parts\":"
              + "[{\"text\":\"Let me think.\",\"thought\":true}]},\"index\":0}],"
              + "\"usageMetadata\":{\"promptTokenCount\":10,\"thoughtsTokenCount\":5}}");
    }

    @Override
    String part(String text) {
      return write(
          Map.of(
              "candidates",
              List.of(Map.of("content", Map.of("parts", List.of(Map.of("text", text)))))));
    }

    @Override
    String error() {
      return "{\"error\":{\"code\":503,\"message\":\"The model is overloaded.\","
          + "\"status\":\"UNAVAILABLE\"}}";
    }

    @Override
    List<String> finish(End end) {
      if (end == End.BLOCKED_QUESTION) {
        return List.of("{\"promptFeedback\":{\"blockReason\":\"SAFETY\"}}");
      }
      String reason =
          switch (end) {
            case LIMIT -> "MAX_TOKENS";
            case REFUSAL -> "PROHIBITED_CONTENT";
            default -> "STOP";
          };
      return List.of(
          "{\"candidates\":[{\"finishReason\":\""
              + reason
              + "\"}],\"usageMetadata\":{\"promptTokenCount\":10,\"candidatesTokenCount\":15,"
              + "\"thoughtsTokenCount\":5}}");
    }
  };

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The header with the account's key. */
  private final String keyHeader;

  AiWireFormat(String keyHeader) {
    this.keyHeader = keyHeader;
  }

  static AiWireFormat of(String path) {
    if (path.endsWith("/messages")) {
      return ANTHROPIC;
    }
    return path.endsWith(":streamGenerateContent") ? GEMINI : OPENAI;
  }

  String keyHeader() {
    return keyHeader;
  }

  /** What comes before the text. */
  List<String> begin() {
    return List.of();
  }

  /** A part of the text. */
  abstract String part(String text);

  /** An error after the beginning of the answer. */
  String error() {
    return "{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\","
        + "\"message\":\"Overloaded\"}}";
  }

  /** What comes after the text. */
  abstract List<String> finish(End end);

  /** The text of the last message of a question, in any of the formats. */
  static String last(JsonNode question) {
    boolean gemini = question.has("contents");
    JsonNode messages = question.path(gemini ? "contents" : "messages");
    JsonNode content = messages.path(messages.size() - 1).path(gemini ? "parts" : "content");
    return content.isArray()
        ? content.path(content.size() - 1).path("text").asText()
        : content.asText();
  }

  private static String write(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}

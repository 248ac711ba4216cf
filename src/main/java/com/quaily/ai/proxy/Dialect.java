package com.quaily.ai.proxy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/** The wire format of a provider. All answers are streams of server-sent events. */
interface Dialect {

  /** The path below the base URL that a question is posted to. */
  String path(ProxySpec spec);

  /** The headers that carry the key and the version. */
  Map<String, String> headers(ProxySpec spec);

  /** The body of a question, to be written as JSON. */
  Map<String, Object> body(ProxySpec spec, ProxyCall call);

  /** Takes an event into account; returns the text that it brings, which may be empty. */
  String read(JsonNode event, Reply reply);

  /** Whether the event says that the answer failed. */
  default boolean isError(JsonNode event) {
    return event.path("error").isObject() || event.path("type").asText("").equals("error");
  }

  /** Reasons of an end that mean that the provider refuses. */
  Set<String> refusals();

  /** Reasons of an end that mean that the answer reached its limit. */
  Set<String> limits();
}

package com.quaily.service.delivery.bounce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.quaily.model.JsonText;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import java.io.IOException;

/** Bodies of reports, which are read before it is known who sent them. */
final class JsonBodies {

  private JsonBodies() {}

  /** The body; a missing node when it is not a JSON object or list. */
  static JsonNode read(byte[] body) {
    try {
      JsonNode node = JsonText.reader().readTree(body);
      return node != null && node.isContainerNode() ? node : MissingNode.getInstance();
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }

  /**
   * @throws InvalidException when it is missing
   */
  static void requireJson(JsonNode body) {
    if (body.isMissingNode()) {
      throw new InvalidException(
          ErrorCode.MALFORMED_JSON, "The body must be a JSON object or a list of them.");
    }
  }
}

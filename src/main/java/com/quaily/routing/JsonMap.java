package com.quaily.routing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Reads small tables from storage: one JSON object of strings. */
final class JsonMap {

  private static final JsonFactory FACTORY = new JsonFactory();

  private JsonMap() {}

  /**
   * Reads a table.
   *
   * @throws IOException when it is not an object with only string values
   */
  static Map<String, String> parse(byte[] json) throws IOException {
    Map<String, String> table = new HashMap<>();
    try (JsonParser parser = FACTORY.createParser(json)) {
      expect(parser.nextToken(), JsonToken.START_OBJECT);
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        expect(parser.nextToken(), JsonToken.VALUE_STRING);
        table.put(name, parser.getText());
      }
      expect(parser.currentToken(), JsonToken.END_OBJECT);
    }
    return table;
  }

  private static void expect(JsonToken found, JsonToken expected) throws IOException {
    if (found != expected) {
      throw new IOException("Expected " + expected + " but found " + found);
    }
  }
}

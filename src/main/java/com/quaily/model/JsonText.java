package com.quaily.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;

/** Reads and writes JSON everywhere but in the API, which has conventions of its own. */
public final class JsonText {

  private static final ObjectMapper MAPPER =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  private static final ObjectWriter INDENTED = MAPPER.writerWithDefaultPrettyPrinter();

  private JsonText() {}

  /**
   * On one line.
   *
   * @param value of maps, lists, records, texts and numbers
   */
  public static String write(Object value) {
    return write(MAPPER.writer(), value);
  }

  /** As {@link #write}, on many lines that people can read. */
  public static String writeIndented(Object value) {
    return write(INDENTED, value) + "\n";
  }

  private static String write(ObjectWriter writer, Object value) {
    try {
      return writer.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not representable as JSON", e);
    }
  }

  /** Ignores fields that a record does not have. */
  public static ObjectReader reader() {
    return MAPPER.reader();
  }
}

package com.quaily.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Stores job data as JSON, so that it remains readable after an upgrade. */
final class JobDataSerializer implements Serializer {

  private static final ObjectMapper JSON =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  @Override
  public byte[] serialize(Object data) {
    try {
      return data == null ? null : JSON.writeValueAsBytes(data);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("job data is not representable as JSON", e);
    }
  }

  @Override
  public <T> T deserialize(Class<T> type, byte[] serialized) {
    try {
      return serialized == null ? null : JSON.readValue(serialized, type);
    } catch (IOException e) {
      throw new UncheckedIOException("job data cannot be read as " + type.getName(), e);
    }
  }
}

package com.quaily.job;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.quaily.model.JsonText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Stores job data as JSON, so that it remains readable after an upgrade. */
final class JobDataSerializer implements Serializer {

  @Override
  public byte[] serialize(Object data) {
    return data == null ? null : JsonText.write(data).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public <T> T deserialize(Class<T> type, byte[] serialized) {
    try {
      return serialized == null ? null : JsonText.reader().readValue(serialized, type);
    } catch (IOException e) {
      throw new UncheckedIOException("job data cannot be read as " + type.getName(), e);
    }
  }
}

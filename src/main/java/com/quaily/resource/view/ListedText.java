package com.quaily.resource.view;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;

/**
 * Writes the text of something that stands in lists. A list consists of such texts almost entirely,
 * and the same few are listed again and again, so there they are kept as they stand in JSON.
 */
final class ListedText extends JsonSerializer<String> {

  private static final long KEPT_CHARACTERS = 8_000_000;

  private final Cache<String, SerializableString> encoded =
      Caffeine.newBuilder()
          .maximumWeight(KEPT_CHARACTERS)
          .weigher((String text, SerializableString json) -> 100 + text.length())
          .executor(Runnable::run)
          .build();

  @Override
  public void serialize(String text, JsonGenerator json, SerializerProvider provider)
      throws IOException {
    if (json.getOutputContext().getParent().inArray()) {
      json.writeString(encoded.get(text, SerializedString::new));
    } else {
      json.writeString(text);
    }
  }
}

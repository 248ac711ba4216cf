package com.quaily.resource.view;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Writes texts in list responses. Lists consist mostly of such texts, and the same ones appear
 * again and again, so their JSON form is cached.
 */
final class ListedText extends JsonSerializer<String> {

  private static final long KEPT_BYTES = 12_000_000;
  private static final int ROOM_FOR_ESCAPES = 512;

  /** A placeholder for texts that are unlikely to appear again. */
  private static final byte[] SEEN_ONCE = {};

  /** Bytes of a quotation mark. */
  private static final int QUOTE = 1;

  private static final JsonFactory JSON = new JsonFactory();

  /**
   * By object identity, because cached posts keep their strings: a newly read text need not be
   * hashed to find that it is not cached.
   */
  private final Cache<String, byte[]> encoded =
      Caffeine.newBuilder()
          .weakKeys()
          .maximumWeight(KEPT_BYTES)
          .weigher((String text, byte[] json) -> 100 + json.length)
          .executor(Runnable::run)
          .build();

  @Override
  public void serialize(String text, JsonGenerator json, SerializerProvider provider)
      throws IOException {
    if (!json.getOutputContext().getParent().inArray()) {
      json.writeString(text);
      return;
    }
    byte[] known = encoded.getIfPresent(text);
    if (known == null) {
      encoded.put(text, SEEN_ONCE);
      byte[] characters = text.getBytes(StandardCharsets.UTF_8);
      json.writeUTF8String(characters, 0, characters.length);
      return;
    }
    byte[] quoted = known == SEEN_ONCE ? keep(text) : known;
    json.writeRawUTF8String(quoted, QUOTE, quoted.length - 2 * QUOTE);
  }

  private byte[] keep(String text) {
    byte[] quoted = encode(text);
    encoded.put(text, quoted);
    return quoted;
  }

  /** The text in JSON, including quotation marks; as bytes, which is fastest. */
  private static byte[] encode(String text) {
    byte[] characters = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream quoted = new ByteArrayOutputStream(characters.length + ROOM_FOR_ESCAPES);
    try (JsonGenerator json = JSON.createGenerator(quoted)) {
      json.writeUTF8String(characters, 0, characters.length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return quoted.toByteArray();
  }
}

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
 * Writes the text of something that stands in lists. A list consists of such texts almost entirely,
 * and the same few are listed again and again, so there they are kept as they stand in JSON.
 */
final class ListedText extends JsonSerializer<String> {

  private static final long KEPT_BYTES = 12_000_000;
  private static final int ROOM_FOR_ESCAPES = 512;

  /** Stands for what may never be shown again. */
  private static final byte[] SEEN_ONCE = {};

  /** Bytes of a quotation mark. */
  private static final int QUOTE = 1;

  private static final JsonFactory JSON = new JsonFactory();

  /**
   * By the very object, because posts that are kept keep theirs: a text that is read anew need not
   * be gone through to find out that it is not here.
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

  /** The text as it stands in JSON, quotation marks and all; from bytes, which is quickest. */
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

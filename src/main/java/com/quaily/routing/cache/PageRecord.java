package com.quaily.routing.cache;

import com.quaily.routing.http.ContentEncoding;
import com.quaily.routing.http.HeaderGroup;
import com.quaily.storage.ObjectInfo;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.Map;

/** Serializes the variants of a page. */
final class PageRecord {

  private static final ContentEncoding[] ENCODINGS = ContentEncoding.values();

  /** The preference that a variant matches, its encoding, its length. */
  private static final int HEAD_BYTES = 1 + 1 + 4;

  private PageRecord() {}

  static byte[] write(CachedPage page) {
    Map<ContentEncoding, PageVariant> variants = page.variants();
    int length =
        variants.values().stream().mapToInt(form -> HEAD_BYTES + form.body().length()).sum();
    ByteBuffer record = ByteBuffer.allocate(length);
    variants.forEach(
        (preference, form) ->
            record
                .put((byte) preference.ordinal())
                .put((byte) form.encoding().ordinal())
                .putInt(form.body().length())
                .put(form.body().toArray()));
    return record.array();
  }

  /**
   * The stored variants, by the preference they match; they share the record's bytes.
   *
   * @param info the page's stored object
   * @param ofContent the headers that depend on its content
   */
  static Map<ContentEncoding, PageVariant> read(
      byte[] bytes, ObjectInfo info, HeaderGroup ofContent, PageFactory factory) {
    ByteBuffer record = ByteBuffer.wrap(bytes);
    Map<ContentEncoding, PageVariant> variants = new EnumMap<>(ContentEncoding.class);
    while (record.hasRemaining()) {
      ContentEncoding preference = ENCODINGS[record.get()];
      ContentEncoding encoding = ENCODINGS[record.get()];
      int length = record.getInt();
      PageBody body = PageBody.of(record.slice(record.position(), length));
      record.position(record.position() + length);
      variants.put(preference, factory.variant(info, encoding, body, ofContent, true));
    }
    return variants;
  }
}

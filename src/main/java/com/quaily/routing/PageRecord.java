package com.quaily.routing;

import com.quaily.storage.ObjectInfo;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Pages as bytes, with all that took time to make of the stored object: the forms of the body and
 * the headers that follow from its content.
 */
final class PageRecord {

  private static final ContentEncoding[] ENCODINGS = ContentEncoding.values();

  private PageRecord() {}

  static byte[] write(CachedPage page) throws IOException {
    Map<ContentEncoding, PageVariant> variants = page.variants();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(page.weight());
    DataOutputStream out = new DataOutputStream(bytes);
    List<Header> headers = variants.values().iterator().next().contentHeaders();
    out.writeByte(headers.size());
    for (Header header : headers) {
      out.writeUTF(header.name());
      out.writeUTF(header.value());
    }
    out.writeByte(variants.size());
    for (Map.Entry<ContentEncoding, PageVariant> form : variants.entrySet()) {
      PageVariant variant = form.getValue();
      out.writeByte(form.getKey().ordinal());
      out.writeByte(variant.encoding().ordinal());
      out.writeInt(variant.body().length());
      out.write(variant.body().toArray());
    }
    return bytes.toByteArray();
  }

  /**
   * The forms that were written, by the preference they answer.
   *
   * @param info what the page was made of
   */
  static Map<ContentEncoding, PageVariant> read(byte[] bytes, ObjectInfo info, PageFactory factory)
      throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    List<Header> headers = new ArrayList<>();
    for (int left = in.readByte(); left > 0; left--) {
      headers.add(new Header(in.readUTF(), in.readUTF()));
    }
    Map<ContentEncoding, PageVariant> variants = new EnumMap<>(ContentEncoding.class);
    for (int left = in.readByte(); left > 0; left--) {
      ContentEncoding preference = ENCODINGS[in.readByte()];
      ContentEncoding encoding = ENCODINGS[in.readByte()];
      byte[] body = in.readNBytes(in.readInt());
      variants.put(preference, factory.variant(info, encoding, body, headers, true));
    }
    return variants;
  }
}

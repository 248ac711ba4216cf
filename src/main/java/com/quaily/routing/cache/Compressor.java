package com.quaily.routing.cache;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import com.aayushatharva.brotli4j.encoder.Encoder;
import com.quaily.routing.http.ContentEncoding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Converts a page between encodings. Thread-safe. */
public final class Compressor {

  private static final Logger LOG = LoggerFactory.getLogger(Compressor.class);

  private static final int BROTLI_QUALITY = 5;

  /** Below this size a compressed response is hardly smaller than its headers. */
  private static final int SMALLEST = 256;

  private static final Set<String> COMPRESSIBLE =
      Set.of(
          "application/javascript",
          "application/json",
          "application/manifest+json",
          "application/wasm",
          "application/xml",
          "image/svg+xml",
          "image/x-icon",
          "image/vnd.microsoft.icon");

  private final Gzip gzip = new Gzip();

  /** Loading the native code is slow, so it happens at the first page that needs it. */
  private volatile boolean brotli = true;

  /** Whether Brotli is available as far as known: true until loading fails. */
  public boolean hasBrotli() {
    return brotli;
  }

  /** Whether content of this type and size is worth compressing. */
  static boolean isWorthwhile(String contentType, int size) {
    int semicolon = contentType.indexOf(';');
    String type =
        (semicolon < 0 ? contentType : contentType.substring(0, semicolon))
            .trim()
            .toLowerCase(Locale.ROOT);
    return size >= SMALLEST
        && (type.startsWith("text/")
            || type.endsWith("+xml")
            || type.endsWith("+json")
            || COMPRESSIBLE.contains(type));
  }

  /** The content in this encoding; the unchanged content if it cannot be encoded. */
  byte[] encode(byte[] content, ContentEncoding encoding) {
    try {
      return switch (encoding) {
        case IDENTITY -> content;
        case GZIP -> gzip.encode(content);
        case BROTLI -> canBrotli() ? brotli(content) : content;
      };
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The decoded content. */
  byte[] decode(byte[] encoded, ContentEncoding encoding) {
    try (InputStream in = decoder(new ByteArrayInputStream(encoded), encoding)) {
      return in.readAllBytes();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static InputStream decoder(InputStream in, ContentEncoding encoding) throws IOException {
    return switch (encoding) {
      case IDENTITY -> in;
      case GZIP -> new GZIPInputStream(in);
      case BROTLI -> new BrotliInputStream(in);
    };
  }

  private static byte[] brotli(byte[] content) throws IOException {
    return Encoder.compress(content, Encoder.Parameters.create(BROTLI_QUALITY));
  }

  private boolean canBrotli() {
    if (brotli && !Brotli4jLoader.isAvailable()) {
      LOG.warn("Brotli is not available on this machine; using gzip");
      brotli = false;
    }
    return brotli;
  }
}

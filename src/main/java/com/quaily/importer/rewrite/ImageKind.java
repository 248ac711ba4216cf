package com.quaily.importer.rewrite;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Detects images by their first bytes, because file names can be wrong. */
final class ImageKind {
  private static final List<byte[]> BEGINNINGS =
      List.of(
          new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'},
          new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF},
          "GIF87a".getBytes(StandardCharsets.US_ASCII),
          "GIF89a".getBytes(StandardCharsets.US_ASCII),
          new byte[] {0, 0, 1, 0});

  private ImageKind() {}

  /** True for PNG, JPEG, GIF, WebP and ICO. */
  static boolean isSupported(byte[] content) {
    return BEGINNINGS.stream().anyMatch(beginning -> hasAt(content, 0, beginning))
        || (hasAt(content, 0, "RIFF".getBytes(StandardCharsets.US_ASCII))
            && hasAt(content, 8, "WEBP".getBytes(StandardCharsets.US_ASCII)));
  }

  private static boolean hasAt(byte[] content, int offset, byte[] part) {
    if (content.length < offset + part.length) {
      return false;
    }
    for (int i = 0; i < part.length; i++) {
      if (content[offset + i] != part[i]) {
        return false;
      }
    }
    return true;
  }
}

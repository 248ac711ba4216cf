package com.quaily.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.Optional;

/** The supported image formats, detected by their first bytes and never by a name. */
public enum ImageKind {
  PNG("image/png"),
  JPEG("image/jpeg"),
  GIF("image/gif"),
  WEBP("image/webp"),
  ICO("image/x-icon");

  private final String mimeType;

  ImageKind(String mimeType) {
    this.mimeType = mimeType;
  }

  String mimeType() {
    return mimeType;
  }

  /** Whether the format is typical of cameras: then small losses are invisible. */
  boolean isPhotographic() {
    return this == JPEG;
  }

  /** The format of these bytes; empty for anything else. */
  public static Optional<ImageKind> of(byte[] content) {
    return Arrays.stream(values()).filter(kind -> kind.begins(content)).findFirst();
  }

  private boolean begins(byte[] content) {
    return switch (this) {
      case PNG -> has(content, 0, "\u0089PNG\r\n\u001a\n");
      case JPEG -> has(content, 0, "\u00ff\u00d8\u00ff");
      case GIF -> has(content, 0, "GIF87a") || has(content, 0, "GIF89a");
      case WEBP -> has(content, 0, "RIFF") && has(content, 8, "WEBP");
      case ICO -> has(content, 0, "\0\0\u0001\0");
    };
  }

  private static boolean has(byte[] content, int offset, String signature) {
    byte[] expected = signature.getBytes(ISO_8859_1);
    int end = offset + expected.length;
    return content.length >= end
        && Arrays.equals(content, offset, end, expected, 0, expected.length);
  }
}

package com.quaily.page.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads files that are part of the program. */
public final class Resources {

  private Resources() {}

  /**
   * A file of the class path.
   *
   * @throws IllegalStateException when it is missing, which is a build error
   */
  public static byte[] bytes(String path) {
    try (InputStream stream = Resources.class.getClassLoader().getResourceAsStream(path)) {
      if (stream == null) {
        throw new IllegalStateException("Missing from the class path: " + path);
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file as UTF-8 text. */
  public static String text(String path) {
    return new String(bytes(path), StandardCharsets.UTF_8);
  }
}

package com.quaily.importer.source;

import com.quaily.importer.report.SourceException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads text files strictly: invalid bytes are an error. */
public final class SourceText {
  static final int MAX_BYTES = 2 * 1024 * 1024;

  private SourceText() {}

  /**
   * The text of a file, without byte order mark, lines ended by a line feed.
   *
   * @throws SourceException when it is too large, unreadable, or neither UTF-8 nor UTF-16 with a
   *     byte order mark
   */
  public static String read(Path file) throws SourceException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MAX_BYTES + 1);
    } catch (IOException e) {
      throw new SourceException(0, "the file cannot be read: " + e.getMessage(), e);
    }
    if (bytes.length > MAX_BYTES) {
      throw new SourceException("the file is larger than 2 MB");
    }
    return decode(bytes);
  }

  static String decode(byte[] bytes) throws SourceException {
    String text =
        startsWith(bytes, 0xEF, 0xBB, 0xBF)
            ? decode(bytes, 3, StandardCharsets.UTF_8)
            : startsWith(bytes, 0xFF, 0xFE)
                ? decode(bytes, 2, StandardCharsets.UTF_16LE)
                : startsWith(bytes, 0xFE, 0xFF)
                    ? decode(bytes, 2, StandardCharsets.UTF_16BE)
                    : decode(bytes, 0, StandardCharsets.UTF_8);
    int nul = text.indexOf('\0');
    if (nul >= 0) {
      throw new SourceException(
          Lines.of(text).at(nul), "the file contains a NUL character: it is not a text file");
    }
    return text.replace("\r\n", "\n").replace('\r', '\n');
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static String decode(byte[] bytes, int offset, Charset charset) throws SourceException {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes, offset, bytes.length - offset);
    CharBuffer out = CharBuffer.allocate(bytes.length - offset + 1);
    CoderResult result = decoder.decode(in, out, true);
    String text = out.flip().toString();
    if (result.isError()) {
      throw new SourceException(
          Lines.of(text).at(text.length()),
          "the text is not valid " + charset.name() + " (byte " + in.position() + ")");
    }
    return text;
  }
}

package com.quaily.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the chunks of PNG, WebP and JPEG files without decoding them. */
final class ImageChunks {

  /** A named chunk; its content is a view of the file. */
  record Chunk(String name, ByteBuffer content) {}

  private static final int PNG_SIGNATURE = 8;
  private static final int WEBP_SIGNATURE = 12;
  private static final int START_OF_SCAN = 0xda;
  private static final int FIRST_RESTART = 0xd0;
  private static final int END_OF_IMAGE = 0xd9;

  private ImageChunks() {}

  /** The first chunk with this name. */
  static Optional<ByteBuffer> find(List<Chunk> chunks, String name) {
    return chunks.stream()
        .filter(chunk -> chunk.name().equals(name))
        .map(Chunk::content)
        .findFirst();
  }

  /** The chunks of a PNG file; stops where the file is truncated. */
  static List<Chunk> ofPng(byte[] file) {
    ByteBuffer buffer = ByteBuffer.wrap(file).position(PNG_SIGNATURE);
    List<Chunk> chunks = new ArrayList<>();
    while (buffer.remaining() >= 8) {
      int length = buffer.getInt();
      String name = name(buffer);
      if (length < 0 || length > buffer.remaining() - 4) {
        break;
      }
      chunks.add(new Chunk(name, take(buffer, length)));
      buffer.getInt(); // the decoder checks the checksum
    }
    return chunks;
  }

  /** The chunks of a WebP file; stops where the file is truncated. */
  static List<Chunk> ofWebp(byte[] file) {
    return ofRiff(ByteBuffer.wrap(file).position(WEBP_SIGNATURE));
  }

  /** The chunks from the buffer's position, such as those within a frame of an animation. */
  static List<Chunk> ofRiff(ByteBuffer riff) {
    ByteBuffer buffer = riff.slice().order(ByteOrder.LITTLE_ENDIAN);
    List<Chunk> chunks = new ArrayList<>();
    while (buffer.remaining() >= 8) {
      String name = name(buffer);
      int length = buffer.getInt();
      if (length < 0 || length > buffer.remaining()) {
        break;
      }
      chunks.add(new Chunk(name, take(buffer, length).order(ByteOrder.LITTLE_ENDIAN)));
      // Chunks start at even offsets.
      buffer.position(Math.min(buffer.limit(), buffer.position() + (length & 1)));
    }
    return chunks;
  }

  /** The marker segments of a JPEG file before its first scan, named by their marker in hex. */
  static List<Chunk> ofJpeg(byte[] file) {
    ByteBuffer buffer = ByteBuffer.wrap(file).position(2);
    List<Chunk> chunks = new ArrayList<>();
    while (buffer.remaining() >= 4 && (buffer.get() & 0xff) == 0xff) {
      int marker = buffer.get() & 0xff;
      int length = (buffer.getShort() & 0xffff) - 2;
      if (marker == START_OF_SCAN || length < 0 || length > buffer.remaining()) {
        break;
      }
      chunks.add(new Chunk(Integer.toHexString(marker), take(buffer, length)));
    }
    return chunks;
  }

  /** The maximum number of scans in a JPEG file; the decoder processes the whole image for each. */
  static int countScans(byte[] jpeg) {
    int scans = 0;
    for (int i = 1; i < jpeg.length; i++) {
      if ((jpeg[i] & 0xff) == START_OF_SCAN && jpeg[i - 1] == (byte) 0xff) {
        scans++;
      }
    }
    return scans;
  }

  /**
   * Whether a JPEG file reaches its end marker. Decoders do not ask for it: they fill what is
   * missing with gray.
   */
  static boolean isWholeJpeg(byte[] jpeg) {
    int i = 2;
    while (i + 3 < jpeg.length) {
      int marker = jpeg[i] == (byte) 0xff ? jpeg[i + 1] & 0xff : -1;
      if (marker == END_OF_IMAGE) {
        return true;
      }
      if (marker < 0 || marker == 0xff) {
        // Compressed pixels, or padding before a marker.
        i++;
      } else if (marker <= 1 || (marker >= FIRST_RESTART && marker < END_OF_IMAGE)) {
        i += 2;
      } else {
        i += 2 + ((jpeg[i + 2] & 0xff) << 8 | jpeg[i + 3] & 0xff);
      }
    }
    return endsWithMarker(jpeg, i);
  }

  private static boolean endsWithMarker(byte[] jpeg, int from) {
    for (int i = from; i + 1 < jpeg.length; i++) {
      if (jpeg[i] == (byte) 0xff && (jpeg[i + 1] & 0xff) == END_OF_IMAGE) {
        return true;
      }
    }
    return false;
  }

  private static String name(ByteBuffer buffer) {
    byte[] name = new byte[4];
    buffer.get(name);
    return new String(name, ISO_8859_1);
  }

  private static ByteBuffer take(ByteBuffer buffer, int length) {
    ByteBuffer content = buffer.slice(buffer.position(), length);
    buffer.position(buffer.position() + length);
    return content;
  }
}

package com.quaily.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Assembles the chunks of WebP files, following the WebP Container Specification. */
final class WebpContainer {

  private static final int ANIMATED = 0x02;
  private static final int HAS_ALPHA = 0x10;
  private static final int DO_NOT_BLEND = 0x02;

  /** An encoded area of the canvas that replaces the previous content; x and y are even. */
  record Frame(int x, int y, int width, int height, int millis, byte[] webp) {}

  private WebpContainer() {}

  /** An animation with these frames, at least one; 0 plays means endless. */
  static byte[] animation(int width, int height, int plays, List<Frame> frames) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    write(body, "VP8X", extended(ANIMATED | HAS_ALPHA, width, height));
    byte[] loop = new byte[6];
    littleEndian(loop).putInt(0).putShort((short) plays);
    write(body, "ANIM", loop);
    for (Frame frame : frames) {
      write(body, "ANMF", frame(frame));
    }
    return file(body.toByteArray());
  }

  /** A still image from the chunks of one frame of an animation. */
  static byte[] still(int width, int height, List<ImageChunks.Chunk> chunks) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    if (ImageChunks.find(chunks, "ALPH").isPresent()) {
      write(body, "VP8X", extended(HAS_ALPHA, width, height));
    }
    chunks.forEach(chunk -> write(body, chunk));
    return file(body.toByteArray());
  }

  private static byte[] frame(Frame frame) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    byte[] bytes = new byte[16];
    ByteBuffer header = littleEndian(bytes);
    put24(header, frame.x() / 2);
    put24(header, frame.y() / 2);
    put24(header, frame.width() - 1);
    put24(header, frame.height() - 1);
    put24(header, Math.min(frame.millis(), 0xffffff));
    header.put((byte) DO_NOT_BLEND);
    content.writeBytes(bytes);
    for (ImageChunks.Chunk chunk : ImageChunks.ofWebp(frame.webp())) {
      if (!chunk.name().equals("VP8X")) {
        write(content, chunk);
      }
    }
    return content.toByteArray();
  }

  private static byte[] extended(int flags, int width, int height) {
    byte[] bytes = new byte[10];
    ByteBuffer content = littleEndian(bytes);
    content.putInt(flags);
    put24(content, width - 1);
    put24(content, height - 1);
    return bytes;
  }

  private static byte[] file(byte[] body) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes("RIFF".getBytes(ISO_8859_1));
    file.writeBytes(size(body.length + 4));
    file.writeBytes("WEBP".getBytes(ISO_8859_1));
    file.writeBytes(body);
    return file.toByteArray();
  }

  private static void write(ByteArrayOutputStream target, ImageChunks.Chunk chunk) {
    byte[] content = new byte[chunk.content().limit()];
    chunk.content().get(0, content);
    write(target, chunk.name(), content);
  }

  private static void write(ByteArrayOutputStream target, String name, byte[] content) {
    target.writeBytes(name.getBytes(ISO_8859_1));
    target.writeBytes(size(content.length));
    target.writeBytes(content);
    if ((content.length & 1) == 1) {
      target.write(0);
    }
  }

  private static byte[] size(int value) {
    byte[] bytes = new byte[4];
    littleEndian(bytes).putInt(value);
    return bytes;
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static void put24(ByteBuffer buffer, int value) {
    buffer.put((byte) value).put((byte) (value >> 8)).put((byte) (value >> 16));
  }
}

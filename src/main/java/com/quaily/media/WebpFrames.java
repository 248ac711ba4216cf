package com.quaily.media;

import com.quaily.media.ImageChunks.Chunk;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** Reads the structure of WebP files: the declared sizes, and the frames of animations. */
final class WebpFrames {

  private static final int FRAME_HEADER = 16;
  private static final int DISPOSE = 0x01;
  private static final int DO_NOT_BLEND = 0x02;

  private WebpFrames() {}

  /** Checks every size in the file: the chunks need not agree with the header. */
  static void checkSizes(byte[] file) {
    for (Chunk chunk : ImageChunks.ofWebp(file)) {
      checkSize(chunk);
      if (chunk.name().equals("ANMF")) {
        parts(chunk.content()).forEach(WebpFrames::checkSize);
      }
    }
  }

  private static void checkSize(Chunk chunk) {
    ByteBuffer content = chunk.content();
    switch (chunk.name()) {
      case "VP8X" -> ImageLimits.check(get24(content, 4) + 1L, get24(content, 7) + 1L);
      case "VP8 " -> ImageLimits.check(content.getShort(6) & 0x3fff, content.getShort(8) & 0x3fff);
      case "VP8L" -> {
        int bits = content.getInt(1);
        ImageLimits.check((bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1);
      }
      default -> {
        // declares no size
      }
    }
  }

  /** The animation; empty for a still image or one too large to be encoded as an animation. */
  static Optional<Animation> read(byte[] file, int longestSide) {
    List<Chunk> chunks = ImageChunks.ofWebp(file);
    List<ByteBuffer> frames =
        chunks.stream().filter(chunk -> chunk.name().equals("ANMF")).map(Chunk::content).toList();
    Optional<ByteBuffer> header = ImageChunks.find(chunks, "VP8X");
    Optional<ByteBuffer> loop = ImageChunks.find(chunks, "ANIM");
    if (header.isEmpty() || loop.isEmpty()) {
      return Optional.empty();
    }
    int width = get24(header.get(), 4) + 1;
    int height = get24(header.get(), 7) + 1;
    if (!Animation.isBearable(frames.size(), width, height, longestSide)) {
      return Optional.empty();
    }
    int plays = loop.get().getShort(4) & 0xffff;
    return Optional.of(new Animation(width, height, plays, frames.stream().map(WebpFrames::frame)));
  }

  private static AnimationFrame frame(ByteBuffer content) {
    int width = get24(content, 6) + 1;
    int height = get24(content, 9) + 1;
    int flags = content.get(15);
    byte[] still = WebpContainer.still(width, height, parts(content));
    return new AnimationFrame(
        ImageDecoder.decode(still, ImageKind.WEBP),
        2 * get24(content, 0),
        2 * get24(content, 3),
        get24(content, 12),
        (flags & DO_NOT_BLEND) == 0,
        (flags & DISPOSE) == 0 ? AnimationFrame.Disposal.KEEP : AnimationFrame.Disposal.CLEAR);
  }

  private static List<Chunk> parts(ByteBuffer frame) {
    return ImageChunks.ofRiff(frame.duplicate().position(FRAME_HEADER)).stream()
        .filter(chunk -> List.of("ALPH", "VP8 ", "VP8L").contains(chunk.name()))
        .toList();
  }

  private static int get24(ByteBuffer buffer, int index) {
    return (buffer.getShort(index) & 0xffff) | ((buffer.get(index + 2) & 0xff) << 16);
  }
}

package com.quaily.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Reads animated GIF files with the JDK's reader. */
final class GifFrames {

  private static final String STREAM_FORMAT = "javax_imageio_gif_stream_1.0";
  private static final String IMAGE_FORMAT = "javax_imageio_gif_image_1.0";

  /** Browsers replace durations that are too short with this one. */
  private static final int DEFAULT_MILLIS = 100;

  private final ImageReader reader;

  private GifFrames(ImageReader reader) {
    this.reader = reader;
  }

  /** The animation; empty for a still image or one too large to be encoded as an animation. */
  static Optional<Animation> read(byte[] file, int longestSide) throws IOException {
    ImageReader reader = ImageDecoder.reader(ImageKind.GIF);
    reader.setInput(new MemoryCacheImageInputStream(new ByteArrayInputStream(file)), false, false);
    int count = reader.getNumImages(true);
    IIOMetadataNode screen =
        child(root(reader.getStreamMetadata(), STREAM_FORMAT), "LogicalScreenDescriptor");
    int width = number(screen, "logicalScreenWidth");
    int height = number(screen, "logicalScreenHeight");
    ImageLimits.check(width, height);
    if (!Animation.isBearable(count, width, height, longestSide)) {
      reader.dispose();
      return Optional.empty();
    }
    GifFrames frames = new GifFrames(reader);
    return Optional.of(
        new Animation(
            width,
            height,
            plays(root(reader.getImageMetadata(0), IMAGE_FORMAT)),
            IntStream.range(0, count).mapToObj(frames::frame).onClose(reader::dispose)));
  }

  private AnimationFrame frame(int index) {
    try {
      ImageLimits.check(reader.getWidth(index), reader.getHeight(index));
      BufferedImage image = ImageColors.toSrgb(reader.read(index));
      IIOMetadataNode root = root(reader.getImageMetadata(index), IMAGE_FORMAT);
      IIOMetadataNode place = child(root, "ImageDescriptor");
      IIOMetadataNode control = child(root, "GraphicControlExtension");
      int millis = control == null ? 0 : 10 * number(control, "delayTime");
      return new AnimationFrame(
          image,
          number(place, "imageLeftPosition"),
          number(place, "imageTopPosition"),
          millis <= 10 ? DEFAULT_MILLIS : millis,
          true,
          disposal(control));
    } catch (IOException failure) {
      throw ImageDecoder.broken(failure);
    }
  }

  private static AnimationFrame.Disposal disposal(IIOMetadataNode control) {
    String method = control == null ? "none" : control.getAttribute("disposalMethod");
    return switch (method) {
      case "restoreToBackgroundColor" -> AnimationFrame.Disposal.CLEAR;
      case "restoreToPrevious" -> AnimationFrame.Disposal.RESTORE;
      default -> AnimationFrame.Disposal.KEEP;
    };
  }

  /** The Netscape extension holds the number of repetitions; without it, a GIF plays once. */
  private static int plays(IIOMetadataNode root) {
    IIOMetadataNode extensions = child(root, "ApplicationExtensions");
    if (extensions == null) {
      return 1;
    }
    IIOMetadataNode extension = child(extensions, "ApplicationExtension");
    byte[] data = (byte[]) extension.getUserObject();
    if (!"NETSCAPE".equals(extension.getAttribute("applicationID"))
        || data.length < 3
        || data[0] != 1) {
      return 1;
    }
    int repeats = (data[1] & 0xff) | ((data[2] & 0xff) << 8);
    return repeats == 0 ? 0 : Math.min(repeats + 1, 0xffff);
  }

  private static IIOMetadataNode root(IIOMetadata metadata, String format) {
    return (IIOMetadataNode) metadata.getAsTree(format);
  }

  private static IIOMetadataNode child(IIOMetadataNode parent, String name) {
    return (IIOMetadataNode) parent.getElementsByTagName(name).item(0);
  }

  private static int number(IIOMetadataNode node, String attribute) {
    return Integer.parseInt(node.getAttribute(attribute));
  }
}

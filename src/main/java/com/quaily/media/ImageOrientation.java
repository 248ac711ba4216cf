package com.quaily.media;

import com.twelvemonkeys.imageio.metadata.Directory;
import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** The camera orientation in the EXIF data, and rotation of the image. */
final class ImageOrientation {

  private static final int UPRIGHT = 1;
  private static final String EXIF_MARKER = "e1";
  private static final int EXIF_PREFIX = 6; // "Exif" and two zeros, in JPEG files only

  private ImageOrientation() {}

  /** The EXIF value from 1 (upright) to 8; 1 when it is missing or invalid. */
  static int of(byte[] file, ImageKind kind) {
    return exif(file, kind).map(ImageOrientation::read).orElse(UPRIGHT);
  }

  private static Optional<ByteBuffer> exif(byte[] file, ImageKind kind) {
    return switch (kind) {
      case PNG -> ImageChunks.find(ImageChunks.ofPng(file), "eXIf");
      case WEBP -> ImageChunks.find(ImageChunks.ofWebp(file), "EXIF");
      case JPEG ->
          ImageChunks.ofJpeg(file).stream()
              .filter(chunk -> chunk.name().equals(EXIF_MARKER))
              .map(ImageChunks.Chunk::content)
              .filter(content -> content.remaining() > EXIF_PREFIX && content.get(0) == 'E')
              .map(content -> content.slice(EXIF_PREFIX, content.limit() - EXIF_PREFIX))
              .findFirst();
      case GIF, ICO -> Optional.empty();
    };
  }

  private static int read(ByteBuffer exif) {
    byte[] bytes = new byte[exif.remaining()];
    exif.get(bytes);
    try (ImageInputStream stream =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      Directory directory = new TIFFReader().read(stream);
      Entry entry = directory.getEntryById(TIFF.TAG_ORIENTATION);
      return entry != null && entry.getValue() instanceof Number value && isKnown(value)
          ? value.intValue()
          : UPRIGHT;
    } catch (IOException | RuntimeException unreadable) {
      // Broken EXIF data is dropped like all metadata; the image itself may be intact.
      return UPRIGHT;
    }
  }

  private static boolean isKnown(Number value) {
    return value.intValue() >= 1 && value.intValue() <= 8;
  }

  /** The upright image. */
  static BufferedImage turn(BufferedImage image, int orientation) {
    if (orientation == UPRIGHT) {
      return image;
    }
    boolean swaps = orientation >= 5;
    int width = image.getWidth();
    int height = image.getHeight();
    BufferedImage turned =
        new BufferedImage(swaps ? height : width, swaps ? width : height, image.getType());
    Graphics2D graphics = turned.createGraphics();
    graphics.drawImage(image, transform(orientation, width, height), null);
    graphics.dispose();
    return turned;
  }

  private static AffineTransform transform(int orientation, int width, int height) {
    return switch (orientation) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
      default -> new AffineTransform(0, -1, 1, 0, 0, width);
    };
  }
}

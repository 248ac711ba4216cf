package com.quaily.media;

import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.twelvemonkeys.imageio.plugins.bmp.ICOImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Decodes untrusted uploads. Every reader is chosen explicitly and is memory-safe Java; none is
 * looked up on the class path, which could contain a native one.
 */
public final class ImageDecoder {

  /** Real progressive images have about ten. */
  private static final int MAX_SCANS = 200;

  private static final int ICO_HEADER = 6;
  private static final int ICO_ENTRY = 16;

  private ImageDecoder() {}

  /**
   * The image in sRGB, upright; the first frame of an animation, the largest image of an icon file.
   *
   * @throws InvalidException when it is broken or too large
   */
  static BufferedImage decode(byte[] file, ImageKind kind) {
    try {
      BufferedImage image = kind == ImageKind.ICO ? icon(file) : read(file, kind);
      return ImageOrientation.turn(ImageColors.toSrgb(image), ImageOrientation.of(file, kind));
    } catch (InvalidException refusal) {
      throw refusal;
    } catch (IOException | RuntimeException failure) {
      // Readers throw exceptions of every kind for broken files.
      throw broken(failure);
    }
  }

  static InvalidException broken(Exception failure) {
    InvalidException refusal =
        new InvalidException(ErrorCode.ATTACHMENT_BROKEN, ErrorCode.ATTACHMENT_BROKEN.message());
    refusal.initCause(failure);
    return refusal;
  }

  private static BufferedImage read(byte[] file, ImageKind kind) throws IOException {
    if (kind == ImageKind.JPEG && ImageChunks.countScans(file) > MAX_SCANS) {
      throw ImageLimits.broken("it has more than " + MAX_SCANS + " scans");
    }
    if (kind == ImageKind.JPEG && !ImageChunks.isWholeJpeg(file)) {
      throw ImageLimits.broken("it ends too early");
    }
    if (kind == ImageKind.WEBP) {
      WebpFrames.checkSizes(file);
    }
    BufferedImage image = readWith(reader(kind), file, 0);
    return kind == ImageKind.PNG ? ImageColors.withPngProfile(image, file) : image;
  }

  private static BufferedImage readWith(ImageReader reader, byte[] file, int index)
      throws IOException {
    try (ImageInputStream stream =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      // Skips metadata, because compressed text in it could exhaust memory.
      reader.setInput(stream, false, true);
      ImageLimits.check(reader.getWidth(index), reader.getHeight(index));
      return reader.read(index);
    } finally {
      reader.dispose();
    }
  }

  /** A new reader; readers are not thread-safe. */
  public static ImageReader reader(ImageKind kind) throws IOException {
    return switch (kind) {
      case JPEG -> jpeg().createReaderInstance();
      case WEBP -> new WebPImageReaderSpi().createReaderInstance();
      case ICO -> new ICOImageReaderSpi().createReaderInstance();
      case PNG, GIF -> builtIn(kind.name());
    };
  }

  /** Uses the JDK's own reader internally, without a global registration. */
  private static ImageReaderSpi jpeg() {
    JPEGImageReaderSpi provider = new JPEGImageReaderSpi();
    provider.onRegistration(IIORegistry.getDefaultInstance(), ImageReaderSpi.class);
    return provider;
  }

  private static ImageReader builtIn(String format) throws IOException {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
    while (readers.hasNext()) {
      ImageReader reader = readers.next();
      if (reader.getClass().getName().startsWith("com.sun.imageio.")) {
        return reader;
      }
    }
    throw new IOException("This JDK has no reader for " + format);
  }

  private static BufferedImage icon(byte[] file) throws IOException {
    ByteBuffer directory = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    int count = directory.getShort(4) & 0xffff;
    int best = -1;
    long bestRank = -1;
    for (int i = 0; i < count; i++) {
      long rank = rank(directory, ICO_HEADER + i * ICO_ENTRY);
      if (rank > bestRank) {
        best = i;
        bestRank = rank;
      }
    }
    if (best < 0) {
      throw ImageLimits.broken("the icon file is empty");
    }
    int entry = ICO_HEADER + best * ICO_ENTRY;
    int length = directory.getInt(entry + 8);
    int offset = directory.getInt(entry + 12);
    byte[] content = Arrays.copyOfRange(file, offset, Math.addExact(offset, length));
    // The icon directory allows at most 256 × 256, but the image itself may be larger.
    if (ImageKind.of(content).filter(ImageKind.PNG::equals).isPresent()) {
      return read(content, ImageKind.PNG);
    }
    ByteBuffer bitmap = directory.slice(offset, length).order(ByteOrder.LITTLE_ENDIAN);
    ImageLimits.check(Math.abs((long) bitmap.getInt(4)), Math.abs((long) bitmap.getInt(8)));
    return readWith(reader(ImageKind.ICO), file, best);
  }

  /** Larger images first, then those with more colors; a zero means 256. */
  private static long rank(ByteBuffer directory, int entry) {
    int width = ((directory.get(entry) - 1) & 0xff) + 1;
    int height = ((directory.get(entry + 1) - 1) & 0xff) + 1;
    return (((long) width * height) << 16) | (directory.getShort(entry + 6) & 0xffff);
  }
}

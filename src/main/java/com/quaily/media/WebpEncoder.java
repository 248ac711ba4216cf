package com.quaily.media;

import com.luciad.imageio.webp.CompressionType;
import com.luciad.imageio.webp.WebPImageWriterSpi;
import com.luciad.imageio.webp.WebPWriteParam;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Encodes images as WebP, lossy or lossless. */
public final class WebpEncoder {

  private static final float LOSSY_QUALITY = 0.82f;

  /** For lossless encoding this sets the effort, not the quality; more effort saves little. */
  private static final float LOSSLESS_EFFORT = 0.7f;

  private static final float QUICK_LOSSLESS_EFFORT = 0.3f;

  /** Images up to this size are encoded both ways. */
  private static final long SMALL_PIXELS = 1_000_000;

  private static final int FEW_COLORS = 256;

  private WebpEncoder() {}

  /** Photographs are lossy; drawings and screenshots use the smaller of both encodings. */
  static byte[] encode(BufferedImage image, boolean photographic) {
    if (photographic) {
      return lossy(image);
    }
    if ((long) image.getWidth() * image.getHeight() <= SMALL_PIXELS) {
      byte[] lossless = lossless(image);
      byte[] lossy = lossy(image);
      return lossy.length < lossless.length ? lossy : lossless;
    }
    return hasFewColors(image) ? lossless(image) : lossy(image);
  }

  public static byte[] lossy(BufferedImage image) {
    return write(image, CompressionType.Lossy, LOSSY_QUALITY);
  }

  private static byte[] lossless(BufferedImage image) {
    return write(image, CompressionType.Lossless, LOSSLESS_EFFORT);
  }

  /** Slightly larger than {@link #lossless} but faster, for the frames of an animation. */
  static byte[] losslessQuickly(BufferedImage image) {
    return write(image, CompressionType.Lossless, QUICK_LOSSLESS_EFFORT);
  }

  private static byte[] write(BufferedImage image, CompressionType type, float quality) {
    WebPWriteParam parameters = new WebPWriteParam(Locale.ROOT);
    parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    parameters.setCompressionType(type);
    parameters.setCompressionQuality(quality);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = new WebPImageWriterSpi().createWriterInstance(null);
    try (ImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), parameters);
    } catch (IOException impossible) {
      throw new UncheckedIOException("Encoding an image in memory failed", impossible);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static boolean hasFewColors(BufferedImage image) {
    Set<Integer> colors = new HashSet<>();
    int[] row = new int[image.getWidth()];
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRGB(0, y, row.length, 1, row, 0, row.length);
      for (int color : row) {
        if (colors.add(color) && colors.size() > FEW_COLORS) {
          return false;
        }
      }
    }
    return true;
  }
}

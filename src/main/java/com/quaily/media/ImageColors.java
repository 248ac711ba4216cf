package com.quaily.media;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Converts decoded images to sRGB with one int per pixel. */
final class ImageColors {

  /** Color profiles are a few kilobytes; reject anything that unpacks to more. */
  private static final int MAX_PROFILE = 4 * 1024 * 1024;

  private ImageColors() {}

  /** A copy of type INT_ARGB, or INT_RGB if the image has no transparency. */
  static BufferedImage toSrgb(BufferedImage image) {
    ColorModel colors = image.getColorModel();
    BufferedImage result =
        new BufferedImage(
            image.getWidth(),
            image.getHeight(),
            colors.hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    ColorSpace space = colors.getColorSpace();
    if (colors instanceof ComponentColorModel && space.getType() == ColorSpace.TYPE_GRAY) {
      copyGray(image, result);
    } else if (space.isCS_sRGB()) {
      draw(image, result);
    } else {
      new ColorConvertOp(null).filter(image, result);
    }
    return result;
  }

  private static void draw(BufferedImage image, BufferedImage result) {
    Graphics2D graphics = result.createGraphics();
    graphics.setComposite(AlphaComposite.Src);
    graphics.drawImage(image, 0, 0, null);
    graphics.dispose();
  }

  /**
   * Java treats gray as linear, image files do not: its own conversion would wash out the image.
   */
  private static void copyGray(BufferedImage image, BufferedImage result) {
    Raster raster = image.getRaster();
    int shift = Math.max(0, image.getColorModel().getComponentSize(0) - 8);
    boolean alpha = raster.getNumBands() > 1;
    int width = image.getWidth();
    int[] row = new int[width];
    int[] values = new int[width * raster.getNumBands()];
    for (int y = 0; y < image.getHeight(); y++) {
      raster.getPixels(0, y, width, 1, values);
      for (int x = 0; x < width; x++) {
        int gray = values[alpha ? 2 * x : x] >> shift;
        int opacity = alpha ? values[2 * x + 1] >> shift : 0xff;
        row[x] = (opacity << 24) | (gray << 16) | (gray << 8) | gray;
      }
      result.setRGB(0, y, width, 1, row, 0, width);
    }
  }

  /**
   * Applies the PNG file's own color profile, which the JDK's reader ignores. Without a usable
   * profile, returns the image unchanged.
   */
  static BufferedImage withPngProfile(BufferedImage image, byte[] file) {
    return ImageChunks.find(ImageChunks.ofPng(file), "iCCP")
        .flatMap(ImageColors::profile)
        .map(profile -> withProfile(image, profile))
        .orElse(image);
  }

  private static BufferedImage withProfile(BufferedImage image, ICC_Profile profile) {
    BufferedImage pixels =
        image.getColorModel() instanceof IndexColorModel ? withoutPalette(image) : image;
    ColorModel colors = pixels.getColorModel();
    if (!(colors instanceof ComponentColorModel) || colors.getNumColorComponents() != 3) {
      return image;
    }
    return new BufferedImage(
        new ComponentColorModel(
            new ICC_ColorSpace(profile),
            colors.hasAlpha(),
            colors.isAlphaPremultiplied(),
            colors.getTransparency(),
            colors.getTransferType()),
        pixels.getRaster(),
        false,
        null);
  }

  /** The numbers of the palette for every pixel, whatever colors they mean. */
  private static BufferedImage withoutPalette(BufferedImage image) {
    BufferedImage pixels =
        new BufferedImage(
            image.getWidth(),
            image.getHeight(),
            image.getColorModel().hasAlpha()
                ? BufferedImage.TYPE_4BYTE_ABGR
                : BufferedImage.TYPE_3BYTE_BGR);
    draw(image, pixels);
    return pixels;
  }

  /** Content of an iCCP chunk: name, zero byte, method (zero), compressed profile. */
  private static Optional<ICC_Profile> profile(ByteBuffer chunk) {
    while (chunk.hasRemaining() && chunk.get() != 0) {
      // the name
    }
    if (chunk.remaining() < 2 || chunk.get() != 0) {
      return Optional.empty();
    }
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(chunk);
      byte[] profile = new byte[MAX_PROFILE];
      int length = inflater.inflate(profile);
      if (!inflater.finished()) {
        return Optional.empty();
      }
      ICC_Profile read = ICC_Profile.getInstance(Arrays.copyOf(profile, length));
      return Optional.of(read).filter(icc -> icc.getColorSpaceType() == ColorSpace.TYPE_RGB);
    } catch (DataFormatException | IllegalArgumentException unusable) {
      // Browsers also show such an image as sRGB.
      return Optional.empty();
    } finally {
      inflater.end();
    }
  }
}

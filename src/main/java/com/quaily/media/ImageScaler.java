package com.quaily.media;

import com.quaily.model.media.CoverCrop;
import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** Scales images down. */
final class ImageScaler {

  private ImageScaler() {}

  /** The image itself if its longer side is within the limit, otherwise a smaller copy. */
  static BufferedImage fitting(BufferedImage image, int longestSide) {
    int longer = Math.max(image.getWidth(), image.getHeight());
    if (longer <= longestSide) {
      return image;
    }
    double factor = (double) longestSide / longer;
    return scaled(image, length(image.getWidth(), factor), length(image.getHeight(), factor));
  }

  /** A proportional copy with this width; narrower than the image. */
  static BufferedImage toWidth(BufferedImage image, int width) {
    double factor = (double) width / image.getWidth();
    return scaled(image, width, length(image.getHeight(), factor));
  }

  /** The largest part with this ratio from the middle, scaled down to what the crop needs. */
  static BufferedImage cropped(BufferedImage image, CoverCrop crop) {
    int width = image.getWidth();
    int height = image.getHeight();
    if ((long) width * crop.height() > (long) height * crop.width()) {
      width = length(height, (double) crop.width() / crop.height());
    } else {
      height = length(width, (double) crop.height() / crop.width());
    }
    width = Math.min(width, image.getWidth());
    height = Math.min(height, image.getHeight());
    BufferedImage part =
        image.getSubimage(
            (image.getWidth() - width) / 2, (image.getHeight() - height) / 2, width, height);
    // A copy even at the same size: the encoder reads the whole image behind a part of one.
    return width <= crop.mostPixels()
        ? draw(part, width, height, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR)
        : scaled(
            part,
            crop.mostPixels(),
            length(crop.mostPixels(), (double) crop.height() / crop.width()));
  }

  private static int length(int original, double factor) {
    return Math.max(1, (int) Math.round(original * factor));
  }

  private static BufferedImage scaled(BufferedImage image, int width, int height) {
    BufferedImage step = image;
    // Interpolation uses few neighboring pixels: halving first lets every pixel count.
    while (step.getWidth() >= 2 * width && step.getHeight() >= 2 * height) {
      step =
          draw(
              step,
              step.getWidth() / 2,
              step.getHeight() / 2,
              RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    }
    return draw(step, width, height, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
  }

  private static BufferedImage draw(
      BufferedImage image, int width, int height, Object interpolation) {
    BufferedImage result = new BufferedImage(width, height, image.getType());
    Graphics2D graphics = result.createGraphics();
    graphics.setComposite(AlphaComposite.Src);
    graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, interpolation);
    graphics.drawImage(image, 0, 0, width, height, null);
    graphics.dispose();
    return result;
  }
}

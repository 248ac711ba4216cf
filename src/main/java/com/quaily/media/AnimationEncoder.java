package com.quaily.media;

import com.quaily.media.AnimationFrame.Disposal;
import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Encodes an animation as animated WebP: draws frame by frame and stores what changed. For one
 * animation, by one thread.
 */
final class AnimationEncoder {

  private final BufferedImage canvas;
  private final BufferedImage stored;
  private final List<WebpContainer.Frame> frames = new ArrayList<>();
  private boolean lossless;

  private AnimationEncoder(int width, int height) {
    canvas = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    stored = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
  }

  /** The WebP file; reads and closes the frames. */
  static byte[] encode(Animation animation) {
    AnimationEncoder encoder = new AnimationEncoder(animation.width(), animation.height());
    try (Stream<AnimationFrame> frames = animation.frames()) {
      frames.forEach(encoder::add);
    }
    return WebpContainer.animation(
        animation.width(), animation.height(), animation.plays(), encoder.frames);
  }

  private void add(AnimationFrame frame) {
    int[] before = frame.after() == Disposal.RESTORE ? pixels(canvas).clone() : null;
    draw(frame);
    store(frame.millis());
    if (frame.after() == Disposal.RESTORE) {
      System.arraycopy(before, 0, pixels(canvas), 0, before.length);
    } else if (frame.after() == Disposal.CLEAR) {
      clear(frame);
    }
  }

  private void draw(AnimationFrame frame) {
    Graphics2D graphics = canvas.createGraphics();
    graphics.setComposite(frame.blends() ? AlphaComposite.SrcOver : AlphaComposite.Src);
    graphics.drawImage(frame.image(), frame.x(), frame.y(), null);
    graphics.dispose();
  }

  private void clear(AnimationFrame frame) {
    Graphics2D graphics = canvas.createGraphics();
    graphics.setComposite(AlphaComposite.Clear);
    graphics.fillRect(frame.x(), frame.y(), frame.image().getWidth(), frame.image().getHeight());
    graphics.dispose();
  }

  private void store(int millis) {
    Rectangle area =
        frames.isEmpty() ? new Rectangle(canvas.getWidth(), canvas.getHeight()) : changed();
    if (area.isEmpty()) {
      WebpContainer.Frame last = frames.remove(frames.size() - 1);
      frames.add(
          new WebpContainer.Frame(
              last.x(),
              last.y(),
              last.width(),
              last.height(),
              last.millis() + millis,
              last.webp()));
      return;
    }
    byte[] webp = encode(copy(area));
    frames.add(new WebpContainer.Frame(area.x, area.y, area.width, area.height, millis, webp));
    System.arraycopy(pixels(canvas), 0, pixels(stored), 0, pixels(canvas).length);
  }

  /** The smaller encoding of the first frame is used for all, because comparing takes time. */
  private byte[] encode(BufferedImage image) {
    if (frames.isEmpty()) {
      lossless = WebpEncoder.losslessQuickly(image).length <= WebpEncoder.lossy(image).length;
    }
    return lossless ? WebpEncoder.losslessQuickly(image) : WebpEncoder.lossy(image);
  }

  /** The smallest area that contains all changes, starting at even coordinates. */
  private Rectangle changed() {
    int[] now = pixels(canvas);
    int[] then = pixels(stored);
    int width = canvas.getWidth();
    int left = width;
    int right = -1;
    int top = -1;
    int bottom = -1;
    for (int y = 0; y < canvas.getHeight(); y++) {
      int row = y * width;
      int first = Arrays.mismatch(now, row, row + width, then, row, row + width);
      if (first >= 0) {
        int last = width - 1;
        while (now[row + last] == then[row + last]) {
          last--;
        }
        left = Math.min(left, first);
        right = Math.max(right, last);
        top = top < 0 ? y : top;
        bottom = y;
      }
    }
    int x = left & ~1;
    int y = Math.max(0, top) & ~1;
    return new Rectangle(x, y, right - x + 1, bottom - y + 1);
  }

  private BufferedImage copy(Rectangle area) {
    BufferedImage copy = new BufferedImage(area.width, area.height, BufferedImage.TYPE_INT_ARGB);
    int[] row = canvas.getRGB(area.x, area.y, area.width, area.height, null, 0, area.width);
    copy.setRGB(0, 0, area.width, area.height, row, 0, area.width);
    return copy;
  }

  private static int[] pixels(BufferedImage image) {
    return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
  }
}

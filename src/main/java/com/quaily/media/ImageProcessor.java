package com.quaily.media;

import com.quaily.media.ProcessedImage.Variant;
import com.quaily.model.Limits;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.model.error.UnavailableException;
import com.quaily.model.media.CoverCrop;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Makes uploaded images safe and small: detects the format by content, decodes within limits, and
 * keeps only the pixels. Animated GIF and WebP images stay animated if all their frames together
 * are within the limit; of larger ones the first frame is kept.
 *
 * <p>Thread-safe, but only some calls run at a time: an image of 40 megapixels takes half a
 * gigabyte of memory while it is processed.
 */
public final class ImageProcessor {

  private static final int LONGEST_SIDE = 4096;
  private static final int[] VARIANT_WIDTHS = {192, 640, 1280, 1920};

  /** A copy that is less than a fifth narrower is not worth storing. */
  private static final double VARIANT_LIMIT = 0.8;

  /** A thread of the server must not wait for long. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  private final Semaphore permits;
  private final Duration longestWait;

  /**
   * @param atOnce number of images processed at a time; others wait in order
   */
  public ImageProcessor(int atOnce) {
    this(atOnce, LONGEST_WAIT);
  }

  /**
   * @param longestWait how long a call waits for the others
   */
  ImageProcessor(int atOnce, Duration longestWait) {
    this.permits = new Semaphore(atOnce, true);
    this.longestWait = longestWait;
  }

  /**
   * Decodes an image and encodes it again.
   *
   * @param file the uploaded bytes: PNG, JPEG, GIF, WebP or ICO, under any name
   * @throws InvalidException with ATTACHMENT_TOO_LARGE for more than {@link Limits#ATTACHMENT},
   *     ATTACHMENT_UNSUPPORTED for other formats, ATTACHMENT_TOO_MANY_PIXELS for more than 40
   *     megapixels, ATTACHMENT_BROKEN when it cannot be decoded
   * @throws UnavailableException when other images take too long
   */
  public ProcessedImage process(byte[] file) {
    if (file.length > Limits.ATTACHMENT) {
      throw new InvalidException(
          ErrorCode.ATTACHMENT_TOO_LARGE, ErrorCode.ATTACHMENT_TOO_LARGE.message());
    }
    ImageKind kind =
        ImageKind.of(file)
            .orElseThrow(
                () ->
                    new InvalidException(
                        ErrorCode.ATTACHMENT_UNSUPPORTED,
                        "The file is not a PNG, JPEG, GIF, WebP or ICO image."));
    awaitTurn();
    try {
      return moving(file, kind).orElseGet(() -> still(file, kind));
    } finally {
      permits.release();
    }
  }

  /**
   * The crops of a cover, encoded as WebP; of an animation those of its first frame.
   *
   * @param stored an image that {@link #process} returned
   * @throws InvalidException when it cannot be decoded
   * @throws UnavailableException when other images take too long
   */
  public Map<CoverCrop, byte[]> crops(byte[] stored) {
    awaitTurn();
    try {
      BufferedImage image = ImageDecoder.decode(stored, ImageKind.WEBP);
      Map<CoverCrop, byte[]> crops = new EnumMap<>(CoverCrop.class);
      for (CoverCrop crop : CoverCrop.values()) {
        crops.put(crop, WebpEncoder.encode(ImageScaler.cropped(image, crop), false));
      }
      return crops;
    } finally {
      permits.release();
    }
  }

  private void awaitTurn() {
    try {
      if (permits.tryAcquire(longestWait.toNanos(), TimeUnit.NANOSECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new UnavailableException(ErrorCode.SERVER_BUSY, ErrorCode.SERVER_BUSY.message());
  }

  private static Optional<ProcessedImage> moving(byte[] file, ImageKind kind) {
    try {
      Optional<Animation> animation =
          switch (kind) {
            case GIF -> GifFrames.read(file, LONGEST_SIDE);
            case WEBP -> WebpFrames.read(file, LONGEST_SIDE);
            case PNG, JPEG, ICO -> Optional.empty();
          };
      return animation.map(
          moving ->
              new ProcessedImage(
                  AnimationEncoder.encode(moving),
                  moving.width(),
                  moving.height(),
                  List.of(),
                  kind.mimeType()));
    } catch (InvalidException refusal) {
      throw refusal;
    } catch (IOException | RuntimeException failure) {
      throw ImageDecoder.broken(failure);
    }
  }

  private static ProcessedImage still(byte[] file, ImageKind kind) {
    BufferedImage image = ImageScaler.fitting(ImageDecoder.decode(file, kind), LONGEST_SIDE);
    boolean photographic = kind.isPhotographic();
    List<Variant> variants =
        IntStream.of(VARIANT_WIDTHS)
            .filter(width -> width <= VARIANT_LIMIT * image.getWidth())
            .mapToObj(width -> variant(image, width, photographic))
            .toList();
    return new ProcessedImage(
        WebpEncoder.encode(image, photographic),
        image.getWidth(),
        image.getHeight(),
        variants,
        kind.mimeType());
  }

  private static Variant variant(BufferedImage image, int width, boolean photographic) {
    return new Variant(width, WebpEncoder.encode(ImageScaler.toWidth(image, width), photographic));
  }
}

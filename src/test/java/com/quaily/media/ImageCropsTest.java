package com.quaily.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.quaily.model.error.InvalidException;
import com.quaily.model.media.CoverCrop;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The crops of covers. */
class ImageCropsTest {

  private final ImageProcessor underTest = new ImageProcessor(1);

  @ParameterizedTest
  @CsvSource({
    "4000, 1000, 1302x780, 640x640, 420x720",
    "900, 3000, 900x539, 640x640, 420x720",
    "60, 60, 60x36, 60x60, 35x60",
    "1, 1, 1x1, 1x1, 1x1"
  })
  void aCoverIsCroppedToItsThreeShapesAndNeverEnlarged(
      int width, int height, String og, String twitter, String thumb) {
    byte[] stored = WebpEncoder.lossy(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB));

    Map<CoverCrop, byte[]> crops = underTest.crops(stored);

    assertEquals(og, size(crops.get(CoverCrop.OG)));
    assertEquals(twitter, size(crops.get(CoverCrop.TWITTER)));
    assertEquals(thumb, size(crops.get(CoverCrop.THUMB)));
  }

  private static String size(byte[] webp) {
    BufferedImage image = Pictures.decodeWebp(webp);
    return image.getWidth() + "x" + image.getHeight();
  }

  @Test
  void theMiddleOfACoverIsKept() {
    BufferedImage wide = new BufferedImage(900, 300, BufferedImage.TYPE_INT_RGB);
    fill(wide, 0, Color.RED);
    fill(wide, 300, Color.GREEN);
    fill(wide, 600, Color.BLUE);
    byte[] stored = underTest.process(Pictures.encode(wide, "png")).webp();

    BufferedImage square = Pictures.decodeWebp(underTest.crops(stored).get(CoverCrop.TWITTER));

    for (int x : new int[] {5, 150, 294}) {
      assertEquals(Color.GREEN, new Color(square.getRGB(x, 150)), "at " + x);
    }
  }

  private static void fill(BufferedImage image, int left, Color color) {
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(color);
    graphics.fillRect(left, 0, 300, 300);
    graphics.dispose();
  }

  @Test
  void anAnimatedCoverIsCroppedFromItsFirstFrame() {
    byte[] moving = underTest.process(Pictures.movingGif(120, 40, 8)).webp();

    assertEquals("40x40", size(underTest.crops(moving).get(CoverCrop.TWITTER)));
  }

  @Test
  void whatIsNoPictureIsNotCropped() {
    byte[] torn = Arrays.copyOf(underTest.process(png(64, 48)).webp(), 40);

    assertThrows(InvalidException.class, () -> underTest.crops(torn));
    assertEquals(
        "64x38", size(underTest.crops(underTest.process(png(64, 48)).webp()).get(CoverCrop.OG)));
  }

  private static byte[] png(int width, int height) {
    return Pictures.encode(Pictures.quarters(width, height, BufferedImage.TYPE_INT_ARGB), "png");
  }
}

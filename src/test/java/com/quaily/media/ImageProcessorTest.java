package com.quaily.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.model.error.UnavailableException;
import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageProcessorTest {

  private final ImageProcessor underTest = new ImageProcessor(1);

  @ParameterizedTest
  @CsvSource({"png, image/png", "jpg, image/jpeg", "gif, image/gif"})
  void everyFormatBecomesWebpWithTheSameImage(String format, String mimeType) {
    BufferedImage image = Pictures.quarters(64, 48, BufferedImage.TYPE_INT_RGB);

    ProcessedImage processed = underTest.process(Pictures.encode(image, format));

    assertEquals(mimeType, processed.originalMimeType());
    assertEquals(64, processed.width());
    assertEquals(48, processed.height());
    assertQuarters(processed.webp(), List.of(Color.RED, Color.GREEN, Color.BLUE, Color.WHITE));
  }

  @Test
  void whoWaitsTooLongForATurnIsToldThatTheServerIsBusy() {
    ImageProcessor full = new ImageProcessor(0, Duration.ofMillis(1));
    byte[] webp = underTest.process(png(64, 48)).webp();

    for (Executable call :
        List.<Executable>of(() -> full.process(png(64, 48)), () -> full.crops(webp))) {
      UnavailableException refusal = assertThrows(UnavailableException.class, call);
      assertEquals(ErrorCode.SERVER_BUSY, refusal.code());
    }
  }

  @Test
  void aTurnEndsWithItsImageEvenWhenThatIsBroken() {
    byte[] torn = Arrays.copyOf(png(64, 48), 60);
    ImageProcessor single = new ImageProcessor(1, Duration.ofMinutes(2));

    for (int i = 0; i < 3; i++) {
      assertThrows(InvalidException.class, () -> single.process(torn));
      assertThrows(InvalidException.class, () -> single.crops(torn));
    }

    assertEquals(64, single.process(png(64, 48)).width());
  }

  @Test
  void whoIsInterruptedWhileWaitingStopsWaiting() {
    ImageProcessor full = new ImageProcessor(0, Duration.ofMinutes(2));
    Thread.currentThread().interrupt();

    assertThrows(UnavailableException.class, () -> full.process(png(64, 48)));

    assertTrue(Thread.interrupted(), "the thread still knows");
  }

  @Test
  void itsOwnOutputIsWelcome() {
    byte[] webp = underTest.process(png(64, 48)).webp();

    ProcessedImage again = underTest.process(webp);

    assertEquals("image/webp", again.originalMimeType());
    assertQuarters(again.webp(), List.of(Color.RED, Color.GREEN, Color.BLUE));
  }

  @Test
  void saturatedColorsSurviveTheLossyFormBothWays() {
    byte[] webp = WebpEncoder.lossy(Pictures.quarters(96, 64, BufferedImage.TYPE_INT_RGB));

    assertQuarters(
        underTest.process(webp).webp(), List.of(Color.RED, Color.GREEN, Color.BLUE, Color.WHITE));
  }

  @Test
  void anIconMayHoldABitmap() {
    ProcessedImage processed =
        underTest.process(
            Pictures.bitmapIcon(Pictures.quarters(32, 32, BufferedImage.TYPE_INT_ARGB)));

    assertEquals(32, processed.height());
    assertQuarters(processed.webp(), List.of(Color.RED, Color.GREEN, Color.BLUE));
  }

  @Test
  void photographsForPrintersAreConvertedToTheColorsOfScreens() {
    ProcessedImage processed = underTest.process(Pictures.cmykJpeg(40, 30));

    Color seen = new Color(Pictures.decodeWebp(processed.webp()).getRGB(20, 15));
    assertTrue(seen.getRed() > 200 && seen.getGreen() > 180, seen.toString());
    assertTrue(seen.getBlue() < 80, "yellow ink: " + seen);
  }

  @Test
  void anIconIsAnImageToo() {
    ProcessedImage processed = underTest.process(Pictures.icon(png(32, 32)));

    assertEquals("image/x-icon", processed.originalMimeType());
    assertQuarters(processed.webp(), List.of(Color.RED, Color.GREEN, Color.BLUE));
  }

  @Test
  void transparencyIsKept() {
    BufferedImage decoded = Pictures.decodeWebp(underTest.process(png(40, 40)).webp());

    assertEquals(0, decoded.getRGB(30, 30) >>> 24);
    assertEquals(0xff, decoded.getRGB(10, 10) >>> 24);
  }

  @Test
  void drawingsAreStoredWithoutLoss() {
    BufferedImage drawing = Pictures.quarters(300, 200, BufferedImage.TYPE_INT_RGB);

    BufferedImage decoded =
        Pictures.decodeWebp(underTest.process(Pictures.encode(drawing, "png")).webp());

    for (int x = 0; x < 300; x++) {
      assertEquals(drawing.getRGB(x, 99), decoded.getRGB(x, 99));
    }
  }

  @Test
  void photographsBecomeSmaller() {
    byte[] png = Pictures.encode(Pictures.photo(600, 400), "png");

    assertTrue(underTest.process(png).webp().length < png.length / 4);
  }

  @Test
  void variantsAreMadeWhereTheySaveAFifthOfTheWidth() {
    byte[] photo = Pictures.encode(Pictures.photo(1600, 200), "jpg");

    ProcessedImage processed = underTest.process(photo);

    assertEquals(
        List.of(192, 640, 1280),
        processed.variants().stream().map(ProcessedImage.Variant::width).toList());
    BufferedImage variant = Pictures.decodeWebp(processed.variants().get(1).webp());
    assertEquals(640, variant.getWidth());
    assertEquals(80, variant.getHeight());
    assertEquals(
        List.of(192),
        underTest.process(Pictures.encode(Pictures.photo(799, 9), "jpg")).variants().stream()
            .map(ProcessedImage.Variant::width)
            .toList());
    assertEquals(
        List.of(), underTest.process(Pictures.encode(Pictures.photo(239, 9), "jpg")).variants());
  }

  @Test
  void theLongestSideIsAtMost4096() {
    BufferedImage image = Pictures.quarters(100, 8192, BufferedImage.TYPE_INT_RGB);

    ProcessedImage processed = underTest.process(Pictures.encode(image, "png"));

    assertEquals(50, processed.width());
    assertEquals(4096, processed.height());
  }

  @Test
  void scalingDoesNotDarkenTheEdges() {
    BufferedImage white = new BufferedImage(1001, 701, BufferedImage.TYPE_INT_RGB);
    Arrays.fill(((DataBufferInt) white.getRaster().getDataBuffer()).getData(), 0xffffff);

    BufferedImage scaled = ImageScaler.toWidth(white, 333);

    for (int x = 0; x < scaled.getWidth(); x++) {
      assertEquals(0xffffffff, scaled.getRGB(x, 0));
      assertEquals(0xffffffff, scaled.getRGB(x, scaled.getHeight() - 1));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, red, green, blue, white",
    "2, green, red, white, blue",
    "3, white, blue, green, red",
    "4, blue, white, red, green",
    "5, red, blue, green, white",
    "6, blue, red, white, green",
    "7, white, green, blue, red",
    "8, green, white, red, blue",
    "9, red, green, blue, white"
  })
  void photographsAreTurnedUpright(
      int orientation, String topLeft, String topRight, String bottomLeft, String bottomRight) {
    byte[] jpeg = Pictures.encode(Pictures.quarters(96, 64, BufferedImage.TYPE_INT_RGB), "jpg");

    ProcessedImage processed =
        underTest.process(Pictures.withExif(jpeg, Pictures.tiff(orientation, "x")));

    boolean onItsSide = orientation >= 5 && orientation <= 8;
    assertEquals(onItsSide ? 64 : 96, processed.width());
    assertEquals(onItsSide ? 96 : 64, processed.height());
    assertQuarters(
        processed.webp(),
        List.of(topLeft, topRight, bottomLeft, bottomRight).stream()
            .map(ImageProcessorTest::color)
            .toList());
  }

  @Test
  void theLocationOfAPhotographIsRemoved() {
    byte[] jpeg = Pictures.encode(Pictures.photo(64, 64), "jpg");
    byte[] telling = Pictures.withExif(jpeg, Pictures.tiff(1, "GPS 35.6586N 139.7454E"));
    assertTrue(new String(telling, ISO_8859_1).contains("139.7454"));

    String stored = new String(underTest.process(telling).webp(), ISO_8859_1);

    assertFalse(stored.contains("139.7454"));
    assertFalse(stored.contains("EXIF"));
  }

  @Test
  void brokenExifDataDoesNotSpoilThePicture() {
    byte[] jpeg = Pictures.encode(Pictures.photo(64, 64), "jpg");

    assertEquals(64, underTest.process(Pictures.withExif(jpeg, new byte[] {77, 77, 0})).width());
  }

  @Test
  void grayStaysAsLightAsItIs() {
    for (int type : new int[] {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY}) {
      BufferedImage gray = new BufferedImage(20, 20, type);
      int half = type == BufferedImage.TYPE_BYTE_GRAY ? 128 : 128 * 257;
      gray.getRaster().setPixels(0, 0, 20, 20, constant(400, half));

      byte[] webp = underTest.process(Pictures.encode(gray, "png")).webp();

      assertEquals(0xff808080, Pictures.decodeWebp(webp).getRGB(10, 10) | 0xff000000);
    }
  }

  @Test
  void colorsAreConvertedFromTheProfileInThePicture() throws Exception {
    byte[] png = Pictures.encode(Pictures.quarters(20, 20, BufferedImage.TYPE_INT_RGB), "png");
    byte[] linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
    ByteArrayOutputStream chunk = new ByteArrayOutputStream();
    chunk.writeBytes("linear\0\0".getBytes(ISO_8859_1));
    try (DeflaterOutputStream packed = new DeflaterOutputStream(chunk, new Deflater())) {
      packed.write(linear);
    }
    BufferedImage half = new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB);
    half.getRaster().setPixels(0, 0, 20, 20, constant(1200, 55));
    byte[] level = {55};
    IndexColorModel palette = new IndexColorModel(8, 1, level, level, level);
    BufferedImage indexed = new BufferedImage(20, 20, BufferedImage.TYPE_BYTE_INDEXED, palette);

    for (BufferedImage picture : List.of(half, indexed)) {
      byte[] plain = Pictures.encode(picture, "png");
      byte[] profiled = Pictures.insert(plain, 33, Pictures.pngChunk("iCCP", chunk.toByteArray()));

      int seen = Pictures.decodeWebp(underTest.process(profiled).webp()).getRGB(10, 10) & 0xff;
      assertEquals(128, seen, 3, "linear 55 is half as light as white to the eye");
    }
    assertEquals(20, underTest.process(png).width());
  }

  @Test
  void anAnimatedGifStaysAnimated() {
    ProcessedImage processed = underTest.process(Pictures.movingGif(120, 40, 8));

    List<ImageChunks.Chunk> chunks = ImageChunks.ofWebp(processed.webp());
    assertEquals("VP8X", chunks.get(0).name());
    assertEquals(0, ImageChunks.find(chunks, "ANIM").orElseThrow().getShort(4), "endless");
    assertEquals(8, chunks.stream().filter(chunk -> chunk.name().equals("ANMF")).count());
    assertEquals(70, ImageChunks.find(chunks, "ANMF").orElseThrow().get(12));
    assertEquals(120, processed.width());
    assertEquals(List.of(), processed.variants());
  }

  @Test
  void anAnimatedWebpIsDecodedAndStaysAnimated() {
    byte[] first = underTest.process(Pictures.movingGif(120, 40, 8)).webp();

    byte[] second = underTest.process(first).webp();

    List<Integer> widths =
        WebpFrames.read(second, 4096)
            .orElseThrow()
            .frames()
            .map(frame -> frame.image().getWidth())
            .toList();
    assertEquals(8, widths.size());
    widths.forEach(width -> assertTrue(width > 0 && width <= 120, widths::toString));
    assertArrayEquals(names(first), names(second));
  }

  @Test
  void anAnimationBeyondTheLimitBecomesAStillImage() {
    byte[] gif = Pictures.movingGif(120, 40, 8);
    // The canvas is now 4,000 pixels wide and 3,000 high, with small frames on it.
    System.arraycopy(new byte[] {(byte) 0xa0, 0x0f, (byte) 0xb8, 0x0b}, 0, gif, 6, 4);

    ProcessedImage processed = underTest.process(gif);

    assertTrue(ImageChunks.find(ImageChunks.ofWebp(processed.webp()), "ANIM").isEmpty());
    assertEquals(120, processed.width());
  }

  private static byte[] png(int width, int height) {
    return Pictures.encode(Pictures.quarters(width, height, BufferedImage.TYPE_INT_ARGB), "png");
  }

  private static int[] constant(int length, int value) {
    int[] values = new int[length];
    Arrays.fill(values, value);
    return values;
  }

  private static String[] names(byte[] webp) {
    return ImageChunks.ofWebp(webp).stream().map(ImageChunks.Chunk::name).toArray(String[]::new);
  }

  private static Color color(String name) {
    return switch (name) {
      case "red" -> Color.RED;
      case "green" -> Color.GREEN;
      case "blue" -> Color.BLUE;
      default -> Color.WHITE;
    };
  }

  /** Compares the middles of the quarters, row by row. */
  private static void assertQuarters(byte[] webp, List<Color> expected) {
    BufferedImage image = Pictures.decodeWebp(webp);
    for (int i = 0; i < expected.size(); i++) {
      int x = image.getWidth() * (i % 2 == 0 ? 1 : 3) / 4;
      int y = image.getHeight() * (i < 2 ? 1 : 3) / 4;
      Color seen = new Color(image.getRGB(x, y));
      Color wanted = expected.get(i);
      assertEquals(wanted.getRed(), seen.getRed(), 12, "red of quarter " + i);
      assertEquals(wanted.getGreen(), seen.getGreen(), 12, "green of quarter " + i);
      assertEquals(wanted.getBlue(), seen.getBlue(), 12, "blue of quarter " + i);
    }
  }
}

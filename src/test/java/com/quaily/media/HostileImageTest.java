package com.quaily.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.model.Limits;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Uploads that are not images, truncated, or malicious. */
class HostileImageTest {

  private final ImageProcessor underTest = new ImageProcessor(1);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "G",
        "plain text",
        "<svg xmlns='http://www.w3.org/2000/svg'/>",
        "<?xml version='1.0'?><svg/>",
        "<!doctype html><script>alert(1)</script>",
        "%PDF-1.7",
        "BM000000000000000000",
        "II*\0\b\0\0\0",
        "RIFF\0\0\0\0WAVE"
      })
  void otherKindsAreNotSupported(String content) {
    assertRefused(ErrorCode.ATTACHMENT_UNSUPPORTED, content.getBytes(ISO_8859_1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GIF89a",
        "GIF89a/*\1\0\0\0*/=1;<script>alert(1)</script>",
        "\u0089PNG\r\n\u001a\n",
        "\u00ff\u00d8\u00ff",
        "\u00ff\u00d8\u00ff\u00e1\u00ff\u00ff",
        "RIFF\0\0\0\0WEBP",
        "RIFF\u0008\0\0\0WEBPVP8X\n\0\0\0",
        "\0\0\1\0\0\0",
        "\0\0\1\0\u00ff\u00ff",
        "\0\0\1\0\1\0\0\0\0\0\0\0\0\0\u00ff\u00ff\u00ff\u007f\u00ff\u00ff\u00ff\u007f"
      })
  void halvesOfPicturesAreBroken(String content) {
    assertRefused(ErrorCode.ATTACHMENT_BROKEN, content.getBytes(ISO_8859_1));
  }

  @Test
  void aPngCutInTheMiddleIsBroken() {
    byte[] png = Pictures.encode(Pictures.photo(200, 200), "png");

    assertRefused(ErrorCode.ATTACHMENT_BROKEN, Arrays.copyOf(png, png.length / 2));
  }

  @Test
  void aJpegCutAnywhereIsBroken() {
    byte[] jpeg = Pictures.encode(Pictures.photo(200, 200), "jpg");
    assertEquals(200, underTest.process(jpeg).width());

    for (int missing : new int[] {1, 2, 3, jpeg.length / 4, jpeg.length / 2}) {
      assertRefused(ErrorCode.ATTACHMENT_BROKEN, Arrays.copyOf(jpeg, jpeg.length - missing));
    }
  }

  @Test
  void whatCamerasAppendToAJpegIsNoFault() {
    byte[] jpeg = Pictures.encode(Pictures.photo(200, 200), "jpg");
    byte[] appended = Arrays.copyOf(jpeg, jpeg.length + 1000);
    System.arraycopy(jpeg, 0, appended, jpeg.length, 1000);

    assertEquals(200, underTest.process(appended).width());
  }

  @Test
  void nothingIsAllocatedForAHeaderThatClaimsTooMuch() {
    byte[] png = Pictures.pngClaiming(100_000, 100_000);

    assertRefused(ErrorCode.ATTACHMENT_TOO_MANY_PIXELS, png);
    assertRefused(ErrorCode.ATTACHMENT_TOO_MANY_PIXELS, Pictures.icon(png));
    assertRefused(ErrorCode.ATTACHMENT_TOO_MANY_PIXELS, Pictures.pngClaiming(Integer.MAX_VALUE, 3));
    assertRefused(ErrorCode.ATTACHMENT_TOO_MANY_PIXELS, Pictures.webpClaiming(16_000, 16_000));
    assertRefused(
        ErrorCode.ATTACHMENT_TOO_MANY_PIXELS,
        "GIF89a\u00ff\u00ff\u00ff\u00ff\0\0\0,\0\0\0\0\1\0\1\0\0\2\2D\1\0;".getBytes(ISO_8859_1));
  }

  @Test
  void scriptsInAPictureDoNotGetThrough() {
    byte[] gif = Pictures.encode(Pictures.photo(30, 30), "gif");
    byte[] polyglot =
        Pictures.insert(gif, gif.length, "<script>alert(1)</script>".getBytes(ISO_8859_1));

    String stored = new String(underTest.process(polyglot).webp(), ISO_8859_1);

    assertFalse(stored.contains("script"));
  }

  @Test
  void aPhotographWithThousandsOfScansIsRejected() {
    byte[] jpeg = Pictures.encode(Pictures.photo(30, 30), "jpg");
    byte[] scans = "\u00ff\u00da\0\0".repeat(300).getBytes(ISO_8859_1);

    assertRefused(ErrorCode.ATTACHMENT_BROKEN, Pictures.insert(jpeg, jpeg.length - 2, scans));
  }

  @Test
  void moreThanFiveMegabytesAreTooLarge() {
    assertRefused(ErrorCode.ATTACHMENT_TOO_LARGE, new byte[Limits.ATTACHMENT + 1]);
  }

  @Test
  void damagedImagesAreRejectedOrShown() {
    Random random = new Random(11);
    for (String format : List.of("png", "jpg", "gif", "webp")) {
      BufferedImage image = Pictures.photo(50, 40);
      byte[] file =
          format.equals("webp") ? WebpEncoder.lossy(image) : Pictures.encode(image, format);
      for (int i = 0; i < 150; i++) {
        byte[] damaged = file.clone();
        for (int j = 0; j < 4; j++) {
          damaged[12 + random.nextInt(file.length - 12)] = (byte) random.nextInt();
        }
        try {
          assertTrue(underTest.process(damaged).webp().length > 0);
        } catch (InvalidException expected) {
          assertTrue(expected.code().number() / 1000 == 6, expected.toString());
        }
      }
    }
  }

  private void assertRefused(ErrorCode code, byte[] file) {
    InvalidException refusal = assertThrows(InvalidException.class, () -> underTest.process(file));
    assertEquals(code, refusal.code());
  }
}

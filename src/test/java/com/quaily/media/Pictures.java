package com.quaily.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Creates valid and invalid image files for the tests. */
public final class Pictures {

  private Pictures() {}

  /** Something like a photograph: gradients with noise. */
  public static BufferedImage photo(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setPaint(new GradientPaint(0, 0, Color.ORANGE, width, height, Color.BLUE));
    graphics.fillRect(0, 0, width, height);
    graphics.dispose();
    Random random = new Random(5);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, image.getRGB(x, y) ^ random.nextInt(16));
      }
    }
    return image;
  }

  /** Four quarters: red, green, blue and, at the bottom right, transparent or white. */
  public static BufferedImage quarters(int width, int height, int type) {
    BufferedImage image = new BufferedImage(width, height, type);
    Graphics2D graphics = image.createGraphics();
    if (!image.getColorModel().hasAlpha()) {
      graphics.setColor(Color.WHITE);
      graphics.fillRect(0, 0, width, height);
    }
    fill(graphics, Color.RED, 0, 0, width, height);
    fill(graphics, Color.GREEN, width / 2, 0, width, height);
    fill(graphics, Color.BLUE, 0, height / 2, width, height);
    graphics.dispose();
    return image;
  }

  private static void fill(Graphics2D graphics, Color color, int x, int y, int width, int height) {
    graphics.setColor(color);
    graphics.fillRect(x, y, width / 2, height / 2);
  }

  public static byte[] encode(BufferedImage image, String format) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, bytes);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return bytes.toByteArray();
  }

  /** A JPEG file with EXIF data put after its first marker. */
  public static byte[] withExif(byte[] jpeg, byte[] tiff) {
    ByteBuffer segment = ByteBuffer.allocate(10 + tiff.length);
    segment.putShort((short) 0xffe1).putShort((short) (8 + tiff.length));
    segment.put("Exif\0\0".getBytes(ISO_8859_1)).put(tiff);
    return insert(jpeg, 2, segment.array());
  }

  /** EXIF data: the orientation, and as a witness an artist whose name is a place. */
  public static byte[] tiff(int orientation, String artist) {
    byte[] text = (artist + "\0").getBytes(ISO_8859_1);
    ByteBuffer tiff = ByteBuffer.allocate(8 + 2 + 24 + 4 + text.length);
    tiff.put("MM\0*".getBytes(ISO_8859_1)).putInt(8).putShort((short) 2);
    tiff.putShort((short) 0x112).putShort((short) 3).putInt(1);
    tiff.putShort((short) orientation).putShort((short) 0);
    tiff.putShort((short) 0x13b).putShort((short) 2).putInt(text.length).putInt(38);
    tiff.putInt(0).put(text);
    return tiff.array();
  }

  /** A PNG file of nothing but a header that claims this size. */
  public static byte[] pngClaiming(int width, int height) {
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    header.put(new byte[] {8, 6, 0, 0, 0});
    return insert(
        "\u0089PNG\r\n\u001a\n".getBytes(ISO_8859_1), 8, pngChunk("IHDR", header.array()));
  }

  public static byte[] pngChunk(String name, byte[] content) {
    CRC32 checksum = new CRC32();
    checksum.update(name.getBytes(ISO_8859_1));
    checksum.update(content);
    return ByteBuffer.allocate(12 + content.length)
        .putInt(content.length)
        .put(name.getBytes(ISO_8859_1))
        .put(content)
        .putInt((int) checksum.getValue())
        .array();
  }

  /** An icon file that holds this PNG file, whatever size its directory claims. */
  public static byte[] icon(byte[] png) {
    ByteBuffer icon = ByteBuffer.allocate(22 + png.length).order(ByteOrder.LITTLE_ENDIAN);
    icon.putShort((short) 0).putShort((short) 1).putShort((short) 1);
    icon.put((byte) 32).put((byte) 32).putShort((short) 0).putShort((short) 1);
    icon.putShort((short) 32).putInt(png.length).putInt(22).put(png);
    return icon.array();
  }

  /** An icon file with a bitmap of 32 bits a pixel, upside down and with a mask, as they are. */
  public static byte[] bitmapIcon(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    int mask = (width + 31) / 32 * 4 * height;
    int length = 40 + 4 * width * height + mask;
    ByteBuffer icon = ByteBuffer.allocate(22 + length).order(ByteOrder.LITTLE_ENDIAN);
    icon.putShort((short) 0).putShort((short) 1).putShort((short) 1);
    icon.put((byte) width).put((byte) height).putShort((short) 0).putShort((short) 1);
    icon.putShort((short) 32).putInt(length).putInt(22);
    icon.putInt(40).putInt(width).putInt(2 * height).putShort((short) 1).putShort((short) 32);
    icon.position(22 + 40);
    for (int y = height - 1; y >= 0; y--) {
      for (int x = 0; x < width; x++) {
        icon.putInt(image.getRGB(x, y));
      }
    }
    return icon.array();
  }

  /** A JPEG file of yellow ink: four components without a profile, inverted as Adobe has it. */
  public static byte[] cmykJpeg(int width, int height) {
    WritableRaster raster =
        Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, height, 4, null);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        raster.setPixel(x, y, new int[] {255, 255, 0, 255});
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (ImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(stream);
      writer.write(null, new IIOImage(raster, null, null), null);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    byte[] adobe = {
      (byte) 0xff, (byte) 0xee, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0
    };
    return insert(bytes.toByteArray(), 2, adobe);
  }

  /** A WebP file of nothing but a lossless header that claims this size. */
  public static byte[] webpClaiming(int width, int height) {
    ByteBuffer webp = ByteBuffer.allocate(40).order(ByteOrder.LITTLE_ENDIAN);
    webp.put("RIFF".getBytes(ISO_8859_1)).putInt(32).put("WEBPVP8L".getBytes(ISO_8859_1));
    webp.putInt(20).put((byte) 0x2f).putInt((width - 1) | ((height - 1) << 14));
    return webp.array();
  }

  /** A GIF file in which a red square wanders over white, endlessly. */
  public static byte[] movingGif(int width, int height, int frames) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    try (ImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(stream);
      writer.prepareWriteSequence(null);
      for (int i = 0; i < frames; i++) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.RED);
        graphics.fillRect(i * 10, 10, 10, 10);
        graphics.dispose();
        writer.writeToSequence(new IIOImage(image, null, delay(writer, image, i == 0)), null);
      }
      writer.endWriteSequence();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return bytes.toByteArray();
  }

  private static IIOMetadata delay(ImageWriter writer, BufferedImage image, boolean first)
      throws IOException {
    IIOMetadata metadata =
        writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), null);
    String format = metadata.getNativeMetadataFormatName();
    IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(format);
    IIOMetadataNode control =
        (IIOMetadataNode) root.getElementsByTagName("GraphicControlExtension").item(0);
    control.setAttribute("delayTime", "7");
    if (first) {
      IIOMetadataNode extension = new IIOMetadataNode("ApplicationExtension");
      extension.setAttribute("applicationID", "NETSCAPE");
      extension.setAttribute("authenticationCode", "2.0");
      extension.setUserObject(new byte[] {1, 0, 0});
      IIOMetadataNode extensions = new IIOMetadataNode("ApplicationExtensions");
      extensions.appendChild(extension);
      root.appendChild(extensions);
    }
    metadata.setFromTree(format, root);
    return metadata;
  }

  /** What is to be seen in a WebP file without motion. */
  public static BufferedImage decodeWebp(byte[] webp) {
    return decodeWebp(webp, 0);
  }

  public static BufferedImage decodeWebp(byte[] webp, int frame) {
    try (ImageInputStream stream =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(webp))) {
      ImageReader reader = ImageDecoder.reader(ImageKind.WEBP);
      reader.setInput(stream);
      return reader.read(frame);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  public static byte[] insert(byte[] file, int offset, byte[] part) {
    return ByteBuffer.allocate(file.length + part.length)
        .put(file, 0, offset)
        .put(part)
        .put(file, offset, file.length - offset)
        .array();
  }
}

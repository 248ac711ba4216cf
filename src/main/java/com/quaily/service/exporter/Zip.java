package com.quaily.service.exporter;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A ZIP file written one entry after another. */
final class Zip implements Closeable {

  private final ZipOutputStream out;

  /** Closes the stream at the end. */
  Zip(OutputStream out) {
    this.out = new ZipOutputStream(out, StandardCharsets.UTF_8);
  }

  /** Starts an entry, which receives the following output until it ends. */
  void begin(String name) throws IOException {
    out.putNextEntry(new ZipEntry(name));
  }

  void write(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  void end() throws IOException {
    out.closeEntry();
  }

  /** A whole file. */
  void add(String name, byte[] content) throws IOException {
    begin(name);
    out.write(content);
    end();
  }

  /** A whole file of text. */
  void add(String name, String text) throws IOException {
    add(name, text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}

package com.quaily.service.exporter;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A zip file that is written one file after another. */
final class Zip implements Closeable {

  private final ZipOutputStream out;

  /** Closes the stream in the end. */
  Zip(OutputStream out) {
    this.out = new ZipOutputStream(out, StandardCharsets.UTF_8);
  }

  /** Begins a file, which gets what is written until its end. */
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

package com.quaily.importer.rewrite;

import java.nio.file.Path;

/**
 * An image of the folder that was read and is supported.
 *
 * @param file its real path
 * @param filename its name without folders
 * @param checksum SHA-256 of its bytes, hex
 */
public record LocalImage(Path file, String filename, String checksum) {

  /** A placeholder for the URL until the image is stored; depends only on the content. */
  public String placeholder() {
    return "import-image:" + checksum;
  }
}

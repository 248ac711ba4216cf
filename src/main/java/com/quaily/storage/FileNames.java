package com.quaily.storage;

/**
 * Checks that this JVM can represent file names for all keys. The JVM encodes names by the locale
 * at its start, whatever {@code file.encoding} says, and this cannot be changed later.
 */
final class FileNames {

  private static final String ENCODING = System.getProperty("sun.jnu.encoding", "UTF-8");
  private static final boolean ANY = "UTF-8".equalsIgnoreCase(ENCODING);

  private FileNames() {}

  /**
   * @param name a key, part of one, or a file's name as the JVM read it
   * @throws IllegalStateException when it is not plain ASCII and this JVM is not in UTF-8
   */
  static void check(String name) {
    if (!ANY && name.chars().anyMatch(c -> c >= 0x80)) {
      throw new IllegalStateException(
          "The encoding of file names is "
              + ENCODING
              + ", which cannot represent every storage key: start the program with"
              + " LC_ALL=C.UTF-8 in its environment");
    }
  }
}

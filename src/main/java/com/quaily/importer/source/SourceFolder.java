package com.quaily.importer.source;

import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * A folder on disk and the only way to access its files: nothing outside is ever opened, whatever
 * path a document contains.
 */
public final class SourceFolder {
  private final Path root;

  /**
   * @throws InvalidException when it is not a readable folder
   */
  public SourceFolder(Path directory) {
    try {
      root = directory.toRealPath();
    } catch (IOException e) {
      throw notAFolder(directory);
    }
    if (!Files.isDirectory(root) || !Files.isReadable(root)) {
      throw notAFolder(directory);
    }
  }

  private static InvalidException notAFolder(Path directory) {
    return new InvalidException(
        ErrorCode.INVALID_FIELD, "directory", directory + " is not a readable directory.");
  }

  Path root() {
    return root;
  }

  /** The key of a file in the folder: relative, with slashes, NFC. */
  public String nameOf(Path file) {
    String name = root.relativize(file).toString();
    return Normalizer.normalize(
        name.replace(file.getFileSystem().getSeparator(), "/"), Normalizer.Form.NFC);
  }

  /**
   * The regular file at a path.
   *
   * @param relative relative to the root; untrusted, may contain {@code ..}
   * @return its real path; empty when there is none, or when it is outside, by name or by a link
   */
  public Optional<Path> find(String relative) {
    try {
      Path file = root.resolve(relative).normalize();
      if (relative.startsWith("/") || !file.startsWith(root) || !Files.isRegularFile(file)) {
        return Optional.empty();
      }
      return Optional.of(file.toRealPath()).filter(real -> real.startsWith(root));
    } catch (InvalidPathException | IOException e) {
      // The disk does not allow this name, so the file does not exist.
      return Optional.empty();
    }
  }

  /** True if a relative path leads out of the folder. */
  public boolean leadsOut(String relative) {
    try {
      return !root.resolve(relative).normalize().startsWith(root);
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /**
   * The first bytes of a file.
   *
   * @param file as {@link #find} returned it
   */
  public static byte[] read(Path file, int atMost) throws IOException {
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return in.readNBytes(atMost);
    }
  }

  /** The form for comparing names: NFC, lower case. */
  public static String key(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }
}

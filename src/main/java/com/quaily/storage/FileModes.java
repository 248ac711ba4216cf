package com.quaily.storage;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Permissions of files: what is public anyway can be read by the group, so that a web server can
 * serve it; everything else, such as paid content and exports, by this program's account alone.
 */
final class FileModes {

  private static final Set<String> PUBLIC = Set.of("pages", "media", "sites");
  private static final Set<PosixFilePermission> ROOT = mode("rwx--x--x");
  private static final Set<PosixFilePermission> PRIVATE_DIRECTORY = mode("rwx------");
  private static final Set<PosixFilePermission> PUBLIC_DIRECTORY = mode("rwxr-x---");
  private static final Set<PosixFilePermission> PRIVATE_FILE = mode("rw-------");
  private static final Set<PosixFilePermission> PUBLIC_FILE = mode("rw-r-----");

  private final Path root;
  private final boolean posix;

  FileModes(Path root) {
    this.root = root;
    this.posix = root.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static Set<PosixFilePermission> mode(String text) {
    return PosixFilePermissions.fromString(text);
  }

  /** The attributes to create a directory below the root with. */
  FileAttribute<?>[] ofDirectory(Path directory) {
    return attributes(isPublic(directory) ? PUBLIC_DIRECTORY : PRIVATE_DIRECTORY);
  }

  /** The attributes to create a file with that is not in its place yet. */
  FileAttribute<?>[] ofTemporaryFile() {
    return attributes(PRIVATE_FILE);
  }

  private FileAttribute<?>[] attributes(Set<PosixFilePermission> permissions) {
    return posix
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
        : new FileAttribute<?>[0];
  }

  /**
   * Sets the permissions that a new file is to have at its place; the process's mask is ignored.
   */
  void apply(Path file, Path target) throws IOException {
    if (posix && isPublic(target)) {
      Files.setPosixFilePermissions(file, PUBLIC_FILE);
    }
  }

  /**
   * Closes what an earlier version left open: the root can be passed but not listed, and the
   * directories directly below it are as new ones would be. Directories of another account stay as
   * they are.
   */
  void tighten() throws IOException {
    if (!posix) {
      return;
    }
    set(root, ROOT);
    try (Stream<Path> below = Files.list(root)) {
      for (Path path : below.toList()) {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
          set(path, isPublic(path) ? PUBLIC_DIRECTORY : PRIVATE_DIRECTORY);
        }
      }
    }
  }

  private static void set(Path directory, Set<PosixFilePermission> wanted) throws IOException {
    if (!Files.getPosixFilePermissions(directory).equals(wanted)) {
      try {
        Files.setPosixFilePermissions(directory, wanted);
      } catch (FileSystemException notOurs) {
        // Its owner decides.
      }
    }
  }

  private boolean isPublic(Path path) {
    return PUBLIC.contains(root.relativize(path).getName(0).toString());
  }
}

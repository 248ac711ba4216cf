package com.quaily.storage;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * The directory tree below the root. Maps keys to paths, never through a symbolic link, and
 * tolerates other threads and processes that create and remove directories.
 */
final class FileTree {

  /** More lost races against the removal of an empty directory than this do not happen. */
  private static final int ATTEMPTS = 1000;

  private final Path root;
  private final FileModes modes;

  /**
   * @param root an existing directory, its real path
   */
  FileTree(Path root, FileModes modes) {
    this.root = root;
    this.modes = modes;
  }

  /**
   * @throws IllegalArgumentException when the key is not allowed
   * @throws IllegalStateException when this JVM cannot name such a file
   */
  Path path(String key) {
    return resolve(StorageKey.check(key));
  }

  /** The directory of a key prefix that is empty or ends with a slash. */
  Path directory(String prefix) {
    return resolve(prefix);
  }

  private Path resolve(String relative) {
    FileNames.check(relative);
    return root.resolve(relative);
  }

  /** The attributes of the regular file; empty if there is none. */
  Optional<BasicFileAttributes> object(Path path) throws IOException {
    return attributes(path).filter(BasicFileAttributes::isRegularFile);
  }

  /** Whether the directory exists, reached without symbolic links. */
  boolean isDirectory(Path path) throws IOException {
    if (path.equals(root)) {
      return true;
    }
    return attributes(path).filter(BasicFileAttributes::isDirectory).isPresent();
  }

  /**
   * Called when an object is missing: if the whole store is missing, for example an unmounted disk,
   * "no such object" would be wrong.
   */
  void requireRoot() throws IOException {
    if (!Files.isDirectory(root)) {
      throw new NoSuchFileException(root.toString(), null, "the storage directory is missing");
    }
  }

  private Optional<BasicFileAttributes> attributes(Path path) throws IOException {
    try {
      Path parent = path.getParent();
      if (!parent.equals(root) && !parent.toRealPath().equals(parent)) {
        return Optional.empty();
      }
      return Optional.of(
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
    } catch (NoSuchFileException absent) {
      requireRoot();
      return Optional.empty();
    } catch (FileSystemException failure) {
      // The JDK distinguishes "not a directory" from other failures only by a localized message.
      if (firstObstacle(path).isPresent()) {
        return Optional.empty();
      }
      throw failure;
    }
  }

  /**
   * Moves a file to the path of the key and creates its parent directories.
   *
   * @throws IllegalArgumentException when another object's key prevents that
   */
  void moveInto(Path file, Path target, String key) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        makeDirectories(target.getParent());
        modes.apply(file, target);
        Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        return;
      } catch (NoSuchFileException removedMeanwhile) {
        // A delete removed the directory between its creation and use.
        if (attempt == ATTEMPTS || !Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
          throw removedMeanwhile;
        }
      } catch (FileSystemException failure) {
        if (attempt == ATTEMPTS || !clearWay(target, key)) {
          throw failure;
        }
      }
    }
  }

  /** Removes an empty directory that is in the way; true if a retry can succeed. */
  private boolean clearWay(Path target, String key) throws IOException {
    if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
      if (removeIfEmpty(target)) {
        return true;
      }
      throw new IllegalArgumentException(
          "Storage key \"" + key + "\": objects exist below this key");
    }
    Optional<Path> obstacle = firstObstacle(target);
    if (obstacle.isPresent()) {
      throw new IllegalArgumentException(
          "Storage key \""
              + key
              + "\": "
              + root.relativize(obstacle.get())
              + " is not a directory");
    }
    return false;
  }

  private void makeDirectories(Path directory) throws IOException {
    if (directory.equals(root)) {
      return;
    }
    try {
      if (directory.toRealPath().equals(directory)) {
        return;
      }
      throw new NotDirectoryException(directory.toString());
    } catch (NoSuchFileException missing) {
      makeDirectories(directory.getParent());
    }
    try {
      Files.createDirectory(directory, modes.ofDirectory(directory));
    } catch (FileAlreadyExistsException exists) {
      // Another write's directory, which a delete may have removed since; the move will show it.
      if (Files.isRegularFile(directory, LinkOption.NOFOLLOW_LINKS)
          || Files.isSymbolicLink(directory)) {
        throw exists;
      }
    }
  }

  /** The topmost element of a path that exists but is not a directory. */
  private Optional<Path> firstObstacle(Path path) throws IOException {
    Path way = root;
    for (Path name : root.relativize(path.getParent())) {
      way = way.resolve(name);
      try {
        if (!Files.readAttributes(way, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
            .isDirectory()) {
          return Optional.of(way);
        }
      } catch (NoSuchFileException nothingThere) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Removes a file and its parent directories if they are then empty. */
  void remove(Path path) throws IOException {
    Files.deleteIfExists(path);
    Path directory = path.getParent();
    while (!directory.equals(root) && removeIfEmpty(directory)) {
      directory = directory.getParent();
    }
  }

  private static boolean removeIfEmpty(Path directory) throws IOException {
    try {
      Files.deleteIfExists(directory);
      return true;
    } catch (DirectoryNotEmptyException stillUsed) {
      return false;
    }
  }
}

package com.quaily.launcher;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The directory into which the {@link Launcher} unpacks the WAR: {@code .quaily-<checksum>} beside
 * it or, if that is not writable, in the user's cache. The directory is created atomically and
 * never changes, so replacing the WAR does not affect a running program. Unpacking a new version
 * removes unused directories.
 */
final class LauncherFiles {

  private static final String PREFIX = ".quaily-";
  private static final String IN_USE = "in-use.lock";

  /**
   * The end-of-directory record of a ZIP file, with the positions of the directory's size and
   * offset.
   */
  private static final int END_BYTES = 22;

  private static final int END_SIGNATURE = 0x06054b50;
  private static final int END_CONTENTS_SIZE = 12;
  private static final int END_CONTENTS_OFFSET = 16;

  private LauncherFiles() {}

  /** The directory with the WAR's files; marked as used until this process ends. */
  static Path unpack(Path war) throws IOException {
    String name = PREFIX + checksum(war);
    List<Path> places = places(war);
    for (Path place : places) {
      Path directory = place.resolve(name);
      if (Files.isDirectory(directory) && isTrusted(directory)) {
        hold(directory);
        return directory;
      }
    }
    List<String> refusals = new ArrayList<>();
    for (Path place : places) {
      try {
        Files.createDirectories(place);
        Path directory = unpack(war, place.resolve(name));
        hold(directory);
        removeUnused(place, directory);
        return directory;
      } catch (IOException e) {
        refusals.add(e.toString());
      }
    }
    throw new IOException("The program cannot be unpacked: " + refusals);
  }

  /**
   * The jars as a class path, always in the same order, because a class data archive is valid for
   * one class path only. The program's classes come first, because a start loads them most.
   */
  static String classPath(Path directory) throws IOException {
    List<Path> jars = new ArrayList<>();
    for (String library : List.of("lib-embedded", "lib")) {
      jars.addAll(jars(directory.resolve("WEB-INF").resolve(library)));
    }
    StringBuilder classPath = new StringBuilder();
    for (Path jar : jars) {
      boolean ours = jar.getFileName().toString().startsWith("quaily-");
      classPath.insert(ours ? 0 : classPath.length(), jar + File.pathSeparator);
    }
    return classPath.substring(0, classPath.length() - 1);
  }

  // No streams and lambdas: their first use takes longer than the rest of the launcher.
  private static List<Path> jars(Path library) throws IOException {
    List<Path> jars = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(library)) {
      for (Path path : found) {
        if (path.toString().endsWith(".jar")) {
          jars.add(path);
        }
      }
    }
    Collections.sort(jars);
    return jars;
  }

  /** The class data archive for the running Java; {@code bin/quaily build} creates it. */
  static Path archive(Path directory) {
    return directory.resolve("quaily-" + Runtime.version().feature() + ".jsa");
  }

  /** Marks the directory as used; the kernel releases the lock when this process ends. */
  @SuppressWarnings("resource") // stays open as long as the program runs
  static void hold(Path directory) throws IOException {
    FileChannel.open(directory.resolve(IN_USE), StandardOpenOption.READ)
        .lock(0, Long.MAX_VALUE, true);
  }

  private static List<Path> places(Path war) {
    String cache = System.getenv("XDG_CACHE_HOME");
    String user = System.getProperty("user.name");
    return List.of(
        war.getParent(),
        cache == null || cache.isEmpty()
            ? Path.of(System.getProperty("user.home"), ".cache", "quaily")
            : Path.of(cache, "quaily"),
        Path.of(System.getProperty("java.io.tmpdir"), "quaily-" + user));
  }

  /** In a world-writable directory, another user could have placed malicious jars. */
  private static boolean isTrusted(Path directory) throws IOException {
    String owner = Files.getOwner(directory).getName();
    return owner.equals("root") || owner.equals(System.getProperty("user.name"));
  }

  /** Changes when any entry changes, because the WAR's directory contains the checksums. */
  private static String checksum(Path war) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(war.toFile(), "r")) {
      ByteBuffer end = ByteBuffer.allocate(END_BYTES).order(ByteOrder.LITTLE_ENDIAN);
      file.seek(file.length() - END_BYTES);
      file.readFully(end.array());
      if (end.getInt(0) != END_SIGNATURE) {
        throw new IOException(war + " is damaged: it has no end-of-directory record");
      }
      byte[] contents = new byte[end.getInt(END_CONTENTS_SIZE)];
      file.seek(Integer.toUnsignedLong(end.getInt(END_CONTENTS_OFFSET)));
      file.readFully(contents);
      CRC32 crc = new CRC32();
      crc.update(contents);
      // Adds and removes a ninth digit to keep leading zeros.
      return Long.toHexString(crc.getValue() | 1L << Integer.SIZE).substring(1);
    }
  }

  private static Path unpack(Path war, Path target) throws IOException {
    Path unfinished =
        Files.createTempDirectory(target.getParent(), target.getFileName() + ".unfinished-");
    try (ZipFile zip = new ZipFile(war.toFile())) {
      for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
        unpack(zip, entries.nextElement(), unfinished);
      }
      Files.createFile(unfinished.resolve(IN_USE));
      openToAll(unfinished);
      Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (DirectoryNotEmptyException | FileAlreadyExistsException e) {
      // Another process was faster and has unpacked the same files.
      delete(unfinished);
    } catch (IOException e) {
      delete(unfinished);
      throw e;
    }
    return target;
  }

  /**
   * A temporary directory is its owner's alone, but root may unpack the program for an instance
   * that runs under another account. There are no secrets in it.
   */
  private static void openToAll(Path directory) throws IOException {
    if (!directory.toFile().setReadable(true, false)
        || !directory.toFile().setExecutable(true, false)) {
      throw new IOException("The access rights of " + directory + " cannot be changed");
    }
  }

  private static void unpack(ZipFile zip, ZipEntry entry, Path directory) throws IOException {
    Path path = directory.resolve(entry.getName()).normalize();
    if (!path.startsWith(directory)) {
      throw new IOException("The WAR contains a path outside its directory: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.getParent());
    try (InputStream content = zip.getInputStream(entry)) {
      Files.copy(content, path);
    }
  }

  private static void removeUnused(Path place, Path current) throws IOException {
    try (DirectoryStream<Path> others = Files.newDirectoryStream(place, PREFIX + "????????")) {
      for (Path other : others) {
        if (!other.equals(current) && isUnused(other)) {
          delete(other);
        }
      }
    }
  }

  private static boolean isUnused(Path directory) {
    try (FileChannel channel =
            FileChannel.open(directory.resolve(IN_USE), StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      return lock != null;
    } catch (IOException e) {
      // Owned by another user; leave it alone.
      return false;
    }
  }

  private static void delete(Path root) throws IOException {
    try (Stream<Path> tree = Files.walk(root)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}

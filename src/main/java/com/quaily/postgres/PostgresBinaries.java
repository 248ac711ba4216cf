package com.quaily.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Unpacks PostgreSQL's programs from the class path, which has one archive per platform. Binaries
 * that a build has already unpacked beside the WAR are hard-linked.
 */
final class PostgresBinaries {

  private static final Logger LOG = LoggerFactory.getLogger(PostgresBinaries.class);

  /** The system property with which the launcher passes the directory of the unpacked WAR. */
  static final String UNPACKED_WAR = "quaily.unpacked";

  private PostgresBinaries() {}

  /**
   * Unpacks once; later calls, by any program, reuse the result. The directory is created
   * atomically.
   *
   * @param cache an existing directory
   * @return the directory that contains {@code bin/}, {@code lib/} and {@code share/}
   */
  static Path unpackInto(Path cache) throws IOException {
    URL archive = archive();
    Path target = cache.resolve("bin-" + fingerprint(archive));
    if (Files.isDirectory(target)) {
      return target;
    }
    try (FileChannel channel =
            FileChannel.open(
                cache.resolve("unpack.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      if (lock.isValid() && Files.notExists(target)) {
        LOG.info("Unpacking PostgreSQL into {}", target);
        Path unfinished = cache.resolve("unpacking");
        deleteTree(unfinished);
        Optional<Path> built = built(target.getFileName());
        if (built.isPresent()) {
          link(built.get(), unfinished);
        } else {
          unpack(archive, unfinished);
        }
        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
      }
    }
    return target;
  }

  private static URL archive() {
    String architecture = System.getProperty("os.arch");
    String name =
        switch (architecture) {
          case "amd64", "x86_64" -> "postgres-linux-x86_64.txz";
          case "aarch64", "arm64" -> "postgres-linux-arm_64.txz";
          default -> "postgres-linux-" + architecture.toLowerCase(Locale.ROOT) + ".txz";
        };
    URL found = PostgresBinaries.class.getClassLoader().getResource(name);
    if (found == null) {
      throw new IllegalStateException(
          ("No embedded PostgreSQL is available for %s. Install PostgreSQL 14 or newer and"
                  + " configure its address.")
              .formatted(architecture));
    }
    return found;
  }

  /** Identifies the version by the archive's checksum in the jar, without reading the archive. */
  private static String fingerprint(URL archive) throws IOException {
    URLConnection connection = archive.openConnection();
    connection.setUseCaches(false);
    long mark;
    if (connection instanceof JarURLConnection jar) {
      mark = jar.getJarEntry().getCrc();
      jar.getJarFile().close();
    } else {
      mark = connection.getContentLengthLong();
      connection.getInputStream().close();
    }
    return String.format(Locale.ROOT, "%08x", mark);
  }

  private static Optional<Path> built(Path name) {
    return Optional.ofNullable(System.getProperty(UNPACKED_WAR))
        .map(directory -> Path.of(directory, "postgres").resolve(name))
        .filter(Files::isDirectory);
  }

  /** Hard-links the tree, which takes no time or space. */
  private static void link(Path tree, Path target) throws IOException {
    try (Stream<Path> entries = Files.walk(tree)) {
      for (Path entry : (Iterable<Path>) entries::iterator) {
        Path path = target.resolve(tree.relativize(entry).toString());
        if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
          makeDirectory(path);
        } else {
          linkOrCopy(entry, path);
        }
      }
    }
  }

  private static void linkOrCopy(Path entry, Path path) throws IOException {
    try {
      Files.createLink(path, entry);
    } catch (FileSystemException | UnsupportedOperationException otherFileSystemOrOwner) {
      Files.copy(entry, path, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
    }
  }

  private static void unpack(URL archive, Path target) throws IOException {
    makeDirectory(target);
    try (InputStream packed = new BufferedInputStream(archive.openStream(), 1 << 16);
        TarArchiveInputStream tar =
            new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
          throw new IOException(
              "The PostgreSQL archive contains a path outside its directory: " + entry.getName());
        }
        unpackEntry(tar, entry, path);
      }
    }
  }

  private static void unpackEntry(TarArchiveInputStream tar, TarArchiveEntry entry, Path path)
      throws IOException {
    if (entry.isDirectory()) {
      makeDirectory(path);
      return;
    }
    if (Files.notExists(path.getParent())) {
      makeDirectory(path.getParent());
    }
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, path);
    boolean program = (entry.getMode() & 0100) != 0;
    Files.setPosixFilePermissions(
        path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
  }

  /** Readable by the account that the server runs under, whatever the umask. */
  private static void makeDirectory(Path directory) throws IOException {
    Files.createDirectories(directory);
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** Deletes a directory with its contents; does nothing if it does not exist. */
  static void deleteTree(Path root) throws IOException {
    if (Files.notExists(root)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(root)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}

package com.quaily.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Other accounts of the machine read nothing; the group reads what is public. */
class FileModesTest {

  @TempDir private Path directory;

  private String mode(String path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(path)));
  }

  private void put(String key) {
    new FileStorage(directory).put(key, "x".getBytes(StandardCharsets.UTF_8), "text/plain");
  }

  @ParameterizedTest
  @ValueSource(strings = {"paid/letters/7.html", "exports/1/part-1", "routing/hosts.json"})
  void whatIsNotPublicIsForThisAccountOnly(String key) throws IOException {
    put(key);

    assertEquals("rw-------", mode(key));
    assertEquals("rwx------", mode(key.substring(0, key.lastIndexOf('/'))));
    assertEquals("rwx------", mode(key.substring(0, key.indexOf('/'))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"pages/letters/p/a.html", "media/ab.webp", "sites/portal/index.html"})
  void aWebServerInTheGroupReadsWhatIsPublic(String key) throws IOException {
    put(key);

    assertEquals("rw-r-----", mode(key));
    assertEquals("rwxr-x---", mode(key.substring(0, key.lastIndexOf('/'))));
    assertEquals("rwx--x--x", mode(""));
  }

  @Test
  void directoriesOfEarlierVersionsAreClosedAtStart() throws IOException {
    for (String old : new String[] {"paid", "exports", "pages"}) {
      Files.createDirectory(directory.resolve(old));
      Files.setPosixFilePermissions(
          directory.resolve(old), PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));

    new FileStorage(directory);

    assertEquals("rwx------", mode("paid"));
    assertEquals("rwx------", mode("exports"));
    assertEquals("rwxr-x---", mode("pages"));
    assertEquals("rwx--x--x", mode(""));
  }
}

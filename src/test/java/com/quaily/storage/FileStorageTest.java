package com.quaily.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.model.error.UnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FileStorageTest implements ObjectStorageContract {

  private static final byte[] CONTENT = "content".getBytes(UTF_8);

  @TempDir Path directory;
  private Path root;
  private FileStorage underTest;

  @BeforeEach
  void create() {
    root = directory.resolve("root");
    underTest = new FileStorage(root);
  }

  @Override
  public ObjectStorage underTest() {
    return underTest;
  }

  @Override
  public void takeAway() {
    move(root, directory.resolve("away"));
  }

  @Override
  public void bringBack() {
    move(directory.resolve("away"), root);
  }

  @ParameterizedTest
  @MethodSource("com.quaily.storage.StorageKeys#longest")
  void theLongestNamesFit(String key) {
    underTest.put(key, CONTENT, HTML);

    assertEquals(key, underTest.list("").findFirst().orElseThrow().key());
  }

  @Test
  void nothingIsBelowAnObject() {
    underTest.put("a.html", CONTENT, HTML);

    assertTrue(underTest.get("a.html/b").isEmpty());
    assertTrue(underTest.head("a.html/b/c").isEmpty());
    underTest.delete("a.html/b");
    assertEquals(0, underTest.list("a.html/").count());
  }

  @Test
  void anObjectIsAPlainFileAndNothingElse() throws IOException {
    underTest.put("pages/a/index.html", CONTENT, HTML);

    try (Stream<Path> files = Files.walk(root)) {
      assertEquals(
          List.of(root.resolve("pages/a/index.html")), files.filter(Files::isRegularFile).toList());
    }
  }

  @Test
  void deletingTheLastObjectRemovesItsDirectories() {
    underTest.put("a/b/c/d.html", CONTENT, HTML);
    underTest.put("a/e.html", CONTENT, HTML);

    underTest.delete("a/b/c/d.html");

    assertFalse(Files.exists(root.resolve("a/b")));
    assertTrue(Files.exists(root.resolve("a/e.html")));
  }

  @Test
  void theMediaTypeIsDerivedFromTheKey() {
    assertEquals("image/png", underTest.put("a.png", CONTENT, HTML).contentType());
    assertEquals("image/png", underTest.head("a.png").orElseThrow().contentType());
  }

  @Test
  void equalWritesWithinOneTickOfTheClockDiffer() {
    Clock stopped = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
    FileStorage storage = new FileStorage(root, false, stopped);

    String first = storage.put("a.html", CONTENT, HTML).etag();
    String second = storage.put("a.html", CONTENT, HTML).etag();

    assertFalse(first.equals(second));
    assertEquals(second, storage.head("a.html").orElseThrow().etag());
  }

  @Test
  void theWriteThatWaitsForTheDiskStoresTheSame() {
    FileStorage storage = new FileStorage(root, true);

    storage.put("a/b.html", CONTENT, HTML);

    assertEquals(7, underTest.get("a/b.html").orElseThrow().content().length);
  }

  @Test
  void symbolicLinksNeverLeadOutOfTheRoot() throws IOException {
    Path outside = Files.createDirectory(directory.resolve("outside"));
    Files.write(outside.resolve("secret.txt"), CONTENT);
    Files.createSymbolicLink(root.resolve("folder"), outside);
    Files.createSymbolicLink(root.resolve("file.txt"), outside.resolve("secret.txt"));

    assertTrue(underTest.get("folder/secret.txt").isEmpty());
    assertTrue(underTest.head("folder/secret.txt").isEmpty());
    assertTrue(underTest.get("file.txt").isEmpty());
    assertEquals(0, underTest.list("").count());
    assertEquals(0, underTest.list("folder/").count());
    underTest.delete("folder/secret.txt");
    assertThrows(
        IllegalArgumentException.class, () -> underTest.put("folder/deep/new.txt", CONTENT, HTML));
    assertThrows(
        IllegalArgumentException.class, () -> underTest.put("folder/secret.txt", CONTENT, HTML));

    underTest.put("file.txt", new byte[0], HTML);
    assertEquals("content", Files.readString(outside.resolve("secret.txt")));
    assertEquals(1, outside.toFile().list().length);
  }

  @Test
  void theRootItselfMayBeALink() throws IOException {
    Path link = Files.createSymbolicLink(directory.resolve("link"), root);

    new FileStorage(link).put("a/b.html", CONTENT, HTML);

    assertTrue(underTest.head("a/b.html").isPresent());
  }

  @Test
  void aKeyCannotBeBelowAnotherKey() {
    underTest.put("a", CONTENT, HTML);
    underTest.put("b/c", CONTENT, HTML);

    assertThrows(IllegalArgumentException.class, () -> underTest.put("a/b/c", CONTENT, HTML));
    assertThrows(IllegalArgumentException.class, () -> underTest.put("b", CONTENT, HTML));
    assertEquals(2, underTest.list("").count());
    assertEquals(0, temporaryFiles().length);
  }

  @Test
  void anEmptyDirectoryLeftByACrashDoesNotBlockAWrite() throws IOException {
    Files.createDirectory(root.resolve("a"));

    underTest.put("a", CONTENT, HTML);

    assertTrue(underTest.head("a").isPresent());
  }

  @Test
  void oldLeftoversOfACrashAreRemovedAtTheStart() throws IOException {
    Path temporary = Files.createDirectories(root.resolve(TemporaryFiles.DIRECTORY));
    Path fresh = Files.write(temporary.resolve("fresh"), CONTENT);
    Path old = Files.write(temporary.resolve("old"), CONTENT);
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(2))));

    FileStorage restarted = new FileStorage(root);

    assertFalse(Files.exists(old));
    assertTrue(Files.exists(fresh), "perhaps another process is writing it");
    assertEquals(0, restarted.list("").count());
  }

  @Test
  void aWriteThatFailsIsUnavailableAndLeavesTheOldObject() {
    // No user, not even root, can create a file there.
    FileStorage full = new FileStorage(root);
    full.put("a.html", CONTENT, HTML);
    replaceTemporaryDirectoryBy(Path.of("/proc/self/fdinfo"));

    assertThrows(UnavailableException.class, () -> full.put("a.html", new byte[100], HTML));
    assertEquals(7, full.head("a.html").orElseThrow().size());
  }

  @Test
  void aRootThatIsAFileIsRejectedAtStartup() throws IOException {
    Path file = Files.write(directory.resolve("file"), CONTENT);

    assertThrows(UnavailableException.class, () -> new FileStorage(file));
  }

  private void replaceTemporaryDirectoryBy(Path target) {
    try {
      Path temporary = root.resolve(TemporaryFiles.DIRECTORY);
      Files.delete(temporary);
      Files.createSymbolicLink(temporary, target);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private String[] temporaryFiles() {
    return root.resolve(TemporaryFiles.DIRECTORY).toFile().list();
  }

  private static void move(Path from, Path to) {
    try {
      Files.move(from, to);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}

package com.quaily;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program, started like in production. */
class ExecutableWarIT {

  /** The exit status of a JVM after SIGTERM. */
  private static final int TERMINATED = 143;

  @TempDir Path directory;

  private Path war;
  private int port;

  @BeforeEach
  void copyTheWar() throws IOException {
    war = Files.copy(Path.of("target/quaily.war"), directory.resolve("quaily.war"));
    port = ProgramUnderTest.freePort();
    Files.writeString(
        directory.resolve("quaily.conf"),
        "server { host = \"127.0.0.1\", port = %d }\n".formatted(port));
  }

  @Test
  void servesAndStopsInOrder() throws Exception {
    try (ProgramUnderTest underTest = start(Map.of("LC_ALL", "C.UTF-8"))) {
      assertEquals(200, underTest.get("/healthz").statusCode(), underTest.output());
      assertEquals(TERMINATED, underTest.stop());
    }
  }

  @Test
  void startsInALocaleWithoutUnicode() throws Exception {
    try (ProgramUnderTest underTest = start(Map.of("LC_ALL", "C"))) {
      assertEquals(200, underTest.get("/healthz").statusCode(), underTest.output());
    }
  }

  @Test
  void unpacksOnceAndRemovesUnusedFiles() throws Exception {
    Path old = Files.createDirectory(directory.resolve(".quaily-00000000"));
    Files.createFile(old.resolve("in-use.lock"));
    String first = prepare();
    Object unpackedAt = Files.getLastModifiedTime(Path.of(first));
    assertEquals(first, prepare());
    assertEquals(unpackedAt, Files.getLastModifiedTime(Path.of(first)));
    assertEquals(List.of(Path.of(first)), unpackedDirectories());
  }

  @Test
  void unpacksIntoTheCacheWhenTheDirectoryOfTheWarCannotBeWritten() throws Exception {
    Path cache = directory.resolve("cache");
    Path locked = Files.createDirectory(directory.resolve("locked"));
    // A file in the way refuses root too, whom permissions would not stop.
    Path inTheWay = Files.copy(war, locked.resolve("quaily.war"));
    String name = Path.of(prepare()).getFileName().toString();
    Files.writeString(locked.resolve(name), "in the way");
    String unpacked = prepare(inTheWay, Map.of("XDG_CACHE_HOME", cache.toString()));
    assertTrue(unpacked.startsWith(cache.toString()), unpacked);
  }

  /** Root unpacks on a host for an instance that runs under another account. */
  @Test
  void everyAccountMayReadTheUnpackedProgram() throws Exception {
    assertEquals(
        "rwxr-xr-x",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(prepare()))));
  }

  private List<Path> unpackedDirectories() throws IOException {
    try (Stream<Path> found = Files.list(directory)) {
      return found.filter(path -> path.getFileName().toString().startsWith(".quaily-")).toList();
    }
  }

  private ProgramUnderTest start(Map<String, String> environment) throws IOException {
    return ProgramUnderTest.start(
        directory,
        environment,
        port,
        List.of(
            ProgramUnderTest.java(),
            "-jar",
            war.toString(),
            "serve",
            "--roles=router",
            "--config=" + directory.resolve("quaily.conf")));
  }

  private String prepare() throws Exception {
    return prepare(war, Map.of());
  }

  /** Where it was unpacked, which is the first line of the answer. */
  private static String prepare(Path war, Map<String, String> environment) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(ProgramUnderTest.java(), "-jar", war.toString(), "--prepare");
    builder.environment().putAll(environment);
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertEquals(0, process.waitFor(), said);
    return said.lines().findFirst().orElseThrow();
  }
}

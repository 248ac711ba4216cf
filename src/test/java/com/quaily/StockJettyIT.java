package com.quaily;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

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

/** The WAR in an unmodified Jetty distribution. */
class StockJettyIT {

  @TempDir Path base;

  @BeforeEach
  void letOtherAccountsThrough() throws IOException {
    // PostgreSQL's account must get through to data/ below.
    Files.setPosixFilePermissions(base, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void deploysWithTheStandardModules() throws Exception {
    try (ProgramUnderTest underTest = start()) {
      assertEquals(200, underTest.get("/healthz").statusCode(), underTest.output());
      assertEquals(200, underTest.get("/").statusCode(), underTest.output());
      assertFalse(
          underTest.get("/healthz").headers().firstValue("X-Request-Id").isEmpty(),
          "no request id: the filters of web.xml are not in place");
      assertFalse(
          underTest.get("/about/").headers().firstValue("X-Request-Id").isEmpty(),
          "pages do not go through the filters");
      assertEquals(401, underTest.get("/api/users/me").statusCode());
    }
  }

  private ProgramUnderTest start() throws Exception {
    Path jetty = home();
    addModules(jetty);
    Files.copy(Path.of("target/quaily.war"), base.resolve("webapps/ROOT.war"));
    Path configuration = Files.writeString(base.resolve("quaily.conf"), "");
    int port = ProgramUnderTest.freePort();
    List<String> command =
        List.of(
            ProgramUnderTest.java(),
            "-jar",
            jetty.resolve("start.jar").toString(),
            "jetty.http.host=127.0.0.1",
            "jetty.http.port=" + port);
    return ProgramUnderTest.start(
        base,
        Map.of("QUAILY_CONFIG", configuration.toString(), "LC_ALL", "C.UTF-8"),
        port,
        command);
  }

  private static Path home() throws IOException {
    try (Stream<Path> found = Files.list(Path.of("target/stock-jetty"))) {
      return found
          .filter(path -> Files.exists(path.resolve("start.jar")))
          .findFirst()
          .orElseThrow()
          .toAbsolutePath();
    }
  }

  private void addModules(Path jetty) throws Exception {
    Process process =
        new ProcessBuilder(
                ProgramUnderTest.java(),
                "-jar",
                jetty.resolve("start.jar").toString(),
                "--add-modules=http,ee11-deploy")
            .directory(base.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertEquals(0, process.waitFor(), said);
  }
}

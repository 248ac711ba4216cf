package com.quaily;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
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
    try (ProgramUnderTest underTest = start("http,ee11-deploy")) {
      assertEquals(200, underTest.get("/healthz").statusCode(), underTest.output());
      assertEquals(200, underTest.get("/").statusCode(), underTest.output());
      assertFalse(
          underTest.get("/healthz").headers().firstValue("X-Request-Id").isEmpty(),
          "no request id: the filters of web.xml are not in place");
      assertTrue(
          underTest.get("/").headers().firstValue("X-Request-Id").isEmpty(),
          "pages go through the filters: jetty-ee11-web.xml is not in force");
      assertEquals(401, underTest.get("/api/users/me").statusCode());
    }
  }

  @Test
  void itsOwnModuleAnswersFromMemoryBeforeTheContext() throws Exception {
    for (String part : List.of("modules/quaily-fast-lane.mod", "etc/quaily-fast-lane.xml")) {
      Files.createDirectories(base.resolve(part).getParent());
      Files.copy(Path.of("etc/jetty/base", part), base.resolve(part));
    }
    try (ProgramUnderTest underTest =
        start("http,ee11-deploy,quaily-fast-lane", "jetty.server.dumpBeforeStop=true")) {
      HttpResponse<String> page = underTest.get("/about/");
      assertEquals(200, page.statusCode(), underTest.output());
      assertEquals(page.body(), underTest.get("/about/").body());
      assertEquals(page.body(), underTest.get("/about/").body());
      assertEquals(401, underTest.get("/api/users/me").statusCode());
      underTest.stop();
      assertTrue(
          underTest.output().contains("[hits=2,misses=2] ~ NON_BLOCKING"), underTest.output());
    }
  }

  private ProgramUnderTest start(String modules, String... settings) throws Exception {
    Path jetty = home();
    addModules(jetty, modules);
    Files.copy(Path.of("target/quaily.war"), base.resolve("webapps/ROOT.war"));
    Path configuration = Files.writeString(base.resolve("quaily.conf"), "");
    int port = ProgramUnderTest.freePort();
    List<String> command =
        new ArrayList<>(
            List.of(
                ProgramUnderTest.java(),
                "-jar",
                jetty.resolve("start.jar").toString(),
                "jetty.http.host=127.0.0.1",
                "jetty.http.port=" + port));
    command.addAll(List.of(settings));
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

  private void addModules(Path jetty, String modules) throws Exception {
    Process process =
        new ProcessBuilder(
                ProgramUnderTest.java(),
                "-jar",
                jetty.resolve("start.jar").toString(),
                "--add-modules=" + modules)
            .directory(base.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertEquals(0, process.waitFor(), said);
  }
}

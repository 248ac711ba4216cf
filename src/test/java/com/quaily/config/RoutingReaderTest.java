package com.quaily.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.routing.route.RoutingSettings;
import com.quaily.routing.route.RoutingSettings.Rule;
import com.quaily.routing.route.Service;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutingReaderTest {

  private static final RoutingSettings BUILT_IN =
      Settings.load(Optional.empty(), Map.of(), Map.of()).routing();

  @TempDir Path directory;

  private RoutingSettings read(String content) throws IOException {
    Path file = Files.writeString(directory.resolve("quaily.conf"), content);
    return Settings.load(Optional.of(file), Map.of(), Map.of()).routing();
  }

  @Test
  void theBuiltInTableLeadsToEveryPartOfTheSite() {
    assertEquals(new Service.Local(), BUILT_IN.services().get("api"));
    assertEquals(new Service.StaticSite(""), BUILT_IN.services().get("front"));
    assertEquals(new Service.StaticSite(""), BUILT_IN.services().get("portal"));
    assertEquals(new Rule("/api/*", "api", true), BUILT_IN.rules().get(0));
    assertTrue(BUILT_IN.rules().contains(new Rule("/login/*", "front", true)));
  }

  @Test
  void aFileAddsServicesAndPutsRoutesBeforeTheBuiltInOnes() throws IOException {
    RoutingSettings underTest =
        read(
            """
            router {
              services {
                blog { kind = upstream, url = "http://127.0.0.1:9000", answer-timeout = 5s }
                docs { kind = static, mount = "/docs" }
              }
              routes = [
                { path = "/blog/*", service = blog, everywhere = true }
                { path = "/docs/*", service = docs }
              ] ${router.routes}
            }
            """);

    assertEquals(
        new Service.Upstream(
            URI.create("http://127.0.0.1:9000"),
            Duration.ofSeconds(3),
            Duration.ofSeconds(5),
            64L << 20),
        underTest.services().get("blog"));
    assertEquals(BUILT_IN.services().size() + 2, underTest.services().size());
    assertEquals(new Rule("/blog/*", "blog", true), underTest.rules().get(0));
    assertEquals(new Rule("/docs/*", "docs", false), underTest.rules().get(1));
    assertEquals(BUILT_IN.rules(), underTest.rules().subList(2, underTest.rules().size()));
  }

  @Test
  void aFileMayReplaceTheWholeTable() throws IOException {
    RoutingSettings underTest = read("router.routes = [{ path = \"/api/*\", service = api }]");

    assertEquals(1, underTest.rules().size());
  }

  @Test
  void aFileMayChangeABuiltInService() throws IOException {
    RoutingSettings underTest =
        read("router.services.portal { kind = upstream, url = \"http://127.0.0.1:3000\" }");

    assertTrue(underTest.services().get("portal") instanceof Service.Upstream);
  }

  @Test
  void theApiMayRunElsewhere() throws IOException {
    RoutingSettings underTest = read("router.api-upstream = \"http://127.0.0.1:8081\"");

    assertTrue(underTest.services().get("api") instanceof Service.Upstream);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "router.services.blog { kind = upstream, adress = x } | router.services.blog.adress",
        "router.services.blog { kind = upstream } | router.services.blog.url",
        "router.services.blog { kind = ftp } | router.services.blog.kind",
        "router.services.blog { mount = \"/x\" } | router.services.blog.kind",
        "router.services.blog = 5 | router.services.blog",
        "router.services.docs { kind = static, mount = docs } | router.services.docs.mount",
        "router.services.docs { kind = static, mount = \"/docs/\" } | router.services.docs.mount",
        "router.routes = [{ path = \"/x\", service = nobody }] | nobody",
        "router.routes = [{ path = x, service = api }] | router.routes",
        "router.routes = [{ service = api }] | path",
        "router.routes = [{ path = \"/x\", service = api, evrywhere = true }] | evrywhere",
        "router.routes = [\"/x\"] | router.routes",
      })
  void aMistakeIsNamed(String line, String named) {
    SettingsException mistake = assertThrows(SettingsException.class, () -> read(line));

    assertTrue(mistake.getMessage().contains(named), mistake.getMessage());
  }
}

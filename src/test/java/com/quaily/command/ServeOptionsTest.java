package com.quaily.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServeOptionsTest {

  private static final ServeOptions WHOLE =
      new ServeOptions(
          new ConfigSource(
              Optional.of(Path.of("a.conf")), Optional.of(Path.of("d")), Map.of("x.y", "1=2")),
          Optional.of("router,api"));

  @Test
  void valuesFollowAnEqualsSignOrASpace() {
    assertEquals(
        Optional.of(WHOLE),
        ServeOptions.parse(
            "serve", "--config=a.conf", "--data=d", "-Dx.y=1=2", "--roles=router,api"));
    assertEquals(
        Optional.of(WHOLE),
        ServeOptions.parse(
            "serve", "--config", "a.conf", "--data", "d", "-Dx.y=1=2", "--roles", "router,api"));
  }

  @Test
  void nothingNeedBeSaid() {
    ServeOptions expected =
        new ServeOptions(
            new ConfigSource(Optional.empty(), Optional.empty(), Map.of()), Optional.empty());
    assertEquals(Optional.of(expected), ServeOptions.parse("serve"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "migrate",
        "serve --help",
        "serve -h",
        "serve --rolls=router",
        "serve --roles",
        "serve --roles=",
        "serve --roles --config=a.conf",
        "serve --roles=api --roles=router",
        "serve @options",
        "serve --config @options",
        "serve -D",
        "serve -Dx.y",
        "serve -D=1",
        "serve -D x.y=1",
        "serve router"
      })
  void whatNeedsMoreThoughtIsLeftToTheLibrary(String arguments) {
    assertEquals(Optional.empty(), ServeOptions.parse(arguments.split(" ", -1)));
  }
}

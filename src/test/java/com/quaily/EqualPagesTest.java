package com.quaily;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.testing.Author;
import com.quaily.testing.TestDatabase;
import com.quaily.testing.TestInstance;
import com.quaily.wiring.process.Role;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every process makes the same pages. The JDK orders small maps and sets anew in each process, so
 * several processes render the same channel.
 */
class EqualPagesTest {

  /** Each has an even chance to show an order that differs. */
  private static final int PROCESSES = 5;

  @TempDir Path data;

  @Test
  void renderingInAnotherProcessChangesNoPage() throws Exception {
    TestDatabase database = TestInstance.migratedDatabase();
    try (TestInstance instance =
        TestInstance.start(
            data, Role.all(), database, Map.of("site.base-url", "https://example.com"))) {
      instance.started().join();
      Author author = Author.of(instance);
      author.published("first", "# Heading\n\nText with a [link](https://example.org).");
      author.published("second", "| a | b |\n| --- | --- |\n| 1 | 2 |\n\n> [!NOTE]\n> Text");
    }
    render(database);
    Map<String, String> first = pages();
    assertTrue(first.size() > 10, first.keySet().toString());
    for (int process = 1; process < PROCESSES; process++) {
      render(database);
      assertEquals(first, pages());
    }
  }

  private void render(TestDatabase database) throws Exception {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(ProgramUnderTest.java(), "-Xmx256m", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", classPath(), "com.quaily.Main", "render"));
    command.addAll(List.of("--data", data.toString(), "-Dsite.base-url=https://example.com"));
    command.add("-Ddatabase.url=" + database.jdbcUrl());
    command.add("-Ddatabase.user=" + database.user());
    command.add("-Ddatabase.password=" + database.password());
    Process process = new ProcessBuilder(command).redirectErrorStream(true).inheritIO().start();
    assertEquals(0, process.waitFor());
  }

  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private Map<String, String> pages() throws IOException {
    Map<String, String> pages = new TreeMap<>();
    Path root = data.resolve("storage");
    try (Stream<Path> files = Files.walk(root.resolve("pages"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        pages.put(root.relativize(file).toString(), Files.readString(file));
      }
    }
    return pages;
  }
}

package com.quaily.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs separate JVMs, because the locale is read once at startup. */
class FileNamesTest {

  @TempDir Path root;

  @Test
  void withoutUtf8InTheLocaleAJapaneseKeyIsAClearError() throws Exception {
    String output = run("POSIX");

    assertTrue(output.contains("IllegalStateException"), output);
    assertTrue(output.contains("start the program with LC_ALL=C.UTF-8"), output);
  }

  @Test
  void withUtf8InTheLocaleItIsAFile() throws Exception {
    assertEquals("stored", run("C.UTF-8").strip());
  }

  private String run(String locale) throws IOException, InterruptedException {
    ProcessBuilder java =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName(),
                root.toString())
            .redirectErrorStream(true)
            .redirectOutput(root.resolve("output.txt").toFile());
    java.environment().put("LC_ALL", locale);
    java.start().waitFor();
    return Files.readString(root.resolve("output.txt"), StandardCharsets.UTF_8);
  }

  /** What the JVM in the other locale does. */
  static final class Child {

    private Child() {}

    public static void main(String[] arguments) {
      FileStorage storage = new FileStorage(Path.of(arguments[0]));
      storage.put("tags/ascii.html", new byte[1], "text/html");
      storage.put("tags/\u65e5\u672c.html", new byte[1], "text/html");
      System.out.println("stored");
    }
  }
}

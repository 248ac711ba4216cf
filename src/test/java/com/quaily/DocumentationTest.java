package com.quaily;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.quaily.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks statements of the documentation. */
final class DocumentationTest {

  private static final Path DOCS = Path.of("docs");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");
  private static final Pattern COMMENTED_SETTING = Pattern.compile("(?m)^(\\s*)# ([a-z0-9-]+ = )");

  @Test
  void everyLinkToAFileIsValid() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Path page : pages()) {
      Matcher matcher = LINK.matcher(Files.readString(page));
      while (matcher.find()) {
        if (!Files.exists(page.resolveSibling(matcher.group(1)))) {
          broken.add(page + " → " + matcher.group(1));
        }
      }
    }

    assertEquals(List.of(), broken);
  }

  private static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>(List.of(Path.of("README.md"), Path.of("CONTRIBUTING.md")));
    try (Stream<Path> files = Files.list(DOCS)) {
      // Its examples link to what a writer would have.
      files
          .filter(file -> file.toString().endsWith(".md") && !file.endsWith("markdown.md"))
          .filter(file -> !file.endsWith("import.md"))
          .forEach(pages::add);
    }
    return pages;
  }

  @Test
  void theConfigurationTemplateIsTheDefaultConfiguration() {
    Settings template = load(Path.of("etc/quaily/quaily.conf"));

    assertEquals(Settings.load(Optional.empty(), Map.of(), Map.of()), template);
  }

  @Test
  void everySettingOfTheTemplateIsKnown() throws IOException {
    String template = Files.readString(Path.of("etc/quaily/quaily.conf"));
    Path every = Files.createTempFile("quaily", ".conf");
    try {
      Files.writeString(every, COMMENTED_SETTING.matcher(template).replaceAll("$1$2"));

      assertDoesNotThrow(() -> load(every));
    } finally {
      Files.delete(every);
    }
  }

  private static Settings load(Path file) {
    return Settings.load(Optional.of(file), Map.of(), Map.of());
  }
}

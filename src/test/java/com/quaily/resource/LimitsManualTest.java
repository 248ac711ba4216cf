package com.quaily.resource;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.quaily.model.Limits;
import com.quaily.model.post.Slug;
import com.quaily.resource.json.BodyLimitFilter;
import com.quaily.resource.json.Json;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LimitsManualTest {

  @Test
  void everyLimitIsInTheManual() throws IOException, IllegalAccessException {
    Map<String, Long> documented = new TreeMap<>();
    for (String line : Files.readAllLines(Path.of("docs/limits.md"))) {
      if (line.matches("\\| [A-Z_]+ \\|.*")) {
        String[] cells = line.split(" *\\| *");
        documented.put(cells[1], Long.valueOf(cells[2]));
      }
    }

    assertEquals(underTest(), documented);
  }

  private static Map<String, Long> underTest() throws IllegalAccessException {
    Map<String, Long> limits = new TreeMap<>();
    for (Field field : Limits.class.getFields()) {
      limits.put(field.getName(), ((Number) field.get(null)).longValue());
    }
    limits.put("MAX_BYTES", BodyLimitFilter.MAX_BYTES);
    limits.put("MAX_DEPTH", (long) Json.MAX_DEPTH);
    limits.put("MAX_LENGTH", (long) Slug.MAX_LENGTH);
    return limits;
  }
}

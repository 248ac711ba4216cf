package com.quaily.command;

import com.quaily.config.Settings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The source of the configuration.
 *
 * @param file empty: the file that {@code QUAILY_CONFIG} names, or the configuration of the demo
 *     that was run in the data directory, if any
 * @param data the data directory; empty: as configured
 * @param single settings by path
 */
record ConfigSource(Optional<Path> file, Optional<Path> data, Map<String, String> single) {

  /**
   * @param overrides settings by path, with the highest precedence
   */
  Settings load(Map<String, Object> overrides) {
    Map<String, Object> all = new HashMap<>(single);
    data.ifPresent(directory -> all.put("data", directory.toString()));
    all.putAll(overrides);
    Optional<Path> named =
        file.or(() -> Optional.ofNullable(System.getenv("QUAILY_CONFIG")).map(Path::of))
            .or(() -> DemoFiles.configuration(dataDirectory()));
    return Settings.load(named, System.getenv(), all);
  }

  /** Where a demo would have left its configuration. */
  private Path dataDirectory() {
    return data.or(() -> Optional.ofNullable(single.get("data")).map(Path::of))
        .or(() -> Optional.ofNullable(System.getenv("QUAILY_DATA")).map(Path::of))
        .orElse(Path.of("data"));
  }
}

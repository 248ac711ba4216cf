package com.quaily.command;

import com.quaily.config.Settings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The configuration options of every command. */
public final class ConfigOptions {

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "Configuration file (default: the QUAILY_CONFIG environment variable, else built-in"
              + " defaults).")
  private Path config;

  @Option(names = "--data", paramLabel = "DIR", description = "Data directory (default: data).")
  private Path data;

  @Option(
      names = "-D",
      paramLabel = "KEY=VALUE",
      description = "Sets one option, for example -Dserver.port=9000.")
  private Map<String, String> single = new HashMap<>();

  Settings load() {
    return load(Map.of());
  }

  /**
   * @param overrides settings by path, with the highest precedence
   */
  Settings load(Map<String, Object> overrides) {
    return source().load(overrides);
  }

  ConfigSource source() {
    return new ConfigSource(Optional.ofNullable(config), Optional.ofNullable(data), single);
  }
}

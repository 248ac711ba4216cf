package com.quaily.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigValueFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Brings the sources of configuration together: what is built in, the file, the environment, the
 * command line; each overrides those before it.
 */
final class SettingsFile {

  private static final String PREFIX = "QUAILY_";

  /** Variables that the scripts around the program use; they are no settings. */
  private static final Set<String> NOT_SETTINGS =
      Set.of("QUAILY_CONFIG", "QUAILY_HOME", "QUAILY_JAVA_OPTS", "QUAILY_ROLES");

  private final Config builtIn = ConfigFactory.parseResources("reference.conf");
  private final Set<String> known = paths(builtIn);

  /**
   * @param file empty = none
   * @param environment variables by name; those of other programs are passed over
   * @param overrides settings by path
   * @throws SettingsException when something is unknown or cannot be read
   */
  Config read(Optional<Path> file, Map<String, String> environment, Map<String, Object> overrides) {
    Config config = builtIn;
    if (file.isPresent()) {
      config = parse(file.get()).withFallback(config);
    }
    config = fromEnvironment(environment, config);
    for (Map.Entry<String, Object> override : overrides.entrySet()) {
      config =
          config.withValue(
              override.getKey(), ConfigValueFactory.fromAnyRef(override.getValue(), "option"));
    }
    try {
      return config.resolve();
    } catch (ConfigException e) {
      throw new SettingsException(e.getMessage(), e);
    }
  }

  private Config parse(Path file) {
    if (!Files.isReadable(file)) {
      throw new SettingsException("cannot read the configuration file " + file);
    }
    try {
      Config config =
          ConfigFactory.parseFile(
              file.toFile(), ConfigParseOptions.defaults().setAllowMissing(false));
      for (String path : new TreeSet<>(paths(config))) {
        if (!known.contains(path)) {
          throw new SettingsException(file + ": there is no setting “" + path + "”" + hint(path));
        }
      }
      return config;
    } catch (ConfigException e) {
      throw new SettingsException(e.getMessage(), e);
    }
  }

  private Config fromEnvironment(Map<String, String> environment, Config config) {
    Map<String, String> byVariable = new HashMap<>();
    known.forEach(path -> byVariable.put(variable(path), path));
    Config result = config;
    for (Map.Entry<String, String> entry : environment.entrySet()) {
      String name = entry.getKey();
      if (!name.startsWith(PREFIX) || NOT_SETTINGS.contains(name)) {
        continue;
      }
      String path = byVariable.get(name);
      if (path == null) {
        throw new SettingsException("the environment variable " + name + " is no setting");
      }
      result = result.withValue(path, ConfigValueFactory.fromAnyRef(value(path, entry), name));
    }
    return result;
  }

  /** Lists are separated by commas in the environment. */
  private Object value(String path, Map.Entry<String, String> entry) {
    boolean list = builtIn.getValue(path).valueType() == com.typesafe.config.ConfigValueType.LIST;
    if (!list) {
      return entry.getValue();
    }
    List<String> items = new ArrayList<>();
    for (String item : entry.getValue().split(",", -1)) {
      if (!item.isBlank()) {
        items.add(item.strip());
      }
    }
    return items;
  }

  private static String variable(String path) {
    return PREFIX + path.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  private static Set<String> paths(Config config) {
    Set<String> paths = new TreeSet<>();
    config.entrySet().forEach(entry -> paths.add(entry.getKey()));
    return paths;
  }

  private String hint(String path) {
    String last = path.substring(path.lastIndexOf('.') + 1);
    return known.stream()
        .filter(other -> other.endsWith("." + last) || other.equals(last))
        .min(Comparator.comparingInt(String::length))
        .map(other -> "; did you mean “" + other + "”?")
        .orElse("");
  }
}

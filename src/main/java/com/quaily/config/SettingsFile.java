package com.quaily.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValueFactory;
import com.typesafe.config.ConfigValueType;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Merges the configuration sources: defaults, file, environment, command line; later ones take
 * precedence.
 */
final class SettingsFile {

  private static final String PREFIX = "QUAILY_";
  private static final String SERVICES = "router.services.";

  /** Lists of objects, which do not fit in a single string. */
  private static final Set<String> OBJECTS =
      Set.of(
          "router.routes",
          "ai.proxies",
          TransportReader.PROVIDERS,
          BounceReader.WEBHOOKS,
          TransportReader.WARM_UPS);

  /** Variables of the surrounding scripts, which are not settings. */
  private static final Set<String> NOT_SETTINGS =
      Set.of("QUAILY_CONFIG", "QUAILY_LOG_LEVEL", "QUAILY_LOG_TARGET", "QUAILY_ROLES");

  private final Config builtIn = builtIn();
  private final Set<String> known = paths(builtIn);

  /**
   * @param file empty = none
   * @param environment variables by name; those of other programs are ignored
   * @param overrides settings by path
   * @throws SettingsException when a setting is unknown or cannot be read
   */
  Config read(Optional<Path> file, Map<String, String> environment, Map<String, Object> overrides) {
    try {
      Config config = file.isPresent() ? withFile(file.get()) : builtIn;
      config = fromEnvironment(environment, config);
      return fromCommandLine(overrides, config).resolve();
    } catch (ConfigException e) {
      throw new SettingsException(e.getMessage(), e);
    }
  }

  /** Read as a stream: a search for all resources with this name would open every jar. */
  private static Config builtIn() {
    try (Reader reader =
        new InputStreamReader(
            SettingsFile.class.getResourceAsStream("/reference.conf"), StandardCharsets.UTF_8)) {
      return ConfigFactory.parseReader(
          reader, ConfigParseOptions.defaults().setOriginDescription("reference.conf"));
    } catch (IOException e) {
      throw new UncheckedIOException("the built-in configuration cannot be read", e);
    }
  }

  private Config withFile(Path file) {
    if (!Files.isReadable(file)) {
      throw new SettingsException("cannot read the configuration file " + file);
    }
    Config own =
        ConfigFactory.parseFile(
            file.toFile(), ConfigParseOptions.defaults().setAllowMissing(false));
    Config whole = own.withFallback(builtIn).resolve();
    for (String path : paths(own.resolveWith(whole))) {
      if (!known.contains(path) && !isFieldOfService(path)) {
        throw new SettingsException(file + ": unknown setting “" + path + "”" + hint(path));
      }
    }
    return whole;
  }

  /** Operators choose service names, but not the options of a service. */
  private static boolean isFieldOfService(String path) {
    List<String> parts = ConfigUtil.splitPath(path);
    return path.startsWith(SERVICES)
        && parts.size() == 4
        && RoutingReader.SERVICE_FIELDS.contains(parts.get(3));
  }

  private Config fromEnvironment(Map<String, String> environment, Config config) {
    Map<String, String> byVariable = new HashMap<>();
    known.stream()
        .filter(SettingsFile::isSingle)
        .forEach(path -> byVariable.put(variable(path), path));
    Config result = config;
    for (Map.Entry<String, String> entry : environment.entrySet()) {
      String name = entry.getKey();
      if (!name.startsWith(PREFIX) || NOT_SETTINGS.contains(name)) {
        continue;
      }
      String path = byVariable.get(name);
      if (path == null) {
        throw new SettingsException(
            "the environment variable " + name + " does not match any setting");
      }
      result = with(result, path, entry.getValue(), name);
    }
    return result;
  }

  private static boolean isSingle(String path) {
    return !OBJECTS.contains(path) && !path.startsWith(SERVICES);
  }

  private Config fromCommandLine(Map<String, Object> overrides, Config config) {
    Config result = config;
    for (Map.Entry<String, Object> override : overrides.entrySet()) {
      String path = override.getKey();
      if (!known.contains(path)) {
        throw new SettingsException("unknown setting “" + path + "”" + hint(path));
      }
      result = with(result, path, override.getValue(), "option");
    }
    return result;
  }

  /** A string represents a comma-separated list. */
  private Config with(Config config, String path, Object value, String origin) {
    boolean isList = builtIn.getValue(path).valueType() == ConfigValueType.LIST;
    Object read = isList && value instanceof String text ? items(text) : value;
    return config.withValue(path, ConfigValueFactory.fromAnyRef(read, origin));
  }

  private static List<String> items(String text) {
    return Arrays.stream(text.split(",", -1))
        .map(String::strip)
        .filter(item -> !item.isEmpty())
        .toList();
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
    return Spelling.nearest(path, known).map(other -> "; did you mean “" + other + "”?").orElse("");
  }
}

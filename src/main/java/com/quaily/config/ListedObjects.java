package com.quaily.config;

import static com.quaily.config.SettingsReader.require;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import java.time.DateTimeException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** A list of objects in the settings, such as proxies or providers. */
final class ListedObjects {

  private final Config config;
  private final String path;
  private final Set<String> fields;

  /**
   * @param fields the fields that an object can have
   */
  ListedObjects(Config config, String path, Set<String> fields) {
    this.config = config;
    this.path = path;
    this.fields = Set.copyOf(fields);
  }

  /**
   * Reads all objects.
   *
   * @throws SettingsException naming the list, also for what the reader throws
   */
  <T> List<T> read(Function<Config, T> reader) {
    return config.getConfigList(path).stream().map(object -> read(object, reader)).toList();
  }

  /**
   * Reads all objects, each with a name of its own.
   *
   * @param reserved names that none of them may have
   */
  <T> List<T> readNamed(
      Set<String> reserved, Function<Config, T> reader, Function<T, String> name) {
    Set<String> names = new HashSet<>(reserved);
    List<T> all = read(reader);
    all.stream()
        .map(name)
        .forEach(
            each -> {
              require(
                  each.matches("[a-z0-9-]{1,40}"), path, "a name has letters a–z, digits, hyphens");
              require(names.add(each), path, "the name " + each + " is taken");
            });
    return all;
  }

  private <T> T read(Config object, Function<Config, T> reader) {
    object
        .root()
        .keySet()
        .forEach(
            field ->
                require(
                    fields.contains(field),
                    path,
                    "unknown field “%s”; the fields are %s"
                        .formatted(field, String.join(", ", new TreeSet<>(fields)))));
    try {
      return reader.apply(object);
    } catch (ConfigException | IllegalArgumentException | DateTimeException e) {
      throw new SettingsException(path + ": " + e.getMessage(), e);
    }
  }

  /** The text of a field that may be missing. */
  static String text(Config object, String field, String otherwise) {
    return object.hasPath(field) ? object.getString(field) : otherwise;
  }

  /** Whether a switch is on; off when it is missing. */
  static boolean isOn(Config object, String field) {
    return object.hasPath(field) && object.getBoolean(field);
  }
}

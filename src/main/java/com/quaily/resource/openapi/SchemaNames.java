package com.quaily.resource.openapi;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Names schemas after their classes, and knows which class a name stands for. */
final class SchemaNames extends TypeNameResolver {

  private final Map<String, Class<?>> classes = new ConcurrentHashMap<>();

  /** The class that a schema describes; of a generic one its raw class. */
  Optional<Class<?>> classOf(String name) {
    return Optional.ofNullable(classes.get(name));
  }

  /**
   * @throws IllegalStateException when two classes have the same name: one would be described by
   *     the schema of the other
   */
  @Override
  protected String nameForClass(JavaType type, Set<Options> options) {
    String name = super.nameForClass(type, options);
    remember(name, type.getRawClass());
    return name;
  }

  /** As {@code ApiResponseOfListOfChannelView}, which no class is called. */
  @Override
  protected String nameForGenericType(JavaType type, Set<Options> options) {
    String name =
        type.getBindings().getTypeParameters().stream()
            .map(argument -> "Of" + nameForType(argument, options))
            .collect(Collectors.joining("", nameForClass(type.getRawClass(), options), ""));
    remember(name, type.getRawClass());
    return name;
  }

  private void remember(String name, Class<?> type) {
    Class<?> other = classes.putIfAbsent(name, type);
    if (other != null && other != type) {
      throw new IllegalStateException(
          "two classes are called " + name + " in the description: " + other + " and " + type);
    }
  }
}

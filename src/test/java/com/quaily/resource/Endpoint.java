package com.quaily.resource;

import com.quaily.resource.access.Access;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A method of a resource that answers requests.
 *
 * @param verb in lower case
 * @param path with its parameters in braces
 * @param contentType of the bodies that it takes
 */
public record Endpoint(String verb, String path, String contentType, Method method) {

  /** Every endpoint that there is. */
  public static List<Endpoint> all() {
    return resources().stream()
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .flatMap(method -> of(method).stream())
        .toList();
  }

  /** Every class of resources that the description of the API covers. */
  public static Set<Class<?>> resources() {
    return new ClassFileImporter()
            .importPath(java.nio.file.Path.of("target", "classes", "com", "quaily", "resource"))
            .stream()
            .filter(type -> type.isAnnotatedWith(Path.class))
            .<Class<?>>map(JavaClass::reflect)
            .filter(type -> !type.isAnnotationPresent(Hidden.class))
            .collect(Collectors.toSet());
  }

  private static Optional<Endpoint> of(Method method) {
    Class<?> type = method.getDeclaringClass();
    Path below = method.getAnnotation(Path.class);
    String path = type.getAnnotation(Path.class).value() + (below == null ? "" : below.value());
    Consumes consumes = method.getAnnotation(Consumes.class);
    return verb(method)
        .map(
            verb ->
                new Endpoint(
                    verb,
                    path,
                    consumes == null ? "application/json" : consumes.value()[0],
                    method));
  }

  private static Optional<String> verb(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(Annotation::annotationType)
        .map(type -> type.getAnnotation(HttpMethod.class))
        .filter(found -> found != null)
        .map(found -> found.value().toLowerCase(Locale.ROOT))
        .findFirst();
  }

  /** Null when it does not say who may call it. */
  public Access access() {
    return method.getAnnotation(Access.class);
  }

  @Override
  public String toString() {
    return verb + " " + path;
  }
}

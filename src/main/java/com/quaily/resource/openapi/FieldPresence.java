package com.quaily.resource.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says which fields are always there and which may be null. What we answer with has every field of
 * its record, null only where the record says {@link Nullable}; what we are sent may lack any field
 * or have null there, and the services say what they miss.
 */
final class FieldPresence {

  private static final String SCHEMAS = "#/components/schemas/";
  private static final SnakeCaseStrategy WIRE_NAMES = new SnakeCaseStrategy();

  private final SchemaNames names;

  FieldPresence(SchemaNames names) {
    this.names = names;
  }

  @SuppressWarnings("rawtypes") // Swagger's own models are.
  void describe(OpenAPI whole) {
    Map<String, Schema> schemas = whole.getComponents().getSchemas();
    Set<String> answered = answered(whole, schemas);
    schemas.forEach(
        (name, schema) ->
            names
                .classOf(name)
                .filter(Class::isRecord)
                .ifPresent(type -> describe(schema, type, answered.contains(name))));
  }

  /** The schemas that answers are made of. */
  @SuppressWarnings("rawtypes")
  private static Set<String> answered(OpenAPI whole, Map<String, Schema> schemas) {
    Set<String> found = new HashSet<>();
    for (PathItem item : whole.getPaths().values()) {
      item.readOperations().forEach(operation -> follow(operation.getResponses(), schemas, found));
    }
    return found;
  }

  @SuppressWarnings("rawtypes")
  private static void follow(Object part, Map<String, Schema> schemas, Set<String> found) {
    for (String reference : Json31.mapper().valueToTree(part).findValuesAsText("$ref")) {
      String name = reference.substring(SCHEMAS.length());
      if (found.add(name)) {
        follow(schemas.get(name), schemas, found);
      }
    }
  }

  @SuppressWarnings({"rawtypes", "unchecked"})
  private static void describe(Schema schema, Class<?> type, boolean answered) {
    Map<String, Schema> properties = schema.getProperties();
    for (RecordComponent component : type.getRecordComponents()) {
      String name = wireName(component);
      Schema property = properties == null ? null : properties.get(name);
      if (property == null) {
        continue;
      }
      boolean leftOut = isLeftOut(component);
      if (answered && !leftOut) {
        schema.addRequiredItem(name);
      }
      boolean nullable =
          answered ? isNullable(component) && !leftOut : !component.getType().isPrimitive();
      if (nullable) {
        properties.put(name, orNull(property));
      }
    }
  }

  private static boolean isNullable(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  /** Whether Jackson writes nothing where the value is null. */
  private static boolean isLeftOut(RecordComponent component) {
    return component.getAccessor().isAnnotationPresent(JsonInclude.class)
        || (isNullable(component)
            && component.getDeclaringRecord().isAnnotationPresent(JsonInclude.class));
  }

  private static String wireName(RecordComponent component) {
    JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
    return named == null ? WIRE_NAMES.translate(component.getName()) : named.value();
  }

  @SuppressWarnings({"rawtypes", "unchecked"})
  private static Schema orNull(Schema schema) {
    if (schema.get$ref() != null) {
      return new JsonSchema().anyOf(List.of(schema, new JsonSchema().types(Set.of("null"))));
    }
    if (schema.getTypes() != null) {
      schema.addType("null");
    }
    return schema;
  }
}

package com.quaily.ai.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.quaily.model.JsonText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The shape of an answer: a JSON Schema, or an example whose fields and kinds the answer must have.
 */
public final class Template {

  private static final int FAULTS_SHOWN = 5;

  private final Schema schema;

  private Template(Schema schema) {
    this.schema = schema;
  }

  /**
   * Reads a template.
   *
   * @throws FormatFault when it is neither a schema nor an example
   */
  public static Template parse(String text) throws FormatFault {
    try {
      JsonNode node = JsonText.reader().readTree(text);
      if (node == null || !node.isContainerNode()) {
        throw new FormatFault("must be a JSON Schema or an example of the answer");
      }
      String schema = isSchema(node) ? text : JsonText.write(schemaOf(node));
      return new Template(
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(schema));
    } catch (JsonProcessingException e) {
      throw new FormatFault("is not valid JSON: " + e.getOriginalMessage());
    }
  }

  private static boolean isSchema(JsonNode node) {
    return node.has("$schema") || (node.path("type").isTextual() && describesParts(node));
  }

  private static boolean describesParts(JsonNode node) {
    return node.path("properties").isObject() || node.path("items").isObject();
  }

  private static Map<String, Object> schemaOf(JsonNode example) {
    Map<String, Object> schema = new LinkedHashMap<>();
    if (example.isObject()) {
      Map<String, Object> properties = new LinkedHashMap<>();
      example
          .properties()
          .forEach(field -> properties.put(field.getKey(), schemaOf(field.getValue())));
      schema.put("type", "object");
      schema.put("properties", properties);
      schema.put("required", List.copyOf(properties.keySet()));
    } else if (example.isArray()) {
      schema.put("type", "array");
      if (!example.isEmpty()) {
        schema.put("items", schemaOf(example.get(0)));
      }
    } else if (example.isTextual()) {
      schema.put("type", "string");
    } else if (example.isNumber()) {
      schema.put("type", "number");
    } else if (example.isBoolean()) {
      schema.put("type", "boolean");
    }
    return schema;
  }

  /**
   * Compares an answer with the template.
   *
   * @throws FormatFault naming what does not fit
   */
  void check(JsonNode answer) throws FormatFault {
    List<com.networknt.schema.Error> faults = schema.validate(answer.toString(), InputFormat.JSON);
    if (!faults.isEmpty()) {
      throw new FormatFault(
          faults.stream()
              .limit(FAULTS_SHOWN)
              .map(fault -> fault.getInstanceLocation() + ": " + fault.getMessage())
              .collect(Collectors.joining("; ")));
    }
  }
}

package com.quaily.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.quaily.model.Site;
import com.quaily.resource.Endpoint;
import com.quaily.resource.openapi.OpenApiResource;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Compares what the API answers with its description: every JSON answer has the fields that the
 * schema of its path, method and status names, and no others.
 */
final class DescribedAnswers {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DOCUMENT = "https://site.example/answers";
  private static final String BASE = "/api";
  private static final int FAULTS_SHOWN = 10;

  /** Under which some groups answer a second time. */
  private static final String ALIAS = "/auxilia";

  /** A former path of members, and what it stands for. */
  private static final String ADD_MEMBERS = "/add-members";

  private static final String MEMBERS_ADD = "/members/add";

  /** Of a path that is not described; answers there are errors. */
  private static final String FAILURE = "ErrorResponse";

  private final List<Operation> operations = new ArrayList<>();
  private final SchemaRegistry registry;
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

  private DescribedAnswers() {
    try {
      Site site = new Site("Quaily", "http://localhost");
      JsonNode described = JSON.readTree(new OpenApiResource(site, Endpoint.resources()).get());
      ObjectNode definitions = (ObjectNode) described.at("/components/schemas");
      described
          .get("paths")
          .properties()
          .forEach(path -> read(path.getKey(), path.getValue(), definitions));
      // Of two paths that fit, the one with the longer fixed beginning is meant.
      operations.sort(Comparator.comparing(Operation::template));
      forbidOtherFields(definitions);
      String text =
          JSON.createObjectNode()
              .<ObjectNode>set("$defs", definitions)
              .toString()
              .replace("#/components/schemas/", "#/$defs/");
      registry =
          SchemaRegistry.withDefaultDialect(
              SpecificationVersion.DRAFT_2020_12,
              builder -> builder.schemas(Map.of(DOCUMENT, text)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Read once, by the first test that calls the API. */
  private static final class Holder {
    static final DescribedAnswers INSTANCE = new DescribedAnswers();
  }

  /**
   * Compares an answer with its description.
   *
   * @throws AssertionError when it is not as described
   */
  static void check(HttpResponse<String> response) {
    String path = response.request().uri().getRawPath();
    String type = response.headers().firstValue("Content-Type").orElse("");
    if (path.startsWith(BASE + "/")
        && !path.equals(BASE + "/openapi.json")
        && type.startsWith("application/json")
        && !response.body().isEmpty()) {
      Holder.INSTANCE.check(response.request().method(), path.substring(BASE.length()), response);
    }
  }

  private void check(String method, String path, HttpResponse<String> response) {
    String name =
        find(method, path).flatMap(found -> found.schema(response.statusCode())).orElse(FAILURE);
    List<com.networknt.schema.Error> faults =
        schemas
            .computeIfAbsent(name, this::load)
            .validate(
                response.body(),
                InputFormat.JSON,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    if (!faults.isEmpty()) {
      String found =
          faults.stream()
              .limit(FAULTS_SHOWN)
              .map(fault -> fault.getInstanceLocation() + ": " + fault.getMessage())
              .collect(Collectors.joining("\n"));
      throw new AssertionError(
          method
              + " "
              + path
              + " "
              + response.statusCode()
              + " is not as "
              + name
              + " describes:\n"
              + found
              + "\n"
              + response.body());
    }
  }

  private Optional<Operation> find(String method, String path) {
    String asked = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    String plain =
        asked.endsWith(ADD_MEMBERS) ? ALIAS + asked.replace(ADD_MEMBERS, MEMBERS_ADD) : asked;
    return operations.stream()
        .filter(operation -> operation.answers(method, plain))
        .findFirst()
        .or(
            () ->
                plain.startsWith(ALIAS)
                    ? find(method, plain.substring(ALIAS.length()))
                    : Optional.empty());
  }

  private Schema load(String name) {
    return registry.getSchema(SchemaLocation.of(DOCUMENT + "#/$defs/" + name));
  }

  /** Names the schemas of the path's JSON answers. */
  private void read(String path, JsonNode item, ObjectNode definitions) {
    for (Map.Entry<String, JsonNode> operation : item.properties()) {
      Map<String, String> byStatus = new ConcurrentHashMap<>();
      for (Map.Entry<String, JsonNode> answer :
          operation.getValue().get("responses").properties()) {
        JsonNode schema = answer.getValue().at("/content/application~1json/schema");
        if (schema.isObject()) {
          String name = "answer-" + definitions.size();
          definitions.set(name, schema);
          byStatus.put(answer.getKey(), name);
        }
      }
      operations.add(Operation.of(operation.getKey(), path, byStatus));
    }
  }

  private static void forbidOtherFields(JsonNode part) {
    if (part.path("properties").isObject() && !part.has("additionalProperties")) {
      ((ObjectNode) part).put("additionalProperties", false);
    }
    part.forEach(DescribedAnswers::forbidOtherFields);
  }

  /**
   * A method of a path.
   *
   * @param template the path, its parameters sorting behind fixed parts
   * @param schemas the names of the schemas of JSON answers, by status
   */
  private record Operation(
      String method, String template, Pattern path, Map<String, String> schemas) {

    private static final Pattern PARAMETER = Pattern.compile("\\{[^/}]*}");

    static Operation of(String method, String path, Map<String, String> schemas) {
      String expression =
          Pattern.compile("[^{}]+|\\{[^/}]*}")
              .matcher(path)
              .replaceAll(
                  part ->
                      Matcher.quoteReplacement(
                          part.group().startsWith("{") ? "[^/]+" : Pattern.quote(part.group())));
      return new Operation(
          method.toUpperCase(Locale.ROOT),
          PARAMETER.matcher(path).replaceAll("\uffff"),
          Pattern.compile(expression),
          schemas);
    }

    boolean answers(String asked, String requested) {
      return method.equals(asked) && path.matcher(requested).matches();
    }

    Optional<String> schema(int status) {
      return Optional.ofNullable(schemas.get(String.valueOf(status)))
          .or(() -> Optional.ofNullable(status == 200 ? null : schemas.get("default")));
    }
  }
}

package com.quaily.resource.openapi;

import com.quaily.model.Site;
import com.quaily.resource.api.AnsweredAsOAuth;
import com.quaily.resource.api.ErrorResponse;
import com.quaily.resource.api.NotImplemented;
import com.quaily.resource.filter.OAuthErrors;
import com.quaily.resource.json.Json;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.jaxrs2.Reader;
import io.swagger.v3.jaxrs2.ext.OpenAPIExtensions;
import io.swagger.v3.oas.integration.SwaggerConfiguration;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.servers.Server;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Builds the OpenAPI 3.1 description from the annotations of the resources and common rules. */
final class ApiDescription {

  /** The extension that marks an operation without an implementation. */
  static final String PLANNED = "x-planned";

  private static final String FAILURE = "#/components/schemas/ErrorResponse";
  private static final String OAUTH_FAILURE = "#/components/schemas/OAuthFailure";
  private static final String INTRODUCTION =
      """
      Successful responses have status 200 and the body `{"data": …, "ts": <Unix seconds>}`.
      Errors have a matching status and the body `{"code": …, "message": …, "ts": …}`. The code is
      never 0; docs/errors.md lists all codes. Channels are called lists. Times are RFC 3339 with
      microseconds; absent values are null. `{list}` and `{post}` in a path accept an id or a slug.
      Unknown fields of a body are ignored. `/auxilia/composer/…` is an alias of `/composer/…`,
      and `/auxilia/c` of `/c`.\
      """;

  private static final SchemaNames NAMES = new SchemaNames();

  static {
    // Schemas name their fields as our JSON does.
    ModelConverters.getInstance(true)
        .addConverter(new ModelResolver(Json.mapper(), NAMES).openapi31(true));
    OpenAPIExtensions.setExtensions(List.of(new ParameterReader()));
  }

  private final Site site;

  ApiDescription(Site site) {
    this.site = site;
  }

  OpenAPI of(Set<Class<?>> resources) {
    OpenAPI whole = base();
    resources.stream()
        .sorted(Comparator.comparing(Class::getSimpleName))
        .forEach(resource -> add(resource, whole));
    for (Class<?> failure : List.of(ErrorResponse.class, OAuthErrors.OAuthFailure.class)) {
      ModelConverters.getInstance(true).readAll(failure).forEach(whole.getComponents()::addSchemas);
    }
    new FieldPresence(NAMES).describe(whole);
    return whole;
  }

  private OpenAPI base() {
    Components components = new Components();
    SecurityDescription.addSchemes(components, site);
    return new OpenAPI()
        .openapi("3.1.0")
        .info(
            new Info()
                .title(site.name() + " API")
                .description(INTRODUCTION)
                .version("1")
                .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
        .servers(List.of(new Server().url(site.url("/api"))))
        .tags(ApiGroup.tags())
        .paths(new Paths())
        .components(components);
  }

  private static void add(Class<?> resource, OpenAPI whole) {
    ApiGroup group = ApiGroup.of(resource);
    String name = resource.getSimpleName().replace("Resource", "").toLowerCase(Locale.ROOT);
    SwaggerConfiguration configuration =
        new SwaggerConfiguration().openAPI(new OpenAPI()).openAPI31(true);
    OpenAPI part = new Reader(configuration).read(resource);
    Optional.ofNullable(part.getComponents())
        .map(Components::getSchemas)
        .ifPresent(schemas -> schemas.forEach(whole.getComponents()::addSchemas));
    SecurityDescription.addRequirements(resource, part.getPaths());
    if (resource.isAnnotationPresent(NotImplemented.class)) {
      part.getPaths().values().forEach(ApiDescription::markAsPlanned);
    }
    part.getPaths()
        .forEach(
            (path, item) -> {
              item.readOperations().forEach(operation -> complete(operation, group, name));
              add(path, item, whole.getPaths());
            });
    describeOAuthFailures(resource, part.getPaths());
  }

  /** What is refused before the endpoint is reached, such as another type of body, is our own. */
  private static void describeOAuthFailures(Class<?> resource, Paths paths) {
    for (Method method : resource.getDeclaredMethods()) {
      if (method.isAnnotationPresent(AnsweredAsOAuth.class)) {
        SecurityDescription.operation(method, paths)
            .getResponses()
            .addApiResponse(
                "default",
                failure(
                    new JsonSchema()
                        .anyOf(
                            List.of(
                                new Schema<>().$ref(OAUTH_FAILURE),
                                new Schema<>().$ref(FAILURE)))));
      }
    }
  }

  private static void markAsPlanned(PathItem item) {
    item.readOperations()
        .forEach(operation -> operation.addExtension(PLANNED, Map.of("status", "501")));
  }

  private static void add(String path, PathItem item, Paths paths) {
    PathItem known = paths.computeIfAbsent(path, unused -> new PathItem());
    item.readOperationsMap()
        .forEach(
            (method, operation) -> {
              Operation other = known.readOperationsMap().get(method);
              if (other == null) {
                known.operation(method, operation);
              } else {
                addAlternative(other, operation);
              }
            });
  }

  /** The operations of one path for other content types of the body. */
  private static void addAlternative(Operation known, Operation other) {
    known.getRequestBody().getContent().putAll(other.getRequestBody().getContent());
    known
        .getResponses()
        .get("200")
        .getContent()
        .putAll(other.getResponses().get("200").getContent());
  }

  private static void complete(Operation operation, ApiGroup group, String name) {
    operation.addTagsItem(group.title());
    operation.setOperationId(name + "_" + operation.getOperationId());
    ApiResponses responses = new ApiResponses();
    Optional.ofNullable(operation.getResponses())
        .map(Map::values)
        .flatMap(found -> found.stream().findFirst())
        .ifPresent(success -> responses.addApiResponse("200", success.description("Success.")));
    asJson(responses.get("200").getContent());
    if (operation.getRequestBody() != null) {
      asJson(operation.getRequestBody().getContent());
    }
    responses.addApiResponse("default", failure(new Schema<>().$ref(FAILURE)));
    if (operation.getExtensions() != null && operation.getExtensions().containsKey(PLANNED)) {
      responses.addApiResponse(
          "501", failure(new Schema<>().$ref(FAILURE)).description("Not implemented yet."));
    }
    operation.setResponses(responses);
  }

  /** If a method names no content type, it is JSON. */
  private static void asJson(Content content) {
    if (content != null && content.containsKey(Reader.DEFAULT_MEDIA_TYPE_VALUE)) {
      content.addMediaType("application/json", content.remove(Reader.DEFAULT_MEDIA_TYPE_VALUE));
    }
  }

  private static ApiResponse failure(Schema<?> schema) {
    return new ApiResponse()
        .description("The error and its code.")
        .content(new Content().addMediaType("application/json", new MediaType().schema(schema)));
  }
}

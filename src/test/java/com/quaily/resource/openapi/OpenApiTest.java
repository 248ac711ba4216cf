package com.quaily.resource.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.model.oauth.Scope;
import com.quaily.resource.Endpoint;
import com.quaily.testing.ApiClient;
import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedInstance.class)
class OpenApiTest {

  private static final Set<String> METHODS = Set.of("get", "post", "put", "delete");

  private static final String FAILURES = "#/components/schemas/";

  private final JsonNode underTest;

  OpenApiTest(TestInstance instance) {
    underTest = new ApiClient(instance).get("/openapi.json").body();
  }

  @Test
  void itSaysWhatItIs() {
    assertEquals("3.1.0", underTest.get("openapi").textValue());
    assertFalse(underTest.at("/info/title").textValue().isEmpty());
    assertTrue(underTest.at("/info/version").isTextual());
    assertTrue(underTest.at("/servers/0/url").textValue().endsWith("/api"));
  }

  @Test
  void everyMethodOfEveryResourceIsInItAndNothingElse() {
    assertEquals(String.join("\n", implemented()), String.join("\n", described()));
  }

  private Set<String> described() {
    Set<String> operations = new TreeSet<>();
    underTest
        .get("paths")
        .fields()
        .forEachRemaining(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(method -> operations.add(method + " " + path.getKey())));
    return operations;
  }

  private static Set<String> implemented() {
    Set<String> operations = new TreeSet<>();
    Endpoint.all().forEach(endpoint -> operations.add(endpoint.toString()));
    return operations;
  }

  @Test
  void everyEndpointSaysWhoMayCallIt() {
    assertTrue(Endpoint.all().size() > 100);
    for (Endpoint endpoint : Endpoint.all()) {
      assertTrue(endpoint.access() != null, endpoint::toString);
    }
  }

  @Test
  void everyOperationSaysWhoMayCallIt() {
    assertTrue(Endpoint.all().size() > 100);
    for (Endpoint endpoint : Endpoint.all()) {
      JsonNode operation = underTest.get("paths").get(endpoint.path()).get(endpoint.verb());
      String scope = endpoint.access().scope().wireName();
      String login = "{\"bearer\":[]},{\"key\":[]}";
      String application = "{\"oauth2\":[\"" + scope + "\"]}";
      String expected =
          switch (endpoint.access().value()) {
            case ANYBODY -> "{}," + login + ",{\"oauth2\":[]}";
            case CLIENT -> "{},{\"client\":[]}";
            case SERVICE -> "{\"service\":[]}";
            case APPLICATION -> application;
            case SESSION, OPERATOR, OWNER_SESSION -> "{\"bearer\":[]}";
            case ANY_CALLER, COOPERATOR, OWNER -> login + "," + application;
          };
      assertEquals("[" + expected + "]", operation.path("security").toString(), endpoint::toString);
    }
  }

  @Test
  void everyScopeIsExplained() {
    JsonNode flow = underTest.at("/components/securitySchemes/oauth2/flows/authorizationCode");

    assertTrue(flow.get("authorizationUrl").textValue().endsWith("/oauth/authorize"));
    assertTrue(flow.get("tokenUrl").textValue().endsWith("/api/oauth/token"));
    for (Scope scope : Scope.values()) {
      assertFalse(flow.get("scopes").path(scope.wireName()).asText().isEmpty(), scope::wireName);
    }
  }

  @Test
  void everyOperationIsNamedOnceGroupedAndExplained() {
    Set<String> ids = new HashSet<>();
    Set<String> tags = new HashSet<>(underTest.get("tags").findValuesAsText("name"));
    Set<String> oauth = Set.of("oauth_token", "oauth_userInfo");
    for (JsonNode path : underTest.get("paths")) {
      for (JsonNode operation : path) {
        boolean asOAuth = oauth.contains(operation.get("operationId").textValue());
        JsonNode failure = operation.at("/responses/default/content/application~1json/schema");
        assertTrue(ids.add(operation.get("operationId").textValue()), operation::toString);
        assertTrue(tags.contains(operation.at("/tags/0").textValue()), operation::toString);
        assertFalse(operation.path("summary").asText().isEmpty(), operation::toString);
        assertTrue(operation.at("/responses/200").isObject(), operation::toString);
        assertEquals(
            asOAuth
                ? List.of(FAILURES + "OAuthFailure", FAILURES + "ErrorResponse")
                : List.of(FAILURES + "ErrorResponse"),
            failure.findValuesAsText("$ref"));
      }
    }
    assertTrue(ids.size() > 40);
  }

  @Test
  void theGroupsAreTheNounsOfTheApiEachExplainedAndUsed() {
    List<String> groups = underTest.get("tags").findValuesAsText("name");
    Set<String> used = new HashSet<>();
    underTest
        .get("paths")
        .forEach(path -> path.forEach(operation -> used.add(operation.at("/tags/0").textValue())));

    assertEquals("Accounts", groups.get(0));
    assertTrue(groups.containsAll(List.of("Channels", "Posts", "Subscriptions", "Comments")));
    assertEquals(new HashSet<>(groups), used);
    assertEquals(groups.size(), underTest.get("tags").findValuesAsText("description").size());
  }

  @Test
  void whatIsReadHasNoBodyAndListsSayWhichPartIsAskedFor() {
    assertTrue(underTest.get("paths").size() > 50);
    for (JsonNode path : underTest.get("paths")) {
      assertTrue(path.at("/get/requestBody").isMissingNode(), path::toString);
    }
    assertTrue(
        underTest
            .at("/paths/~1lists~1{list}~1posts/get/parameters")
            .findValuesAsText("name")
            .containsAll(List.of("list", "offset", "limit", "ids")));
  }

  @Test
  void thePartsOfAPathAreItsParameters() {
    assertTrue(underTest.get("paths").size() > 50);
    underTest
        .get("paths")
        .fields()
        .forEachRemaining(
            path -> {
              assertTrue(path.getKey().startsWith("/"));
              path.getValue()
                  .fields()
                  .forEachRemaining(
                      operation -> {
                        assertTrue(METHODS.contains(operation.getKey()), operation.getKey());
                        Set<String> names = new TreeSet<>();
                        for (JsonNode parameter : operation.getValue().path("parameters")) {
                          if (parameter.get("in").textValue().equals("path")) {
                            names.add("{" + parameter.get("name").textValue() + "}");
                          }
                        }
                        Set<String> expected = new TreeSet<>();
                        for (String segment : path.getKey().split("/")) {
                          if (segment.startsWith("{")) {
                            expected.add(segment);
                          }
                        }
                        assertEquals(expected, names, path.getKey());
                      });
            });
  }

  @Test
  void everyReferenceIsResolvable() {
    List<String> references = underTest.findValuesAsText("$ref");
    assertTrue(references.size() > 50, references::toString);
    for (String reference : references) {
      assertTrue(reference.startsWith("#/"), reference);
      assertFalse(underTest.at(reference.substring(1)).isMissingNode(), reference);
    }
  }

  @Test
  void fieldsAreNamedAsTheyAreOnTheWire() {
    JsonNode schemas = underTest.at("/components/schemas");
    schemas
        .fields()
        .forEachRemaining(
            schema ->
                schema
                    .getValue()
                    .path("properties")
                    .fieldNames()
                    .forEachRemaining(
                        name ->
                            assertTrue(
                                name.matches("[a-z][a-z0-9_-]*"), schema.getKey() + "." + name)));
    assertTrue(schemas.at("/PostView/properties").has("published_at"));
    assertTrue(schemas.at("/PostView/properties").has("is_paid_content"));
    assertTrue(schemas.at("/PostRequest/properties").has("cover_image_url"));
    assertEquals("date-time", schemas.at("/PostView/properties/created_at/format").textValue());
  }

  @Test
  void responsesAreDescribedWithTheirEnvelope() {
    JsonNode answer =
        underTest.at("/paths/~1lists~1{list}/get/responses/200/content").iterator().next();
    String name = answer.at("/schema/$ref").textValue();

    JsonNode wrapper = underTest.at(name.substring(1));
    assertTrue(wrapper.at("/properties").has("ts"));
    assertEquals(
        "#/components/schemas/ChannelView", wrapper.at("/properties/data/$ref").textValue());
  }

  @Test
  void failuresAreDescribed() {
    JsonNode failure = underTest.at("/components/schemas/ErrorResponse/properties");
    for (String name : List.of("code", "message", "ts", "field", "trace_id")) {
      assertTrue(failure.has(name), name);
    }
  }

  @Test
  void theSecuritySchemesAreDescribed() {
    assertEquals("bearer", underTest.at("/components/securitySchemes/bearer/scheme").textValue());
    assertEquals("X-QUAIL-KEY", underTest.at("/components/securitySchemes/key/name").textValue());
    assertEquals("basic", underTest.at("/components/securitySchemes/client/scheme").textValue());
    assertEquals("oauth2", underTest.at("/components/securitySchemes/oauth2/type").textValue());
  }

  @Test
  void anUploadIsAFormWithAFile() {
    JsonNode body = underTest.at("/paths/~1attachments/post/requestBody");
    String form = body.at("/content/multipart~1form-data/schema/$ref").textValue();

    assertEquals(1, body.get("content").size());
    assertEquals("binary", underTest.at(form.substring(1) + "/properties/file/format").textValue());
  }

  @Test
  void theSubscribeFormIsDescribedBesideItsJson() {
    JsonNode content = underTest.at("/paths/~1subscriptions~1{list}/post/requestBody/content");

    assertTrue(content.has("application/x-www-form-urlencoded"), content.toString());
    assertTrue(content.has("application/json"), content.toString());
  }
}

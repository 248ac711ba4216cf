package com.quaily.resource.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.quaily.model.Site;
import com.quaily.resource.Endpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Checks what clients are generated from, and writes it to {@code target/openapi.json}. */
class OpenApiSchemaTest {

  private final JsonNode underTest;

  OpenApiSchemaTest() throws IOException {
    String document =
        new OpenApiResource(new Site("Quaily", "http://localhost:8080"), Endpoint.resources())
            .get();
    Files.writeString(Path.of("target", "openapi.json"), document);
    underTest = new ObjectMapper().readTree(document);
  }

  @Test
  void readingTakesNoBody() {
    assertTrue(underTest.get("paths").size() > 50);
    for (JsonNode path : underTest.get("paths")) {
      assertFalse(path.path("get").has("requestBody"), path::toString);
    }
  }

  @Test
  void queriesAreDescribed() {
    JsonNode parameters = underTest.at("/paths/~1lists~1{list}~1posts/get/parameters");

    assertEquals(
        List.of("list", "offset", "limit", "public", "type", "q", "sort", "ids"),
        parameters.findValuesAsText("name"));
    assertEquals("query", parameters.at("/1/in").textValue());
    assertEquals("integer", parameters.at("/1/schema/type").textValue());
  }

  @Test
  void aFormIsDescribed() {
    JsonNode form =
        underTest.at(
            "/paths/~1oauth~1token/post/requestBody/content"
                + "/application~1x-www-form-urlencoded/schema/properties");

    assertEquals("string", form.at("/grant_type/type").textValue());
    assertFalse(form.has("Authorization"));
  }

  @Test
  void pathsDifferByMoreThanTheNamesOfTheirParts() {
    Set<String> seen = new HashSet<>();
    underTest
        .get("paths")
        .fieldNames()
        .forEachRemaining(path -> assertTrue(seen.add(path.replaceAll("\\{[^}]+}", "{}")), path));
    assertTrue(seen.size() > 50, seen::toString);
  }

  @Test
  void everySchemaThatIsNamedExists() {
    List<String> references = underTest.findValuesAsText("$ref");

    assertTrue(references.size() > 50, references::toString);
    for (String reference : references) {
      assertFalse(underTest.at(reference.substring(1)).isMissingNode(), reference);
    }
  }

  @Test
  void aClassIsNotDescribedByTheSchemaOfAnother() {
    JsonNode schemas = underTest.at("/components/schemas");

    assertTrue(schemas.at("/ListChannelView/properties").has("line_jwk_pub"));
    assertTrue(schemas.at("/ReactionRequest/properties").has("emoji"));
    assertTrue(schemas.at("/TweetReactionRequest/properties").has("emoji"));
  }

  @Test
  void twoClassesOfOneNameAreRefused() {
    SchemaNames names = new SchemaNames();
    names.nameForType(TypeFactory.defaultInstance().constructType(One.View.class));

    assertThrows(
        IllegalStateException.class,
        () -> names.nameForType(TypeFactory.defaultInstance().constructType(Other.View.class)));
  }

  private record One() {
    record View(String text) {}
  }

  private record Other() {
    record View(int number) {}
  }

  @Test
  void answersSayWhatIsAlwaysThereAndWhatMayBeNull() {
    JsonNode post = underTest.at("/components/schemas/PostView");

    assertTrue(texts(post.get("required")).containsAll(Set.of("id", "title", "published_at")));
    assertFalse(texts(post.get("required")).contains("outline"));
    assertEquals(Set.of("string", "null"), texts(post.at("/properties/published_at/type")));
    assertEquals("string", post.at("/properties/title/type").textValue());
  }

  @Test
  void requestsMayLeaveFieldsOut() {
    JsonNode request = underTest.at("/components/schemas/PostRequest");

    assertFalse(request.has("required"));
    assertEquals(Set.of("string", "null"), texts(request.at("/properties/title/type")));
  }

  @Test
  void anHttpDateIsText() {
    JsonNode parameters =
        underTest.at("/paths/~1lists~1{list}~1posts~1{post}~1update/put/parameters");

    assertEquals("If-Unmodified-Since", parameters.at("/2/name").textValue());
    assertEquals("string", parameters.at("/2/schema/type").textValue());
  }

  private static Set<String> texts(JsonNode array) {
    Set<String> texts = new HashSet<>();
    array.forEach(text -> texts.add(text.textValue()));
    return texts;
  }
}

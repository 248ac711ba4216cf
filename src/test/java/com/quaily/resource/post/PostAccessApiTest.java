package com.quaily.resource.post;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.model.error.ErrorCode;
import com.quaily.testing.Author;
import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import com.quaily.testing.TestInstance.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Permissions to read and write posts. */
@ExtendWith(SharedInstance.class)
class PostAccessApiTest {

  private final TestInstance instance;
  private final Author underTest;

  PostAccessApiTest(TestInstance instance) {
    this.instance = instance;
    this.underTest = Author.of(instance);
  }

  @Test
  void thePaidPartIsForWritersOnly() {
    JsonNode saved = underTest.published("half", "Free\n\n<!--paywall-->\n\nSecret");
    assertEquals("Secret", saved.get("paid_content").textValue().strip());
    assertTrue(saved.get("is_paid_content").booleanValue());
    assertFalse(saved.get("paid_content_removed").booleanValue());

    String path = underTest.posts() + "/half";
    JsonNode seen = underTest.nobody().get(path).data();
    assertEquals("", seen.get("paid_content").textValue());
    assertTrue(seen.get("paid_content_removed").booleanValue());
    assertTrue(seen.get("is_paid_content").booleanValue());
    assertFalse(underTest.nobody().get(underTest.posts()).body().toString().contains("Secret"));
    assertFalse(instance.get(underTest.page("half")).body().contains("Secret"));
  }

  @Test
  void thePaidPartAsItsPageShowsItIsForbiddenToOthers() {
    underTest.published("half", "Free\n\n<!--paywall-->\n\nA *secret* <script>x</script>");
    underTest.published("free", "Free");
    String paid = underTest.posts() + "/half/paid";

    String html = underTest.api().get(paid).data().get("html").textValue();
    assertTrue(html.contains("A <em>secret</em>"), html);
    assertFalse(html.contains("<script") || html.contains("Free"), html);
    Reply other = underTest.somebodyElse().get(paid);
    assertEquals(403, other.status());
    assertEquals(ErrorCode.PAID_CONTENT.number(), other.code());
    assertEquals(401, underTest.nobody().get(paid).status());
    assertEquals(404, underTest.api().get(underTest.posts() + "/free/paid").status());
  }

  @Test
  void theMarkdownOfAPaidPostIsForbiddenToOthers() {
    underTest.published("half", "Free\n\n<!--paywall-->\n\nSecret");
    underTest.published("free", "Free");

    JsonNode own = underTest.api().get(underTest.posts() + "/half/content").data();
    assertEquals("Free", own.get("free-content").textValue().strip());
    assertEquals("Secret", own.get("paid-content").textValue().strip());
    Reply other = underTest.somebodyElse().get(underTest.posts() + "/half/content");
    assertEquals(403, other.status());
    assertEquals(ErrorCode.PAID_CONTENT.number(), other.code());
    assertEquals(401, underTest.nobody().get(underTest.posts() + "/half/content").status());
    JsonNode free = underTest.somebodyElse().get(underTest.posts() + "/free/content").data();
    assertEquals("Free", free.get("free-content").textValue());
    assertEquals("", free.get("paid-content").textValue());
  }

  @Test
  void draftsAreHiddenFromOthers() {
    JsonNode draft = underTest.draft("secret", "x");
    String byId = underTest.posts() + "/" + draft.get("id").asLong();

    for (String path : new String[] {underTest.posts() + "/secret", byId, byId + "/content"}) {
      Reply reply = underTest.somebodyElse().get(path);
      assertEquals(404, reply.status(), path);
      assertEquals(ErrorCode.POST_NOT_FOUND.number(), reply.code());
    }
    assertEquals(200, underTest.api().get(byId).status());
    assertEquals(404, instance.get(underTest.page("secret")).statusCode());
    assertEquals(
        0, underTest.nobody().get(underTest.posts()).data().at("/pagination/total").asInt());
    assertEquals(1, underTest.api().get(underTest.posts()).data().at("/pagination/total").asInt());
    String ids = underTest.posts() + "?ids=" + draft.get("id").asLong();
    assertEquals(0, underTest.nobody().get(ids).data().size());
  }

  @Test
  void onlyWritersWrite() {
    underTest.published("hello", "x");
    String post = underTest.posts() + "/hello";
    for (String[] call :
        new String[][] {
          {"POST", underTest.posts()},
          {"PUT", post + "/update"},
          {"PUT", post + "/publish"},
          {"PUT", post + "/unpublish"},
          {"PUT", post + "/options"},
          {"POST", post + "/duplicate"},
          {"POST", post + "/preview"},
          {"GET", post + "/revisions"},
          {"DELETE", post}
        }) {
      String body = call[0].equals("GET") ? null : "{\"options\":{}}";
      assertEquals(401, underTest.nobody().call(call[0], call[1], body).status(), call[1]);
      assertEquals(403, underTest.somebodyElse().call(call[0], call[1], body).status(), call[1]);
    }
  }

  @Test
  void aPostIsNotFoundThroughAnotherChannel() {
    long id = underTest.published("hello", "x").get("id").asLong();
    Author other = Author.of(instance);

    assertEquals(404, other.nobody().get(other.posts() + "/" + id).status());
    assertEquals(404, other.api().delete(other.posts() + "/" + id).status());
  }
}

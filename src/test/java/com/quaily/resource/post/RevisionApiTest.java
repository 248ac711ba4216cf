package com.quaily.resource.post;

import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.model.Limits;
import com.quaily.model.error.ErrorCode;
import com.quaily.testing.Author;
import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import com.quaily.testing.TestInstance.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedInstance.class)
class RevisionApiTest {

  private final Author underTest;

  RevisionApiTest(TestInstance instance) {
    this.underTest = Author.of(instance);
  }

  private String path() {
    return underTest.posts() + "/hello/revisions";
  }

  @Test
  void everySaveIsKeptNewestFirst() {
    underTest.draft("hello", "one");
    underTest.draft("hello", "two");
    underTest.api().put(underTest.posts() + "/hello/update", json("content", "three"));

    JsonNode revisions = underTest.api().get(path() + "?limit=2").data();

    assertEquals(3, revisions.at("/pagination/total").asInt());
    assertEquals("three", revisions.at("/items/0/content").textValue());
    assertEquals("two", revisions.at("/items/1/content").textValue());
  }

  @Test
  void theFirstAndTheNewestRevisionsOutliveAWriterWhoSavesAllTheTime() {
    for (int i = 0; i <= Limits.REVISIONS + 5; i++) {
      underTest.draft("hello", "save " + i);
    }

    JsonNode newest = underTest.api().get(path() + "?limit=1").data();
    int kept = newest.at("/pagination/total").asInt();
    JsonNode oldest = underTest.api().get(path() + "?limit=1&offset=" + (kept - 1)).data();
    assertEquals(Limits.REVISIONS, kept);
    assertEquals("save " + (Limits.REVISIONS + 5), newest.at("/items/0/content").textValue());
    assertEquals("save 0", oldest.at("/items/0/content").textValue());
  }

  @Test
  void restoringARevisionKeepsTheLaterOne() {
    underTest.save(json("slug", "hello", "title", "Old", "content", "a\n\n<!--paywall-->\n\nb"));
    underTest.save(json("slug", "hello", "title", "New", "content", "c", "tags", "x"));
    JsonNode first = underTest.api().get(path()).data().at("/items/1");

    Reply restored =
        underTest.api().put(path() + "/" + first.get("id").asLong() + "/restore", "null");

    assertEquals("Old", restored.data().get("title").textValue());
    assertEquals("b", restored.data().get("paid_content").textValue().strip());
    assertEquals("", restored.data().get("tags").textValue());
    JsonNode revisions = underTest.api().get(path()).data();
    assertEquals(3, revisions.at("/pagination/total").asInt());
    assertEquals("New", revisions.at("/items/1/title").textValue());
  }

  @Test
  void oneRevisionIsShownWhole() {
    underTest.draft("hello", "one");
    JsonNode listed = underTest.api().get(path()).data().at("/items/0");

    JsonNode revision = underTest.api().get(path() + "/" + listed.get("id").asLong()).data();

    assertEquals(listed, revision);
  }

  @Test
  void revisionsOfOtherPostsAreNotFound() {
    underTest.draft("hello", "one");
    underTest.draft("other", "one");
    long id = underTest.api().get(path()).data().at("/items/0/id").asLong();
    String elsewhere = underTest.posts() + "/other/revisions/" + id;

    assertEquals(ErrorCode.REVISION_NOT_FOUND.number(), underTest.api().get(elsewhere).code());
    assertEquals(404, underTest.api().put(elsewhere + "/restore", "null").status());
    assertEquals(404, underTest.api().get(path() + "/x").status());
  }

  @Test
  void onlyWritersSeeThem() {
    underTest.published("hello", "one");

    assertEquals(401, underTest.nobody().get(path()).status());
    assertEquals(403, underTest.somebodyElse().get(path()).status());
  }
}

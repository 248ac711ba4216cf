package com.quaily.resource.post;

import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.model.error.ErrorCode;
import com.quaily.testing.ApiClient;
import com.quaily.testing.Author;
import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import com.quaily.testing.TestInstance.Reply;
import com.quaily.testing.Waiting;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedInstance.class)
class PostScheduleApiTest {

  private final Author author;

  PostScheduleApiTest(TestInstance instance) {
    this.author = Author.of(instance);
  }

  private Reply schedule(ApiClient client, String slug, Object time) {
    return client.post(author.posts() + "/" + slug + "/schedule", json("publish_at", time));
  }

  private Reply schedule(String slug, Object time) {
    return schedule(author.api(), slug, time);
  }

  private static Instant hours(int hours) {
    return Instant.now().plus(hours, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MICROS);
  }

  private List<String> slugs(String query) {
    return author
        .api()
        .get(author.posts() + query)
        .data()
        .get("items")
        .findValuesAsText("slug")
        .stream()
        .toList();
  }

  @Test
  void aScheduledPostSaysWhenItAppearsAndIsHiddenUntilThen() {
    author.draft("soon", "text");
    Instant time = hours(5);
    JsonNode scheduled = schedule("soon", time.toString()).data();
    assertEquals(time, Instant.parse(scheduled.get("scheduled_at").textValue()));
    assertTrue(scheduled.get("published_at").isNull());
    JsonNode read = author.api().get(author.posts() + "/soon").data();
    assertEquals(scheduled.get("scheduled_at"), read.get("scheduled_at"));
    assertEquals(404, author.nobody().get(author.posts() + "/soon").status());
    assertEquals(404, author.instance().get(author.page("soon")).statusCode());
  }

  @Test
  void aPostAppearsAtItsTime() {
    author.draft("now", "text");
    Instant time = Waiting.soon(moment -> schedule("now", moment.toString()));
    Waiting.until("the page", () -> author.instance().get(author.page("now")).statusCode() == 200);
    JsonNode post = author.nobody().get(author.posts() + "/now").data();
    assertEquals(time, Instant.parse(post.get("published_at").textValue()));
    assertTrue(post.get("scheduled_at").isNull());
  }

  @Test
  void aScheduleCanBeMovedAndCancelled() {
    author.draft("moved", "text");
    schedule("moved", hours(5).toString());
    Instant earlier = hours(2);
    assertEquals(
        earlier,
        Instant.parse(
            schedule("moved", earlier.toString()).data().get("scheduled_at").textValue()));
    Reply canceled = author.api().delete(author.posts() + "/moved/schedule");
    assertTrue(canceled.data().get("scheduled_at").isNull());
    assertEquals(200, author.api().delete(author.posts() + "/moved/schedule").status());
  }

  @Test
  void writersListScheduledPostsSoonestFirstAndDraftsApart() {
    author.draft("second", "text");
    author.draft("first", "text");
    author.draft("plain", "text");
    author.published("public", "text");
    schedule("second", hours(9).toString());
    schedule("first", hours(3).toString());
    assertEquals(List.of("first", "second"), slugs("?type=scheduled"));
    assertEquals(List.of("plain"), slugs("?type=draft"));
    Reply scheduled = author.api().get(author.posts() + "?type=scheduled&limit=1");
    assertEquals(2, scheduled.data().at("/pagination/total").asInt());
    assertEquals(401, author.nobody().get(author.posts() + "?type=draft").status());
    assertEquals(403, author.somebodyElse().get(author.posts() + "?type=scheduled").status());
  }

  @Test
  void aPublishedPostCannotBeScheduled() {
    author.published("out", "text");
    Reply refused = schedule("out", hours(1).toString());
    assertEquals(409, refused.status());
    assertEquals(ErrorCode.POST_PUBLISHED.number(), refused.code());
  }

  @Test
  void theTimeMustBeInTheNextFiveYears() {
    author.draft("when", "text");
    for (Object wrong :
        new Object[] {hours(-1).toString(), hours(5 * 366 * 24).toString(), "soon", "", null}) {
      Reply refused = schedule("when", wrong);
      assertEquals(422, refused.status(), String.valueOf(wrong));
      assertTrue(refused.body().toString().contains("publish_at"), refused.body()::toString);
    }
    assertTrue(author.api().get(author.posts() + "/when").data().get("scheduled_at").isNull());
  }

  @Test
  void onlyWritersSchedule() {
    author.draft("mine", "text");
    String time = hours(1).toString();
    assertEquals(401, schedule(author.nobody(), "mine", time).status());
    assertEquals(403, schedule(author.somebodyElse(), "mine", time).status());
    assertEquals(403, author.somebodyElse().delete(author.posts() + "/mine/schedule").status());
    assertEquals(404, schedule("nothing", time).status());
  }

  @Test
  void publishingNowEndsTheSchedule() {
    author.draft("early", "text");
    schedule("early", hours(1).toString());
    JsonNode published = author.api().put(author.posts() + "/early/publish", null).data();
    assertTrue(published.get("scheduled_at").isNull());
    assertEquals(List.of(), slugs("?type=scheduled"));
  }
}

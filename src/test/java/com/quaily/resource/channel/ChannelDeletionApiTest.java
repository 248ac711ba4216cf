package com.quaily.resource.channel;

import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.dao.ChannelDeletionDao;
import com.quaily.dao.JobDao;
import com.quaily.database.Database;
import com.quaily.job.JobQueue;
import com.quaily.model.error.ErrorCode;
import com.quaily.resource.StoredData;
import com.quaily.service.channel.ChannelDeletionService;
import com.quaily.service.channel.ChannelDeletionService.DeletionJob;
import com.quaily.testing.Author;
import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import com.quaily.testing.TestInstance.Reply;
import com.quaily.testing.Waiting;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedInstance.class)
class ChannelDeletionApiTest {

  private static final Pattern LINK =
      Pattern.compile("(/api/lists/deletion/confirm)[?](token=\\S+)");

  private final TestInstance instance;
  private final Author author;
  private final String path;

  ChannelDeletionApiTest(TestInstance instance) {
    this.instance = instance;
    this.author = Author.of(instance);
    this.path = "/lists/" + author.slug();
  }

  /** Asks for the deletion; path and form of the mailed link. */
  private Matcher request() {
    Reply reply = author.api().delete(path);
    assertEquals(200, reply.status(), reply.body().toString());
    assertTrue(reply.data().get("due_at").isNull());
    Matcher link = LINK.matcher(author.nobody().mailTo(author.email()).get("text").textValue());
    assertTrue(link.find());
    return link;
  }

  private JsonNode confirmed(Matcher link) {
    assertEquals(200, author.nobody().form(link.group(1), link.group(2)).statusCode());
    return author.api().get(path + "/deletion").data();
  }

  @Test
  void nothingIsDueBeforeTheOwnerConfirmsByMail() {
    Matcher link = request();

    HttpResponse<String> page = instance.get(link.group());

    assertEquals(200, page.statusCode());
    assertTrue(page.body().contains("<form"), page.body());
    assertTrue(author.api().get(path + "/deletion").data().get("due_at").isNull());
  }

  @Test
  void aConfirmedDeletionHasAGracePeriod() {
    JsonNode deletion = confirmed(request());

    Instant due = Instant.parse(deletion.get("due_at").textValue());
    assertTrue(due.isAfter(Instant.now().plus(Duration.ofDays(6))), due.toString());
    assertEquals(200, author.nobody().get(path).status());
  }

  @Test
  void confirmingTwiceDoesNotPostponeTheDeletion() {
    Matcher link = request();
    JsonNode first = confirmed(link);

    assertEquals(first, confirmed(link));
  }

  @Test
  void theLinkWorksForThreeDaysAndNoLonger() {
    Matcher link = request();

    age("2 days 23:55");
    assertEquals(200, instance.get(link.group()).statusCode());
    age("10 minutes");

    assertEquals(404, instance.get(link.group()).statusCode());
    assertEquals(404, author.nobody().form(link.group(1), link.group(2)).statusCode());
    assertTrue(author.api().get(path + "/deletion").data().get("due_at").isNull());
    assertEquals(200, author.nobody().get(path).status());
  }

  private void age(String interval) {
    long id = author.api().get(path).data().get("id").asLong();
    new StoredData(instance)
        .execute(
            "update channel_deletion set requested_at = requested_at - ?::interval,"
                + " token_expires_at = token_expires_at - ?::interval where channel_id = ?",
            interval,
            interval,
            id);
  }

  @Test
  void theOwnerOrTheLinkCanCancelIt() {
    Matcher link = request();
    confirmed(link);

    assertEquals(200, author.api().delete(path + "/deletion").status());
    assertEquals(
        ErrorCode.DELETION_NOT_FOUND.number(), author.api().get(path + "/deletion").code());
    assertEquals(404, instance.get(link.group()).statusCode());

    Matcher again = request();
    confirmed(again);
    HttpResponse<String> page = author.nobody().form(again.group(1) + "/revoke", again.group(2));
    assertEquals(200, page.statusCode());
    assertEquals(404, author.api().get(path + "/deletion").status());
  }

  @Test
  void aDueDeletionRemovesEverythingAndReservesTheSlug() {
    author.published("hello", "Text");
    String before = author.slug();
    String slug = author.slug() + "-moved";
    author.api().put(path + "/slug?slug=" + slug, null);
    Waiting.until("article", () -> instance.get("/" + slug + "/p/hello").statusCode() == 200);
    long id = author.api().get("/lists/" + slug).data().get("id").asLong();
    author.api().delete("/lists/" + slug);
    Matcher link = LINK.matcher(author.nobody().mailTo(author.email()).get("text").textValue());
    assertTrue(link.find());
    author.nobody().form(link.group(1), link.group(2));

    passGrace(id);

    Waiting.until("gone", () -> author.nobody().get("/lists/" + id).status() == 404);
    for (String page : new String[] {"/p/hello", "", "/feed/atom"}) {
      Waiting.until(page, () -> instance.get("/" + slug + page).statusCode() == 404);
    }
    Waiting.until("redirect", () -> instance.get("/" + before).statusCode() == 404);
    for (String reserved : new String[] {before, slug}) {
      Reply reply = author.api().post("/lists", json("slug", reserved, "title", "x"));
      assertEquals(ErrorCode.SLUG_TAKEN.number(), reply.code(), reserved);
    }
  }

  @Test
  void aJobThatRunsAfterACancellationDoesNothing() {
    confirmed(request());
    long id = author.api().get(path).data().get("id").asLong();
    author.api().delete(path + "/deletion");
    Author other = Author.of(instance);
    long otherId = other.api().get("/lists/" + other.slug()).data().get("id").asLong();

    enqueue(id);
    database().dao(ChannelDeletionDao.class).upsert(otherId, new byte[32], now(), now());
    passGrace(otherId);

    Waiting.until("the other", () -> other.nobody().get("/lists/" + otherId).status() == 404);
    assertEquals(200, author.nobody().get(path).status());
  }

  private Database database() {
    return instance.instance().modules().orElseThrow().database();
  }

  private static Instant now() {
    return Clock.systemUTC().instant();
  }

  private void passGrace(long channelId) {
    database().dao(ChannelDeletionDao.class).updateDue(channelId, now().minusSeconds(1));
    enqueue(channelId);
  }

  private void enqueue(long channelId) {
    new JobQueue(database(), database().dao(JobDao.class), Clock.systemUTC())
        .enqueue(ChannelDeletionService.DELETE, "now:" + channelId, new DeletionJob(channelId));
  }

  @Test
  void onlyTheOwnerAsksForIt() {
    assertEquals(403, author.somebodyElse().delete(path).status());
    assertEquals(401, author.nobody().delete(path).status());
    assertEquals(403, author.somebodyElse().delete(path + "/deletion").status());
    assertEquals(404, instance.get("/api/lists/deletion/confirm?token=x").statusCode());
    assertFalse(instance.get("/api/lists/deletion/confirm").body().contains("<form"));
  }
}

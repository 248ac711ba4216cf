package com.quaily.resource.post;

import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.testing.Author;
import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import com.quaily.testing.TestInstance.Reply;
import com.quaily.testing.Waiting;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Publication dates. */
@ExtendWith(SharedInstance.class)
class PostDateApiTest {

  private final TestInstance instance;
  private final Author underTest;

  PostDateApiTest(TestInstance instance) {
    this.instance = instance;
    this.underTest = Author.of(instance);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-31T09:30:00Z, 2026-01-31T09:30:00Z",
    "2026-01-31T09:30:00.123456Z, 2026-01-31T09:30:00.123456Z",
    "2026-01-31T09:30:00.123456789Z, 2026-01-31T09:30:00.123456Z",
    "2026-01-31T18:30:00+09:00, 2026-01-31T09:30:00Z",
    "2026-01-31T18:30:00+0900, 2026-01-31T09:30:00Z",
    "2026-01-31 09:30:00, 2026-01-31T09:30:00Z",
    "2026-01-31T09:30, 2026-01-31T09:30:00Z",
    "2026-01-31, 2026-01-31T00:00:00Z",
    "1969-07-20T20:17:40Z, 1969-07-20T20:17:40Z",
  })
  void aDatePublishesAsOfThen(String datetime, Instant expected) {
    JsonNode post =
        underTest.save(json("slug", "dated", "title", "t", "content", "c", "datetime", datetime));

    assertEquals(expected, Instant.parse(post.get("published_at").textValue()));
    assertEquals(post.get("published_at"), post.get("first_published_at"));
    assertEquals(200, instance.get(underTest.page("dated")).statusCode());
    JsonNode read = underTest.nobody().get(underTest.posts() + "/dated").data();
    assertEquals(post.get("published_at"), read.get("published_at"));
    assertEquals(post.get("updated_at"), read.get("updated_at"));
  }

  @ParameterizedTest
  @CsvSource({
    "yesterday",
    "2026-13-01",
    "2026-02-30T00:00:00Z",
    "9999-01-01T00:00:00Z",
    "+999999999-01-01T00:00:00Z",
    "-999999999-01-01T00:00:00Z",
    "-4800-01-01T00:00:00Z",
    "1769852400",
    "2026-01-31T09:30:00+99:00"
  })
  void aDateThatIsNoneOrInTheFutureIsNamed(String datetime) {
    Reply reply = underTest.api().post(underTest.posts(), json("title", "t", "datetime", datetime));

    assertEquals(422, reply.status(), reply.body().toString());
    assertEquals("datetime", reply.body().get("field").textValue());
  }

  @Test
  void theFirstDateCanBeSetButNotInTheFuture() {
    JsonNode post =
        underTest.save(
            json(
                "slug", "old",
                "title", "t",
                "datetime", "2026-01-31",
                "first_published_at", "2020-02-29"));
    assertEquals("2020-02-29T00:00:00Z", post.get("first_published_at").textValue());

    Reply ahead =
        underTest
            .api()
            .post(
                underTest.posts(),
                json("title", "t", "datetime", "2026-01-31", "first_published_at", "9999-01-01"));
    assertEquals("first_published_at", ahead.body().get("field").textValue());
  }

  @Test
  void publishingTwiceKeepsTheFirstDate() {
    underTest.draft("hello", "x");
    String path = underTest.posts() + "/hello/publish";

    JsonNode first = underTest.api().put(path, "null").data();
    assertEquals(200, instance.get(underTest.page("hello")).statusCode());
    JsonNode second = underTest.api().put(path, null).data();

    assertEquals(first.get("published_at"), second.get("published_at"));
    assertEquals(first.get("first_published_at"), second.get("first_published_at"));
  }

  @Test
  void publishingAgainAfterHidingKeepsTheFirstDate() {
    JsonNode first = underTest.published("hello", "x");

    JsonNode hidden = underTest.api().put(underTest.posts() + "/hello/unpublish", "null").data();
    assertTrue(hidden.get("published_at").isNull());
    assertEquals(404, instance.get(underTest.page("hello")).statusCode());
    assertEquals(404, underTest.nobody().get(underTest.posts() + "/hello").status());

    JsonNode again = underTest.api().put(underTest.posts() + "/hello/publish", "null").data();
    assertEquals(first.get("first_published_at"), again.get("first_published_at"));
    assertEquals(first.get("published_at"), again.get("published_at"));
    assertEquals(200, instance.get(underTest.page("hello")).statusCode());
  }

  @Test
  void aFirstDateThatIsSentIsTheDateOfPublication() {
    underTest.save(
        json("slug", "old", "title", "t", "content", "c", "first_published_at", "2020-02-29"));

    JsonNode post = underTest.api().put(underTest.posts() + "/old/publish", "null").data();

    assertEquals("2020-02-29T00:00:00Z", post.get("published_at").textValue());
    assertEquals("2020-02-29T00:00:00Z", post.get("first_published_at").textValue());
  }

  @Test
  void anotherFirstDateMovesAPublishedPostAndTheSameDoesNot() {
    underTest.published("old", "x");
    JsonNode moved = underTest.save(json("slug", "old", "first_published_at", "2019-05-06"));
    assertEquals("2019-05-06T00:00:00Z", moved.get("published_at").textValue());

    underTest.save(json("slug", "old", "datetime", "2021-01-01"));
    JsonNode same = underTest.save(json("slug", "old", "first_published_at", "2019-05-06"));
    assertEquals("2021-01-01T00:00:00Z", same.get("published_at").textValue());
  }

  @Test
  void hidingAndPublishingKeepsTheDate() {
    underTest.published("hello", "x");
    underTest.save(json("slug", "hello", "datetime", "2026-03-04"));
    String path = underTest.posts() + "/hello/";

    underTest.api().put(path + "unpublish", "null");
    underTest.save(json("slug", "hello", "content", "changed while hidden"));
    JsonNode again = underTest.api().put(path + "publish", "null").data();
    assertEquals("2026-03-04T00:00:00Z", again.get("published_at").textValue());
    assertEquals("2026-01-31T09:30:00Z", again.get("first_published_at").textValue());

    underTest.api().put(path + "unpublish", "null");
    underTest.save(json("slug", "hello", "first_published_at", "2018-01-01"));
    JsonNode dated = underTest.api().put(path + "publish", "null").data();
    assertEquals("2018-01-01T00:00:00Z", dated.get("published_at").textValue());
  }

  @ParameterizedTest
  @CsvSource({
    "Asia/Tokyo, 2026-01-31, 2026-01-30T15:00:00Z",
    "Asia/Tokyo, 2026-01-31 09:30, 2026-01-31T00:30:00Z",
    "Asia/Tokyo, 2026-01-31T09:30:00Z, 2026-01-31T09:30:00Z",
    "America/New_York, 2026-01-31, 2026-01-31T05:00:00Z",
    // Midnight does not exist on the day on which summer time begins.
    "America/Havana, 2026-03-08, 2026-03-08T05:00:00Z",
  })
  void aDateWithoutAZoneIsMeantInTheChannels(String zone, String date, Instant expected) {
    underTest
        .api()
        .put("/lists/" + underTest.slug() + "/options", json("options", json("timezone", zone)));

    JsonNode post =
        underTest.save(json("slug", "dated", "title", "t", "content", "c", "datetime", date));

    assertEquals(expected, Instant.parse(post.get("published_at").textValue()));
    if (date.length() == 10) {
      String page = instance.get(underTest.page("dated")).body();
      String shown =
          DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
              .withLocale(Locale.ENGLISH)
              .format(LocalDate.parse(date));
      assertTrue(page.contains(">" + shown + "<"), page);
    }
  }

  @ParameterizedTest
  @CsvSource({"Asia/Tokio", "JST+9", "+09:00", "tokyo", "'Asia/Tokyo '"})
  void aTimeZoneThatNobodyKnowsIsRefused(String zone) {
    Reply refused =
        underTest
            .api()
            .put(
                "/lists/" + underTest.slug() + "/options", json("options", json("timezone", zone)));

    assertEquals(422, refused.status());
    assertEquals("options.timezone", refused.body().get("field").textValue());
  }

  @Test
  void pagesTellDatesWithThreeDigitsOfFraction() {
    underTest.save(
        json(
            "slug",
            "fine",
            "title",
            "t",
            "content",
            "c",
            "datetime",
            "2026-01-31T09:30:00.123456Z"));
    String page = instance.get(underTest.page("fine")).body();

    assertTrue(page.contains("<time datetime=\"2026-01-31T09:30:00.123Z\">"), page);
    Waiting.until(
        "the list with the same date",
        () -> instance.get("/" + underTest.slug()).body().contains("09:30:00.123Z"));
  }
}

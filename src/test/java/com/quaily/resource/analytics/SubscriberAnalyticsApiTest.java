package com.quaily.resource.analytics;

import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.resource.StoredData;
import com.quaily.testing.ApiClient;
import com.quaily.testing.Author;
import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedInstance.class)
class SubscriberAnalyticsApiTest {

  private final StoredData data;
  private final Author author;
  private final String report;

  SubscriberAnalyticsApiTest(TestInstance instance) {
    data = new StoredData(instance);
    author = Author.of(instance);
    report = "/lists/" + author.slug() + "/analytics/subscribers";
  }

  private void subscribe(String email) {
    author
        .api()
        .post(
            "/auxilia/subscriptions/" + author.slug() + "/members/add",
            json("members", List.of(json("email", email))));
  }

  /** Puts all that happened in the channel so far on a day. */
  private void moveTo(String day) {
    data.execute(
        "update subscription_consent set created_at = '"
            + day
            + "T23:30:00Z' where channel_id = (select id from channel where slug = '"
            + author.slug()
            + "') and created_at > '2026-06-01'");
  }

  @Test
  void whoJoinedAndLeftIsCountedByPeriodAndTheTotalFits() {
    String leaving = ApiClient.newEmail();
    subscribe(ApiClient.newEmail());
    moveTo("2026-01-05");
    subscribe(leaving);
    subscribe(ApiClient.newEmail());
    moveTo("2026-01-20");
    new ApiClient(author.instance()).login(leaving).delete("/subscriptions/" + author.slug());
    moveTo("2026-01-21");
    subscribe(ApiClient.newEmail());

    JsonNode days = author.api().get(report + "?start_date=2026-01-10&end_date=2026-01-31").data();
    assertEquals(1, days.get("before").asLong());
    assertEquals(2, days.get("total").asLong());
    assertEquals(
        "[{\"date\":\"2026-01-20\",\"joined\":2,\"ended\":0},"
            + "{\"date\":\"2026-01-21\",\"joined\":0,\"ended\":1}]",
        days.get("periods").toString());
    JsonNode weeks =
        author
            .api()
            .get(report + "?start_date=2026-01-10&end_date=2026-01-31&granularity=week")
            .data();
    assertEquals(
        "[{\"date\":\"2026-01-19\",\"joined\":2,\"ended\":1}]", weeks.get("periods").toString());
    assertEquals(3, author.api().get(report).data().get("total").asLong());
  }

  @Test
  void onlyWritersSeeIt() {
    assertEquals(403, author.somebodyElse().get(report).status());
  }
}

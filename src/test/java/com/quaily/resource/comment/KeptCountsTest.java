package com.quaily.resource.comment;

import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.quaily.resource.StoredData;
import com.quaily.testing.ApiClient;
import com.quaily.testing.Author;
import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Counts that the database keeps are those that counting would give. */
@ExtendWith(SharedInstance.class)
class KeptCountsTest {

  private static final String WRONG_COMMENT_COUNTS =
      """
      select count(*) from (
        select post_id, count(*) filter (where status = 1) as approved, count(*) as present
        from comment where deleted_at is null group by post_id) r
      full join comment_count k using (post_id)
      where (coalesce(r.approved, 0), coalesce(r.present, 0))
        is distinct from (coalesce(k.approved, 0), coalesce(k.present, 0))
      """;

  private static final String WRONG_CHANNEL_COUNTS =
      """
      select count(*) from (
        select channel_id, count(*) filter (where status = 1) as approved, count(*) as present
        from comment where deleted_at is null group by channel_id) r
      full join channel_comment_count k using (channel_id)
      where (coalesce(r.approved, 0), coalesce(r.present, 0))
        is distinct from (coalesce(k.approved, 0), coalesce(k.present, 0))
      """;

  private static final String WRONG_SUBSCRIBERS =
      """
      select count(*) from channel c, lateral (
        select count(*) as all_plans, count(*) filter (where type <> 'free') as premium
        from subscription s where s.channel_id = c.id) r
      where (c.subscribers, c.premium_subscribers) is distinct from (r.all_plans, r.premium)
      """;

  private final Author author;
  private final ApiClient reader;
  private final StoredData data;

  KeptCountsTest(TestInstance instance) {
    this.author = Author.of(instance);
    this.reader = new ApiClient(instance).login(ApiClient.newEmail());
    this.data = new StoredData(instance);
    author
        .api()
        .put(
            "/lists/" + author.slug() + "/options",
            json("options", json("comment_enabled", true, "comment_strategy", 0)));
  }

  @Test
  void commentsAreCountedThroughTheirWholeLife() {
    long first = author.published("first", "x").get("id").asLong();
    long second = author.published("second", "x").get("id").asLong();
    long kept = comment(first, null);
    long answered = comment(first, null);
    comment(first, answered);
    long other = comment(second, null);
    assertTotals(3, 1, 4);

    moderate(kept, "reject");
    assertTotals(2, 1, 4);
    moderate(kept, "approve");
    assertTotals(3, 1, 4);
    assertEquals(200, author.api().delete("/comments/" + answered).status());
    assertTotals(2, 1, 3);
    assertEquals(200, author.api().delete("/comments/" + other).status());
    assertTotals(2, 0, 2);

    comment(second, null);
    author.api().put(author.posts() + "/second/unpublish", null);
    assertEquals(2, channelTotal(author.nobody()));
    author.api().delete(author.posts() + "/first");
    assertEquals(0, channelTotal(author.nobody()));
    assertKept();
  }

  @Test
  void rowsThatStatementsChangeTogetherAreCounted() {
    long post = author.published("many", "x").get("id").asLong();
    data.execute(
        "insert into comment (post_id, channel_id, author_id, content, status, created_at,"
            + " updated_at) select id, channel_id, user_id, 'x', n % 3, now(), now()"
            + " from post, generate_series(1, 30) n where id = ?",
        post);
    assertKept();
    data.execute("update comment set status = (status + 1) % 3 where post_id = ?", post);
    assertKept();
    data.execute("update comment set deleted_at = now() where post_id = ? and id % 2 = 0", post);
    assertKept();
    data.execute("delete from post where id = ?", post);
    assertKept();
  }

  @Test
  void payingSubscribersAreCounted() {
    long member = reader.get("/users/me").data().get("id").asLong();
    data.execute(
        "insert into subscription (user_id, channel_id, type, self_confirmed, confirmed_at,"
            + " created_at, updated_at)"
            + " select ?, id, 'silver', true, now(), now(), now() from channel where slug = ?",
        member,
        author.slug());
    assertEquals(1, premium());
    assertKept();
    String path = "/subscriptions/" + author.slug() + "/members/" + member;
    assertEquals(200, author.api().put(path, json("type", "free")).status());
    assertEquals(0, premium());
    assertEquals(200, author.api().put(path, json("type", "gold")).status());
    assertEquals(1, premium());
    assertEquals(200, author.api().delete(path).status());
    assertEquals(0, premium());
    assertKept();
  }

  private long premium() {
    return author
        .api()
        .get("/lists/" + author.slug() + "/metrics")
        .data()
        .get("total_premium_subscribers")
        .asLong();
  }

  private void assertTotals(long first, long second, long all) {
    assertEquals(first, postTotal("first"));
    assertEquals(second, postTotal("second"));
    assertEquals(first + second, channelTotal(author.nobody()));
    assertEquals(all, total(author.api(), "/lists/" + author.slug() + "/comments"));
    assertKept();
  }

  private void assertKept() {
    assertEquals(0, data.number(WRONG_COMMENT_COUNTS), "counts of posts");
    assertEquals(0, data.number(WRONG_CHANNEL_COUNTS), "counts of channels");
    assertEquals(0, data.number(WRONG_SUBSCRIBERS), "counts of subscribers");
  }

  private long postTotal(String slug) {
    long id = author.api().get(author.posts() + "/" + slug).data().get("id").asLong();
    return total(author.nobody(), "/comments?post_id=" + id);
  }

  private long channelTotal(ApiClient somebody) {
    return total(somebody, "/comments?list_id=" + author.slug());
  }

  private static long total(ApiClient somebody, String path) {
    return somebody.get(path).data().at("/pagination/total").asLong();
  }

  private long comment(long post, Long quoted) {
    return reader
        .post("/comments", json("post_id", post, "quote_comment_id", quoted, "content", "x"))
        .data()
        .get("id")
        .asLong();
  }

  private void moderate(long comment, String decision) {
    assertEquals(200, author.api().put("/comments/" + comment + "/" + decision, null).status());
  }
}

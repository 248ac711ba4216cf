package com.quaily.resource.comment;

import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.model.error.ErrorCode;
import com.quaily.testing.ApiClient;
import com.quaily.testing.Author;
import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import com.quaily.testing.TestInstance.Reply;
import com.quaily.testing.Waiting;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedInstance.class)
class CommentApiTest {

  private final Author author;
  private final String email = ApiClient.newEmail();
  private final ApiClient reader;
  private final long post;

  CommentApiTest(TestInstance instance) {
    this.author = Author.of(instance);
    this.reader = new ApiClient(instance).login(email);
    this.post = author.published("harbour", "Ships.").get("id").asLong();
    strategy(0);
  }

  private void strategy(int number) {
    Reply reply =
        author
            .api()
            .put(
                "/lists/" + author.slug() + "/options",
                json("options", json("comment_enabled", true, "comment_strategy", number)));
    assertEquals(200, reply.status(), reply.body().toString());
  }

  private Reply comment(ApiClient writer, String content, Long quoted) {
    return writer.post(
        "/comments", json("post_id", post, "quote_comment_id", quoted, "content", content));
  }

  private JsonNode commented(ApiClient writer, String content) {
    Reply reply = comment(writer, content, null);
    assertEquals(200, reply.status(), reply.body().toString());
    return reply.data();
  }

  private JsonNode shownTo(ApiClient somebody) {
    Reply reply = somebody.get("/comments?post_id=" + post);
    assertEquals(200, reply.status(), reply.body().toString());
    return reply.data();
  }

  private static int total(JsonNode slice) {
    return slice.at("/pagination/total").asInt();
  }

  private boolean isMailed(String to, String text) {
    try {
      return author.nobody().mailTo(to).get("text").textValue().contains(text);
    } catch (AssertionError e) {
      return false;
    }
  }

  @Test
  void inAnOpenChannelEveryoneCanReadAComment() {
    JsonNode comment = commented(reader, " Well said. ");

    assertEquals("Well said.", comment.get("content").textValue());
    assertEquals(0, comment.get("status").asInt());
    assertEquals("harbour", comment.at("/post/slug").textValue());
    JsonNode shown = shownTo(author.nobody()).at("/items/0");
    assertEquals(comment, shown);
    assertFalse(shown.at("/author/name").textValue().isEmpty());
    assertFalse(shown.toString().contains(email));
    assertEquals(1, total(author.nobody().get("/comments?list_id=" + author.slug()).data()));
  }

  @Test
  void writersListCommentsByStateAndByPost() {
    strategy(1);
    long waiting = commented(reader, "May I?").get("id").asLong();
    long spam = commented(reader, "Buy!").get("id").asLong();
    long shown = commented(author.api(), "Welcome.").get("id").asLong();
    author.api().put("/comments/" + spam + "/spam", null);
    String comments = "/lists/" + author.slug() + "/comments";
    long other = author.published("other", "Text.").get("id").asLong();

    assertEquals(3, total(author.api().get(comments).data()));
    for (var wanted :
        List.of(
            Map.entry("pending", waiting), Map.entry("spam", spam), Map.entry("visible", shown))) {
      JsonNode found = author.api().get(comments + "?status=" + wanted.getKey()).data();
      assertEquals(1, total(found), wanted.getKey());
      assertEquals(wanted.getValue(), found.at("/items/0/id").asLong());
    }
    assertEquals(1, total(author.api().get(comments + "?status=pending&post_id=" + post).data()));
    assertEquals(0, total(author.api().get(comments + "?post_id=" + other).data()));
    assertEquals(422, author.api().get(comments + "?status=odd").status());
  }

  @Test
  void pendingCommentsAreVisibleOnlyToTheirAuthorAndTheWriters() {
    strategy(1);
    JsonNode comment = commented(reader, "May I?");

    assertEquals(1, comment.get("status").asInt());
    assertEquals(0, total(shownTo(author.nobody())));
    assertEquals(1, total(shownTo(reader)));
    for (String list : List.of("/comments?post_id=" + post, "/comments?list_id=" + author.slug())) {
      assertEquals(0, author.nobody().get(list).data().get("items").size(), list);
      assertEquals(0, author.somebodyElse().get(list).data().get("items").size(), list);
      assertEquals(1, reader.get(list).data().get("items").size(), list);
    }
    JsonNode all = author.api().get("/lists/" + author.slug() + "/comments").data();
    assertEquals(comment.get("id"), all.at("/items/0/id"));
    String path = "/comments/" + comment.get("id").asLong();
    assertEquals(403, reader.put(path + "/approve", null).status());

    assertEquals(0, author.api().put(path + "/approve", null).data().get("status").asInt());
    assertEquals(1, total(shownTo(author.nobody())));
    assertEquals(1, author.api().put(path + "/reject", null).data().get("status").asInt());
    assertEquals(2, author.api().put(path + "/spam", null).data().get("status").asInt());
    assertEquals(0, total(shownTo(author.nobody())));
    assertEquals(0, commented(author.api(), "Mine needs no approval.").get("status").asInt());
  }

  @Test
  void commentsCanRequireASubscriptionOrAPlan() {
    strategy(2);
    assertEquals(
        ErrorCode.COMMENTS_FOR_SUBSCRIBERS.number(), comment(reader, "Hello", null).code());
    String subscriptions = "/subscriptions/" + author.slug();
    long user = reader.post(subscriptions + "/no-challenge", null).data().get("user_id").asLong();
    commented(reader, "As a subscriber");

    strategy(3);
    assertEquals(ErrorCode.COMMENTS_FOR_PREMIUM.number(), comment(reader, "Hello", null).code());
    author.api().put(subscriptions + "/members/" + user, json("type", "gold"));
    commented(reader, "As one with a plan");
    commented(author.api(), "As the owner");
  }

  @Test
  void aChannelWithoutCommentsRejectsThem() {
    author
        .api()
        .put(
            "/lists/" + author.slug() + "/options",
            json("options", json("comment_enabled", false)));

    assertEquals(ErrorCode.COMMENTS_CLOSED.number(), comment(reader, "Hello", null).code());
    assertEquals(401, comment(author.nobody(), "Hello", null).status());
  }

  @Test
  void aCommentQuotesAnotherUnderTheSamePost() {
    long first = commented(reader, "First").get("id").asLong();

    JsonNode second = comment(author.api(), "Second", first).data();

    assertEquals("First", second.at("/quote_comment/content").textValue());
    JsonNode shown = shownTo(author.nobody()).get("items");
    assertEquals("Second", shown.at("/1/replied_comments/0/content").textValue());
    long other = author.published("other", "x").get("id").asLong();
    Reply refused =
        author
            .api()
            .post("/comments", json("post_id", other, "quote_comment_id", first, "content", "x"));
    assertEquals("quote_comment_id", refused.body().get("field").textValue());
    author.api().put("/comments/" + first + "/spam", null);
    assertTrue(shownTo(author.nobody()).at("/items/0/quote_comment").isNull());
    assertEquals(422, comment(reader, "Third", first).status());
  }

  @Test
  void aDeletedCommentKeepsItsPlaceForItsAnswers() {
    long first = commented(reader, "First").get("id").asLong();
    long second = comment(author.api(), "Second", first).data().get("id").asLong();

    assertEquals(200, reader.delete("/comments/" + first).status());

    JsonNode shown = shownTo(author.nobody());
    assertEquals(1, shown.at("/pagination/total").asInt(), shown::toString);
    JsonNode quoted = shown.at("/items/0/quote_comment");
    assertEquals(first, quoted.get("id").asLong());
    assertEquals("", quoted.get("content").textValue());
    assertEquals(0, quoted.get("author_id").asLong(-1));
    assertTrue(quoted.get("author").isNull());
    assertEquals(404, reader.delete("/comments/" + first).status());
    assertEquals(422, comment(reader, "Third", first).status());
    assertEquals(200, author.api().delete("/comments/" + second).status());
    assertTrue(shownTo(author.nobody()).get("items").isEmpty());
  }

  @Test
  void theAuthorsOfThePostAndTheQuotedCommentAreNotified() {
    long first = commented(reader, "What a harbour").get("id").asLong();
    Waiting.until("the author's mail", () -> isMailed(author.email(), "What a harbour"));
    String third = ApiClient.newEmail();

    comment(new ApiClient(author.instance()).login(third), "Indeed a harbour", first);

    Waiting.until("the quoted one's mail", () -> isMailed(email, "Indeed a harbour"));
    Waiting.until("the author's mail", () -> isMailed(author.email(), "Indeed a harbour"));
    comment(reader, "I answer myself", first);
    Waiting.until("the author's mail", () -> isMailed(author.email(), "I answer myself"));
    assertTrue(isMailed(email, "Indeed a harbour"));
    assertThrows(AssertionError.class, () -> reader.mailTo(third));
  }

  @Test
  void theQuotedAuthorIsNotifiedWhenTheReplyIsApproved() {
    long first = commented(reader, "First").get("id").asLong();
    strategy(1);
    long second = comment(author.somebodyElse(), "Second", first).data().get("id").asLong();
    Waiting.until(
        "the author's mail",
        () -> isMailed(author.email(), "The comment is waiting for your approval"));
    assertThrows(AssertionError.class, () -> reader.mailTo(email));

    author.api().put("/comments/" + second + "/approve", null);

    Waiting.until("the quoted one's mail", () -> isMailed(email, "Second"));
  }

  @Test
  void itsAuthorAndTheWritersDeleteAComment() {
    for (ApiClient deleter : List.of(reader, author.api())) {
      String path = "/comments/" + commented(reader, "Gone").get("id").asLong();
      assertEquals(403, author.somebodyElse().delete(path).status());
      assertEquals(200, deleter.delete(path).status());
      assertEquals(ErrorCode.COMMENT_NOT_FOUND.number(), deleter.delete(path).code());
    }
    assertEquals(0, total(shownTo(reader)));
  }

  private void awaitOnPage(String count) {
    String path = author.page("harbour");
    Waiting.until(
        count + " on the article", () -> author.instance().get(path).body().contains(count));
  }

  @Test
  void theArticleSaysHowManyCommentsItsReadersFind() {
    awaitOnPage("<span>0 comments</span>");
    long first = commented(reader, "First").get("id").asLong();
    awaitOnPage("<span>1 comment</span>");
    strategy(1);
    long second = commented(reader, "Second").get("id").asLong();
    author.api().put("/comments/" + second + "/approve", null);
    awaitOnPage("<span>2 comments</span>");
    author.api().put("/comments/" + second + "/spam", null);
    awaitOnPage("<span>1 comment</span>");
    reader.delete("/comments/" + first);
    awaitOnPage("<span>0 comments</span>");
  }

  @Test
  void draftsHaveNoCommentsForReaders() {
    long draft = author.draft("draft", "x").get("id").asLong();

    assertEquals(404, reader.get("/comments?post_id=" + draft).status());
    assertEquals(404, reader.post("/comments", json("post_id", draft, "content", "x")).status());
  }

  @Test
  void invalidCommentsAreRejected() {
    assertEquals(ErrorCode.MISSING_FIELD.number(), comment(reader, " \n", null).code());
    assertEquals(
        ErrorCode.FIELD_TOO_LONG.number(), comment(reader, "a".repeat(5_001), null).code());
    assertEquals(422, reader.post("/comments", json("content", "x")).status());
    assertEquals(422, reader.get("/comments").status());
    assertEquals(422, reader.get("/comments?post_id=x").status());
    assertEquals(404, reader.get("/comments?post_id=-1").status());
    assertEquals(403, reader.get("/lists/" + author.slug() + "/comments").status());
  }
}

package com.quaily.resource;

import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.quaily.database.Database;
import com.quaily.testing.ApiClient;
import com.quaily.testing.Author;
import com.quaily.testing.HeldLock;
import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import com.quaily.testing.TestInstance.Reply;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Calls that count or compare before they write wait for another process that does the same for the
 * same channel, user or address.
 */
@ExtendWith(SharedInstance.class)
class OneAtATimeTest {

  private final Database database;
  private final Author author;
  private final String path;
  private final long channel;
  private final String email = ApiClient.newEmail();
  private final ApiClient reader;
  private final long readerId;

  OneAtATimeTest(TestInstance instance) {
    database = instance.instance().modules().orElseThrow().database();
    author = Author.of(instance);
    path = "/lists/" + author.slug();
    channel = author.api().get(path).data().get("id").asLong();
    reader = author.nobody().login(email);
    readerId = reader.get("/users/me").data().get("id").asLong();
  }

  private void assertWaits(String lock, Supplier<Reply> call) {
    Reply reply = HeldLock.waitedFor(database, lock, call);
    assertEquals(200, reply.status(), reply.body().toString());
  }

  @Test
  void codesForAnAddress() {
    assertWaits(
        "login codes " + email,
        () -> author.nobody().post("/auth/code", json("email", email, "scene", "login")));
  }

  @Test
  void confirmationsForAnAddress() {
    assertWaits(
        "subscription requests " + email,
        () -> author.nobody().post("/subscriptions/" + author.slug(), json("email", email)));
  }

  @Test
  void keysOfAUser() {
    assertWaits("API keys " + readerId, () -> reader.post("/apikeys", json("name", "x")));
  }

  @Test
  void channelsOfAUser() {
    assertWaits(
        "channels " + readerId,
        () -> reader.post("/lists", json("slug", ApiClient.newSlug(), "title", "x")));
  }

  @Test
  void packsOfAChannel() {
    assertWaits("packs " + channel, () -> author.api().post(path + "/packs", json("title", "x")));
  }

  @Test
  void webhooksOfAChannel() {
    assertWaits(
        "webhooks " + channel,
        () -> author.api().post(path + "/webhooks", json("url", "https://receiver.example/")));
  }

  @Test
  void reportsAboutAChannel() {
    assertWaits(
        "abuse reports " + channel,
        () -> reader.post("/auxilia/reports", json("list", author.slug(), "reason", "spam")));
  }

  @Test
  void pinnedTweetsOfAChannel() {
    author.api().put(path + "/options", json("options", json("tweets_enabled", true)));
    long tweet =
        author
            .api()
            .post("/tweets?list=" + author.slug(), json("text", "x"))
            .data()
            .get("id")
            .asLong();

    assertWaits(
        "pinned tweets " + channel, () -> author.api().put("/tweets/" + tweet + "/pin", null));
  }

  @Test
  void invitationsToAChannelAndTheirAcceptance() {
    reader.post("/subscriptions/" + author.slug() + "/no-challenge", null);

    assertWaits(
        "cooperators " + channel,
        () -> author.api().put(path + "/cooperators", json("cooperators", List.of(readerId))));
    assertWaits("cooperators " + channel, () -> reader.post(path + "/cooperation", null));
  }
}

package com.quaily.resource.subscription;

import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.model.error.ErrorCode;
import com.quaily.resource.StoredData;
import com.quaily.testing.ApiClient;
import com.quaily.testing.Author;
import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import com.quaily.testing.TestInstance.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedInstance.class)
class SubscriberApiTest {

  private final StoredData data;
  private final Author author;
  private final String members;
  private final String subscriptions;

  SubscriberApiTest(TestInstance instance) {
    this.data = new StoredData(instance);
    this.author = Author.of(instance);
    this.members = "/lists/" + author.slug() + "/subscriptions";
    this.subscriptions = "/subscriptions/" + author.slug();
  }

  private Reply add(Object... given) {
    return author
        .api()
        .post("/auxilia" + subscriptions + "/members/add", json("members", List.of(given)));
  }

  private static Map<String, Object> member(String email, String name) {
    return json("email", email, "name", name);
  }

  private int added(Object... given) {
    Reply reply = add(given);
    assertEquals(200, reply.status(), reply.body().toString());
    return reply.data().asInt();
  }

  private JsonNode list(String query) {
    Reply reply = author.api().get(members + query);
    assertEquals(200, reply.status(), reply.body().toString());
    return reply.data();
  }

  private String pathOf(String email) {
    return subscriptions + "/members/" + list("?email=" + email).at("/items/0/user_id").asLong();
  }

  @Test
  void aListThatIsReadFromOneToTheNextMissesNobodyWhoWasThere() {
    added(
        IntStream.range(0, 25)
            .mapToObj(n -> member(ApiClient.newEmail(), "Reader " + n))
            .toArray());
    List<Long> expected = new ArrayList<>();
    list("?limit=100").get("items").forEach(item -> expected.add(item.get("id").asLong()));

    List<Long> read = new ArrayList<>();
    String before = "";
    for (JsonNode page = list("?limit=10"); !page.get("items").isEmpty(); ) {
      page.get("items").forEach(item -> read.add(item.get("id").asLong()));
      assertTrue(page.at("/pagination/total").asInt() >= 25);
      added(member(ApiClient.newEmail(), "Late"));
      before = "&before=" + read.get(read.size() - 1);
      page = list("?limit=10" + before);
    }

    assertEquals(expected, read);
    assertEquals(25, read.size());
    assertEquals(422, author.api().get(members + "?before=x").status());
  }

  @Test
  void subscribersAreImportedOnceWithTheirNamesAndEvidence() {
    String ada = ApiClient.newEmail();
    String bob = ApiClient.newEmail();

    assertEquals(
        2, added(member(ada, "Ada"), member(bob.toUpperCase(Locale.ROOT), null), member(ada, "A")));
    assertEquals(0, added(member(ada, "Other"), member(bob, "")));

    JsonNode all = list("");
    assertEquals(2, all.at("/pagination/total").asInt());
    JsonNode found = list("?email=" + ada.toUpperCase(Locale.ROOT)).get("items");
    assertEquals(1, found.size());
    assertEquals("Ada", found.at("/0/user/name").textValue());
    assertEquals(ada, found.at("/0/user/email").textValue());
    assertEquals(
        2,
        data.number(
            "select count(*) from subscription_consent c join channel l on l.id = c.channel_id"
                + " where method = 'IMPORT' and l.slug = '"
                + author.slug()
                + "'"));
    assertEquals(
        2, author.nobody().get("/lists/" + author.slug()).data().get("subscriber_count").asInt());
  }

  @Test
  void oneRequestImportsAtMostTenThousandSubscribers() {
    List<Object> many = new ArrayList<>();
    String suffix = "@" + author.slug() + ".example";
    IntStream.range(0, 10_000).forEach(n -> many.add(member("m" + n + suffix, "Member " + n)));

    assertEquals(10_000, added(many.toArray()));
    assertEquals(10_000, list("").at("/pagination/total").asInt());
    assertEquals(1_111, list("?email=m1").at("/pagination/total").asInt());

    many.add(member("one-more" + suffix, ""));
    assertEquals(422, add(many.toArray()).status());
  }

  @Test
  void unsubscribedReadersAreNotImportedButCanResubscribe() {
    String email = ApiClient.newEmail();
    assertEquals(1, added(member(email, "")));
    ApiClient reader = new ApiClient(author.instance()).login(email);
    assertEquals(200, reader.delete(subscriptions).status());

    assertEquals(0, added(member(email, "")));
    assertEquals(200, reader.post(subscriptions + "/no-challenge", null).status());
    assertEquals(1, list("").at("/pagination/total").asInt());
  }

  @Test
  void aRemovedSubscriberCanBeImportedAgain() {
    String email = ApiClient.newEmail();
    added(member(email, ""));

    assertEquals(200, author.api().delete(pathOf(email)).status());
    assertEquals(1, added(member(email, "")));
  }

  @Test
  void invalidAndDeniedAddressesAreSkipped() {
    data.execute(
        "update channel set email_deny_list = '{denied.example}' where slug = '"
            + author.slug()
            + "'");
    String email = ApiClient.newEmail();

    int added =
        added(
            member("nonsense", "x"),
            member(null, "x"),
            member("a@denied.example", "x"),
            member("a@sub.denied.example", "x"),
            member(email, "two\nlines"));

    assertEquals(1, added);
    assertEquals(
        email.substring(0, email.indexOf('@')), list("").at("/items/0/user/name").textValue());
  }

  @Test
  void aPlanIsSetFoundAndRemoved() {
    String email = ApiClient.newEmail();
    added(member(email, ""), member(ApiClient.newEmail(), ""));
    String path = pathOf(email);

    JsonNode silver =
        author
            .api()
            .put(path, json("type", "silver", "paid_expiry", "2099-01-01T00:00:00Z"))
            .data();

    assertEquals("silver", silver.get("type").textValue());
    assertEquals("2099-01-01T00:00:00Z", silver.get("paid_expiry").textValue());
    assertEquals(email, list("?premium=1").at("/items/0/user/email").textValue());
    assertEquals(1, list("?premium=1").at("/pagination/total").asInt());
    assertEquals(2, list("?premium=0").at("/pagination/total").asInt());
    JsonNode free = author.api().put(path, json("type", "free")).data();
    assertTrue(free.get("paid_expiry").isNull());
    assertEquals(422, author.api().put(path, json("type", "No Plan")).status());
    JsonNode quiet = author.api().put(path + "/email", json("enabled", false)).data();
    assertFalse(quiet.get("email_enabled").booleanValue());
  }

  @Test
  void aSubscriberMovesToAnotherChannelOfTheSameWriter() {
    String email = ApiClient.newEmail();
    added(member(email, "Ada"));
    String path = pathOf(email);
    author.api().put(path, json("type", "gold", "paid_expiry", "2099-01-01T00:00:00Z"));
    String other = ApiClient.newSlug();
    author.api().post("/lists", json("slug", other, "title", "Other"));

    Reply moved = author.api().post(path + "/transfer?dst_list_id=" + other, null);

    assertEquals(200, moved.status(), moved.body().toString());
    assertEquals(0, list("").at("/pagination/total").asInt());
    assertEquals("gold", moved.data().get("type").textValue());
    assertEquals("2099-01-01T00:00:00Z", moved.data().get("paid_expiry").textValue());
    assertEquals("Ada", moved.data().at("/user/name").textValue());
    String there = "/subscriptions/" + other + "/members/" + moved.data().get("user_id");
    assertEquals(1, author.api().get(there + "/subs").data().size());
    assertEquals(
        ErrorCode.SUBSCRIPTION_NOT_FOUND.number(), author.api().get(path + "/subs").code());
    String strangers = Author.of(author.instance()).slug();
    assertEquals(
        403, author.api().post(there + "/transfer?dst_list_id=" + strangers, null).status());
    assertEquals(422, author.api().post(there + "/transfer", null).status());
  }

  @Test
  void aSubscriberIsNotMovedToAChannelTheyLeft() {
    String email = ApiClient.newEmail();
    String other = ApiClient.newSlug();
    author.api().post("/lists", json("slug", other, "title", "Other"));
    ApiClient reader = new ApiClient(author.instance()).login(email);
    reader.post("/subscriptions/" + other + "/no-challenge", null);
    reader.delete("/subscriptions/" + other);
    added(member(email, ""));

    Reply refused = author.api().post(pathOf(email) + "/transfer?dst_list_id=" + other, null);

    assertEquals(ErrorCode.EMAIL_SUPPRESSED.number(), refused.code());
    assertEquals(1, list("").at("/pagination/total").asInt());
  }

  @Test
  void onlyWritersSeeSubscribersAndOnlyTheOwnerImports() {
    String email = ApiClient.newEmail();
    added(member(email, ""));
    String path = pathOf(email);

    for (ApiClient caller : List.of(author.nobody(), author.somebodyElse())) {
      for (Reply reply :
          List.of(
              caller.get(members),
              caller.put(path, json("type", "gold")),
              caller.delete(path),
              caller.put(path + "/email", json("enabled", true)),
              caller.post(path + "/transfer?dst_list_id=" + author.slug(), null),
              caller.get(path + "/subs"),
              caller.post(
                  "/auxilia" + subscriptions + "/members/add", json("members", List.of())))) {
        assertTrue(reply.status() == 401 || reply.status() == 403, reply.body().toString());
      }
    }
    for (String user : List.of("0", "999999999", "x")) {
      assertEquals(404, author.api().delete(subscriptions + "/members/" + user).status(), user);
    }
  }

  @Test
  void anOwnerMovesNoMembersToAChannelWhereTheyOnlyCooperate() {
    String email = ApiClient.newEmail();
    added(member(email, ""));
    Author other = Author.of(author.instance());
    data.execute(
        "insert into channel_cooperator (channel_id, user_id)"
            + " select c.id, u.id from channel c, app_user u where c.slug = ? and u.email = ?",
        other.slug(),
        author.email());

    Reply refused =
        author.api().post(pathOf(email) + "/transfer?dst_list_id=" + other.slug(), null);

    assertEquals(403, refused.status(), refused.body().toString());
    assertEquals(1, list("").at("/pagination/total").asInt());
  }

  @Test
  void aCooperatorMovesNoMembersToAChannelOfTheirOwn() {
    String email = ApiClient.newEmail();
    added(member(email, ""));
    String path = pathOf(email);
    Author cooperator = Author.of(author.instance());
    data.execute(
        "insert into channel_cooperator (channel_id, user_id)"
            + " select c.id, u.id from channel c, app_user u where c.slug = ? and u.email = ?",
        author.slug(),
        cooperator.email());

    assertEquals(200, cooperator.api().get(members).status());
    String transfer = path + "/transfer?dst_list_id=" + cooperator.slug();
    assertEquals(403, cooperator.api().post(transfer, null).status());
    assertEquals(403, author.api().post(transfer, null).status());
    assertEquals(1, list("").at("/pagination/total").asInt());
  }

  @Test
  void anImportedAddressLooksTheSameWhetherItHasAnAccountOrNot() {
    Author known = Author.of(author.instance());
    known
        .api()
        .put("/users/me", json("name", "Known Person", "bio", "I write.", "tagline", "Hello"));
    String realId = known.api().get("/users/me").data().get("id").asText();
    String unknown = ApiClient.newEmail();

    added(member(known.email(), ""), member(unknown, ""));

    JsonNode withAccount = list("?email=" + known.email()).at("/items/0");
    JsonNode without = list("?email=" + unknown).at("/items/0");
    for (JsonNode member : List.of(withAccount, without)) {
      JsonNode user = member.get("user");
      String email = user.get("email").textValue();
      assertEquals(email.substring(0, email.indexOf('@')), user.get("name").textValue());
      assertEquals("", user.get("bio").textValue());
      assertEquals(member.get("created_at"), user.get("created_at"));
      assertTrue(member.get("user_id").asLong() > 1L << 52, member::toString);
    }
    assertEquals(404, author.api().get(subscriptions + "/members/" + realId + "/subs").status());

    known.api().post(subscriptions + "/no-challenge", null);

    JsonNode confirmed = list("?email=" + known.email()).at("/items/0");
    assertEquals("Known Person", confirmed.at("/user/name").textValue());
    assertEquals(realId, confirmed.get("user_id").asText());
    assertEquals(200, author.api().get(subscriptions + "/members/" + realId + "/subs").status());
  }

  @Test
  void anImportedNameIsNotTheNameOfTheAccount() {
    String email = ApiClient.newEmail();
    added(member(email, "What the importer calls them"));

    JsonNode me = new ApiClient(author.instance()).login(email).get("/users/me").data();

    assertTrue(me.get("name").textValue().startsWith("Reader "), me::toString);
  }
}

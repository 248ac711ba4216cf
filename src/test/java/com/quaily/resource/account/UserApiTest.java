package com.quaily.resource.account;

import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.model.error.ErrorCode;
import com.quaily.testing.ApiClient;
import com.quaily.testing.Author;
import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import com.quaily.testing.TestInstance.Reply;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedInstance.class)
class UserApiTest {

  private final TestInstance instance;
  private final String email = ApiClient.newEmail();
  private final ApiClient nobody;
  private final ApiClient underTest;

  UserApiTest(TestInstance instance) {
    this.instance = instance;
    this.nobody = new ApiClient(instance);
    this.underTest = nobody.login(email);
  }

  @Test
  void anonymousCallersMustLogIn() {
    Reply reply = nobody.get("/users/me");

    assertEquals(401, reply.status());
    assertEquals(ErrorCode.AUTHENTICATION_REQUIRED.number(), reply.code());
    assertTrue(reply.body().get("ts").isIntegralNumber());
  }

  @Test
  void onlyOwnersFindTheirSubscribersByAddress() {
    Author author = Author.of(instance);
    String path = "/users/query?email=" + email;
    assertEquals(0, author.api().get(path).data().size());
    nobody.post("/subscriptions/" + author.slug(), json("email", email));
    String text = nobody.mailTo(email).get("text").textValue();
    String token = text.replaceAll("(?s).*confirm\\?token=(\\S+).*", "$1");
    nobody.form("/api/subscriptions/confirm", "token=" + token);

    Reply found = author.api().get(path);

    assertEquals(1, found.data().size());
    assertEquals(underTest.get("/users/me").data().get("id"), found.data().at("/0/id"));
    assertEquals(0, author.somebodyElse().get(path).data().size());
    assertEquals(401, nobody.get(path).status());
    assertEquals("email", author.api().get("/users/query").body().get("field").textValue());
  }

  @Test
  void givenFieldsAreSavedAndOthersKept() {
    underTest.put("/users/me", json("name", "Ren 蓮", "bio", "I *write*."));

    JsonNode me = underTest.put("/users/me", json("tagline", "Letters")).data();

    assertEquals("Ren 蓮", me.get("name").textValue());
    assertEquals("I *write*.", me.get("bio").textValue());
    assertTrue(me.get("bio_html").textValue().contains("<em>write</em>"));
    assertEquals("Letters", me.get("tagline").textValue());
    assertEquals(me, underTest.get("/users/me").data());
  }

  @Test
  void aNewNameAppearsImmediatelyInTheUsersPosts() {
    Author author = Author.of(instance);
    author.published("letter", "Text");
    String path = "/lists/" + author.slug() + "/posts/letter";
    nobody.get(path);

    author.api().put("/users/me", json("name", "Ren 蓮"));

    JsonNode post = nobody.get(path).data();
    assertEquals("Ren 蓮", post.get("user").get("name").textValue());
    assertEquals("Ren 蓮", post.get("list").get("user").get("name").textValue());
  }

  @Test
  void linksElsewhereAreKeptInTheirOrder() {
    List<Object> links =
        List.of(json("name", "web", "value", "https://a.example"), json("name", "b", "value", ""));

    JsonNode me = underTest.put("/users/me", json("social_ids", links)).data();

    assertEquals("web", me.at("/social_ids/0/name").textValue());
    assertEquals("https://a.example", me.at("/social_ids/0/value").textValue());
    assertEquals(2, me.get("social_ids").size());
  }

  @Test
  void anEmptyNameIsRefused() {
    Reply reply = underTest.put("/users/me", json("name", " "));

    assertEquals(422, reply.status());
    assertEquals("name", reply.body().get("field").textValue());
  }

  @Test
  void scriptsInABiographyNeverReachItsHtml() {
    JsonNode me =
        underTest.put("/users/me", json("bio", "<script>x</script>[a](javascript:x)")).data();

    assertFalse(me.get("bio_html").textValue().contains("<script"));
    assertFalse(me.get("bio_html").textValue().contains("href=\"javascript"));
  }

  @Test
  void optionsAreMerged() {
    underTest.put("/users/me/options", json("options", json("language", "ja", "a", 1)));

    Reply reply = underTest.put("/users/me/options", json("options", json("a", json("b", true))));

    assertEquals("ja", reply.data().at("/user_options/language").textValue());
    assertTrue(reply.data().at("/user_options/a/b").booleanValue());
  }

  @Test
  void othersSeeNeitherAddressNorOptionsNorWhatIsInTheAddress() {
    Author author = Author.of(instance);
    long id = author.api().get("/users/me").data().get("id").asLong();

    JsonNode seen = nobody.get("/users/" + id).data();

    assertEquals(id, seen.get("id").asLong());
    assertFalse(seen.has("email"));
    assertFalse(seen.has("user_options"));
    String localPart = author.email().substring(0, author.email().indexOf('@'));
    assertFalse(seen.toString().contains(localPart), seen::toString);
  }

  @Test
  void whoOnlyReadsIsNotShown() {
    Author author = Author.of(instance);
    author.api().put("/lists/" + author.slug() + "/comment", json("comment_enabled", true));
    JsonNode post = author.published("hello", "Text");
    underTest.post("/subscriptions/" + author.slug() + "/no-challenge", null);
    String path = "/users/" + underTest.get("/users/me").data().get("id");

    for (ApiClient client : List.of(nobody, author.api(), author.somebodyElse())) {
      assertEquals(ErrorCode.USER_NOT_FOUND.number(), client.get(path).code());
      assertEquals(404, client.get(path + "/lists").status());
    }
    assertEquals(200, underTest.get(path).status());

    underTest.post("/comments", json("post_id", post.get("id"), "content", "Yes"));
    assertEquals(200, nobody.get(path).status());
  }

  @Test
  void theChannelsOfAUserAreListed() {
    Author author = Author.of(instance);
    long id = author.api().get("/users/me").data().get("id").asLong();

    JsonNode channels = nobody.get("/users/" + id + "/lists").data();

    assertEquals(1, channels.size());
    assertEquals(author.slug(), channels.get(0).get("slug").textValue());
  }

  @Test
  void anUnknownUserIsNotFound() {
    assertEquals(ErrorCode.USER_NOT_FOUND.number(), nobody.get("/users/999999999999").code());
    assertEquals(404, nobody.get("/users/nobody").status());
    assertEquals(404, nobody.get("/users/99999999999999999999999").status());
    assertEquals(404, nobody.get("/users/999999999999/lists").status());
  }
}

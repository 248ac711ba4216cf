package com.quaily.resource;

import static com.quaily.resource.Refusals.assertRefused;
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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What programs written for the original service call. */
@ExtendWith(SharedInstance.class)
class AliasApiTest {

  private final Author author;

  AliasApiTest(TestInstance instance) {
    this.author = Author.of(instance);
  }

  @Test
  void olderFormsAddMembersAtTheFormerPath() {
    String email = ApiClient.newEmail();
    Map<String, Object> member = json("email", email, "premium", "free");

    Reply added =
        author
            .api()
            .post(
                "/subscriptions/" + author.slug() + "/add-members",
                json("members", List.of(member)));

    assertEquals(1, added.data().asInt(), added.body().toString());
  }

  @Test
  void membersAreChangedInBothFamilies() {
    author
        .api()
        .post(
            "/auxilia/subscriptions/" + author.slug() + "/members/add",
            json("members", List.of(json("email", ApiClient.newEmail()))));
    JsonNode member =
        author.api().get("/lists/" + author.slug() + "/subscriptions").data().at("/items/0");

    Reply changed =
        author
            .api()
            .put(
                "/auxilia/subscriptions/" + author.slug() + "/members/" + member.get("user_id"),
                json("type", "gold"));

    assertEquals("gold", changed.data().get("type").textValue());
  }

  @Test
  void membersAreListedByPlanInTheWordsOfTheOriginal() {
    for (String email : List.of(ApiClient.newEmail(), ApiClient.newEmail())) {
      author
          .api()
          .post(
              "/auxilia/subscriptions/" + author.slug() + "/members/add",
              json("members", List.of(json("email", email))));
    }
    String members = "/lists/" + author.slug() + "/subscriptions";
    String id = author.api().get(members).data().at("/items/0/user_id").asText();
    author.api().put("/subscriptions/" + author.slug() + "/members/" + id, json("type", "silver"));

    for (Map.Entry<String, Integer> expected :
        Map.of("all", 2, "free", 1, "premium", 1, "1", 1, "0", 2, "", 2).entrySet()) {
      JsonNode found = author.api().get(members + "?premium=" + expected.getKey()).data();
      assertEquals(expected.getValue(), found.at("/pagination/total").asInt(), expected.getKey());
    }
    assertRefused(
        author.api().get(members + "?premium=silver"), 422, ErrorCode.INVALID_FIELD, "premium");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a_ga_id",
        "a_umami_id",
        "a_umami_base",
        "shorten_url_provider",
        "sink_site_base",
        "sink_site_token"
      })
  void settingsThatAreNotSupportedAreRefusedInsteadOfDropped(String field) {
    String path = "/lists/" + author.slug() + "/analytics";

    assertRefused(author.api().put(path, json(field, "x")), 422, ErrorCode.INVALID_FIELD, field);
    assertEquals(200, author.api().put(path, json(field, "")).status());
    assertRefused(
        author.api().put(path, json("shorten_url_enabled", true)),
        422,
        ErrorCode.INVALID_FIELD,
        "shorten_url_enabled");
  }

  @Test
  void theBulletinIsSetTogetherWithTweets() {
    JsonNode channel =
        author
            .api()
            .put(
                "/lists/" + author.slug() + "/tweets",
                json("tweets_enabled", true, "bulletin", "Welcome"))
            .data();

    assertEquals("Welcome", channel.at("/list_options/bulletin").textValue());
    assertTrue(channel.at("/list_options/tweets_enabled").booleanValue());
  }

  @Test
  void tagsOfANoteAreKeptBesideThoseInItsText() {
    author.api().put("/lists/" + author.slug() + "/tweets", json("tweets_enabled", true));
    JsonNode note =
        author
            .api()
            .post(
                "/tweets?list=" + author.slug(),
                json("text", "On #trains", "tags", List.of("travel", "#night")))
            .data();
    assertEquals("[\"travel\",\"night\",\"trains\"]", note.get("tags").toString());

    JsonNode changed =
        author.api().put("/tweets/" + note.get("id"), json("text", "On #ships")).data();

    assertEquals("[\"travel\",\"night\",\"ships\"]", changed.get("tags").toString());
  }

  @Test
  void privateUploadsAreRefusedInsteadOfMadePublic() {
    for (String encrypted : List.of("true", "1")) {
      assertEquals(501, upload(encrypted).status(), encrypted);
    }
    assertEquals(400, upload("yes").status());
    assertEquals("encrypted", upload("yes").body().get("field").textValue());
  }

  private Reply upload(String encrypted) {
    String parts =
        "--b\r\n"
            + "Content-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n\r\n"
            + "x\r\n"
            + "--b--\r\n";
    return author
        .api()
        .send(
            "POST",
            "/attachments?encrypted=" + encrypted,
            "multipart/form-data; boundary=b",
            java.net.http.HttpRequest.BodyPublishers.ofString(parts));
  }

  @Test
  void aReaderSeesTheirOwnUnsubscribePageByChannel() {
    ApiClient reader = author.somebodyElse();
    reader.post("/subscriptions/" + author.slug() + "/no-challenge", null);
    String path = "/subscriptions/opponent?list_id=" + author.slug();

    assertEquals(author.slug(), reader.get(path).data().at("/list/slug").textValue());
    assertEquals(404, author.nobody().get(path).status());
    assertEquals(404, author.somebodyElse().get(path).status());
  }

  @Test
  void othersSeeNeitherMailTextsNorNotesNorFingerprints() {
    String list = "/lists/" + author.slug();
    author
        .api()
        .put(
            list + "/text_templates",
            json("text_templates", json("email_signature", "Yours, secretly")));
    author
        .api()
        .put(list + "/options", json("options", json("my_notes", "private", "theme", "paper")));
    author.published("hello", "Text");
    author
        .api()
        .put(
            author.posts() + "/hello/options",
            json("options", json("import", json("source", "notes/hello.md"))));

    JsonNode open = author.nobody().get(list).data();
    assertEquals("{}", open.get("text_templates").toString());
    assertEquals("{\"theme\":\"paper\"}", open.get("list_options").toString());
    JsonNode post = author.nobody().get(author.posts() + "/hello").data();
    assertTrue(post.at("/post_options/import").isMissingNode(), post::toString);
    JsonNode own = author.api().get(list).data();
    assertEquals("private", own.at("/list_options/my_notes").textValue());
    assertEquals("Yours, secretly", own.at("/text_templates/email_signature").textValue());
  }

  @Test
  void idsOfDraftsAreNotInPacks() {
    JsonNode shown = author.published("shown", "Text");
    JsonNode draft = author.draft("draft", "Text");
    String packs = "/lists/" + author.slug() + "/packs";
    author
        .api()
        .post(packs, json("title", "Pack", "post_ids", List.of(shown.get("id"), draft.get("id"))));

    JsonNode pack = author.nobody().get(packs).data().get(0);

    assertEquals("[" + shown.get("id") + "]", pack.get("post_ids").toString());
    assertEquals(1, pack.get("post_count").asInt());
  }

  @Test
  void remoteImagesInProfilesAreDescriptionsOnly() {
    author.api().put("/users/me", json("bio", "![A cat](https://tracker.example/a.png) and more"));

    JsonNode user = author.nobody().get("/lists/" + author.slug()).data().get("user");

    assertTrue(user.get("bio_html").textValue().contains("A cat"), user::toString);
    assertTrue(!user.get("bio_html").textValue().contains("<img"), user::toString);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/auxilia/stripe/express", "/auxilia/paypal/connect/login"})
  void knownCallsThatDoNotExistYetSaySo(String path) {
    assertRefused(author.api().get(path), 501, ErrorCode.NOT_IMPLEMENTED);
  }
}

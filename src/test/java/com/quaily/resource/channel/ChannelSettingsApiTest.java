package com.quaily.resource.channel;

import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.testing.ApiClient;
import com.quaily.testing.Author;
import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import com.quaily.testing.TestInstance.Reply;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedInstance.class)
class ChannelSettingsApiTest {

  private final Author author;
  private final ApiClient underTest;
  private final String path;

  ChannelSettingsApiTest(TestInstance instance) {
    this.author = Author.of(instance);
    this.underTest = author.api();
    this.path = "/lists/" + author.slug();
  }

  private JsonNode put(String below, Object body) {
    Reply reply = underTest.put(path + below, body);
    assertEquals(200, reply.status(), reply.body().toString());
    return reply.data();
  }

  private static void assertNames(String field, Reply reply) {
    assertEquals(422, reply.status(), reply.body().toString());
    assertEquals(field, reply.body().path("field").textValue());
  }

  @Test
  void bulletinCommentsTweetsAndNumbersAreOptions() {
    put("/bulletin", json("bulletin", "Back in May."));
    put("/comment", json("comment_enabled", true, "comment_strategy", 2));
    put("/tweets", json("tweets_enabled", true));
    put("/analytics", json("view_count_hidden", true));

    JsonNode options = put("/comment", json("comment_enabled", false)).get("list_options");

    assertEquals("Back in May.", options.get("bulletin").textValue());
    assertFalse(options.get("comment_enabled").booleanValue());
    assertEquals(2, options.get("comment_strategy").intValue());
    assertTrue(options.get("tweets_enabled").booleanValue());
    assertTrue(options.get("view_count_hidden").booleanValue());
  }

  @Test
  void thereAreFourStrategiesOfComments() {
    assertNames("comment_strategy", underTest.put(path + "/comment", json("comment_strategy", 4)));
    assertNames("comment_strategy", underTest.put(path + "/comment", json("comment_strategy", -1)));
  }

  @Test
  void textTemplatesAreMergedAndNullRemovesOne() {
    put("/text_templates", json("text_templates", json("email_signature", "M.", "other", "x")));

    JsonNode templates =
        put("/text_templates", json("text_templates", json("other", null))).get("text_templates");

    assertEquals("M.", templates.get("email_signature").textValue());
    assertFalse(templates.has("other"));
    assertNames(
        "text_templates.a",
        underTest.put(path + "/text_templates", json("text_templates", json("a", 5))));
  }

  @Test
  void theLengthOfATextIsLimited() {
    assertNames(
        "text_templates.email_signature",
        underTest.put(
            path + "/text_templates",
            json("text_templates", json("email_signature", "x".repeat(5_001)))));
  }

  @Test
  void switchesOfFeedsAreTrueOrFalse() {
    for (String name : List.of("feed_full_content_enabled", "post_markdown_enabled")) {
      assertNames(
          "options." + name, underTest.put(path + "/options", json("options", json(name, "yes"))));
      assertFalse(
          put("/options", json("options", json(name, false)))
              .at("/list_options/" + name)
              .asBoolean(true));
    }
  }

  @Test
  void onlyWritersSeeWhoCannotSubscribe() {
    JsonNode channel =
        put(
            "/email_settings",
            json(
                "email_channel_enabled",
                false,
                "email_deny_list",
                List.of("Spam@Mail.Example", "spam@mail.example", "bad.example")));

    assertFalse(channel.get("email_channel_enabled").booleanValue());
    assertEquals(
        "[\"spam@mail.example\",\"bad.example\"]", channel.get("email_deny_list").toString());
    JsonNode open = author.nobody().get(path).data();
    assertEquals("[]", open.get("email_deny_list").toString());
    assertFalse(open.get("email_channel_enabled").booleanValue());
  }

  @Test
  void invalidDenyListEntriesAreRejected() {
    for (String entry : List.of("", "a b", "a@b@c", "<x@y.example>", "a\n@b.example")) {
      assertNames(
          "email_deny_list",
          underTest.put(path + "/email_settings", json("email_deny_list", List.of(entry))));
    }
  }

  @Test
  void onlyTheOwnerSetsThem() {
    for (Map.Entry<String, Object> call :
        Map.<String, Object>of(
                "/bulletin", json("bulletin", "x"),
                "/comment", json("comment_enabled", true),
                "/tweets", json("tweets_enabled", true),
                "/analytics", json("view_count_hidden", true),
                "/text_templates", json("text_templates", json()),
                "/email_settings", json("email_channel_enabled", true),
                "/cooperators", json("cooperators", List.of()),
                "/domain", json("domain", "stolen.example.net"),
                "/channel", json("telegram_channel_enabled", true))
            .entrySet()) {
      String below = path + call.getKey();
      assertEquals(401, author.nobody().put(below, call.getValue()).status(), below);
      assertEquals(403, author.somebodyElse().put(below, call.getValue()).status(), below);
    }
  }

  @Test
  void everyFieldOfAChannelIsThere() {
    JsonNode channel = author.nobody().get(path).data();

    for (String field :
        List.of(
            "premium_plans_enabled",
            "delivery_quota",
            "domain_status",
            "domain_check_expired_at",
            "domain_check_count",
            "telegram_channel_url",
            "discord_channel_invite_url",
            "line_channel_url",
            "twitter_account_url",
            "bluesky_profile_url",
            "slack_channel_invite_url",
            "challenge_site_key")) {
      assertTrue(channel.has(field), field);
    }
  }

  @Test
  void optionsThatAreActedOnHaveTheirType() {
    for (String flag :
        List.of("comment_enabled", "tweets_enabled", "view_count_hidden", "shorten_url_enabled")) {
      refuses(flag, "yes");
    }
    refuses("comment_strategy", 4);
    refuses("comment_strategy", "1");
    refuses("shorten_url_enabled", true);
    JsonNode options =
        put(
                "/options",
                json(
                    "options",
                    json("comment_enabled", false, "shorten_url_enabled", false, "own", 7)))
            .get("list_options");
    assertFalse(options.get("comment_enabled").booleanValue());
  }

  private void refuses(String option, Object value) {
    Reply reply = underTest.put(path + "/options", json("options", json(option, value)));
    assertEquals(422, reply.status(), option);
    assertEquals("options." + option, reply.body().get("field").textValue());
  }
}

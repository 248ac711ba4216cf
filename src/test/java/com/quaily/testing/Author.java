package com.quaily.testing;

import static com.quaily.testing.ApiClient.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.quaily.testing.TestInstance.Reply;

/**
 * A user with a channel.
 *
 * @param api logged in
 * @param slug of the channel
 */
public record Author(TestInstance instance, ApiClient api, String email, String slug) {

  /** A new user with a new channel. */
  public static Author of(TestInstance instance) {
    String email = ApiClient.newEmail();
    String slug = ApiClient.newSlug();
    ApiClient api = new ApiClient(instance).login(email);
    Reply created = api.post("/lists", json("slug", slug, "title", "Letters of " + slug));
    if (created.status() != 200) {
      throw new AssertionError("no channel: " + created.body());
    }
    return new Author(instance, api, email, slug);
  }

  /** The path of the channel's posts in the API. */
  public String posts() {
    return "/lists/" + slug + "/posts";
  }

  /** The address of a post's page. */
  public String page(String postSlug) {
    return "/" + slug + "/p/" + postSlug;
  }

  /** Saves a draft. */
  public JsonNode draft(String postSlug, String content) {
    return save(json("slug", postSlug, "title", "About " + postSlug, "content", content));
  }

  /** Saves a post that is published as of a date. */
  public JsonNode published(String postSlug, String content) {
    return save(
        json(
            "slug",
            postSlug,
            "title",
            "About " + postSlug,
            "content",
            content,
            "datetime",
            "2026-01-31T09:30:00Z"));
  }

  /** Saves a post. */
  public JsonNode save(Object body) {
    Reply reply = api.post(posts(), body);
    if (reply.status() != 200) {
      throw new AssertionError("not saved: " + reply.body());
    }
    return reply.data();
  }

  /** Another user, logged in. */
  public ApiClient somebodyElse() {
    return new ApiClient(instance).login(ApiClient.newEmail());
  }

  /** An anonymous client. */
  public ApiClient nobody() {
    return new ApiClient(instance);
  }

  /** What was shown, without scores: these come a moment after their posts. */
  public static JsonNode withoutScores(JsonNode shown) {
    JsonNode copy = shown.deepCopy();
    copy.findParents("score").forEach(post -> ((ObjectNode) post).remove("score"));
    return copy;
  }
}

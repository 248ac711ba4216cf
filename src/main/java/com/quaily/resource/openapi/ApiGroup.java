package com.quaily.resource.openapi;

import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import java.util.stream.Stream;

/** The groups of the description, in the order in which a reader meets them: one for each noun. */
enum ApiGroup {
  ACCOUNT("Accounts", "Login, users, API keys and tokens of limited life."),
  OAUTH("OAuth", "Applications, consent and their tokens."),
  CHANNEL("Channels", "Channels, their settings, domains, exports and deletion."),
  POST("Posts", "Posts, revisions, previews, packs, pinned posts and reactions."),
  MEDIA("Media", "Images and files, and photos to choose from."),
  SUBSCRIPTION(
      "Subscriptions", "Subscribing, confirming, unsubscribing and the list of subscribers."),
  DELIVERY("Deliveries", "Sending posts by email and to social networks."),
  COMMENT("Comments", "Comments, their moderation and their reactions."),
  TWEET("Tweets", "Short notes and the replies to them."),
  ABUSE("Abuse", "Reports to the operator."),
  ANALYTICS("Analytics", "Views, readers and reports."),
  SEARCH("Search", "Search and explore."),
  COMPOSER("Composer", "Titles, summaries, tags and images by a model."),
  CROSSPOST("Cross-posts", "Posts in other languages, in other channels of the same owner."),
  AI("AI", "Tasks of other services for the AI scheduler."),
  CREDIT("Credits", "Credits and what they pay for."),
  PAYMENT("Payments", "Plans and payments."),
  SITE("Site", "What clients need to know about this site.");

  private final Tag tag;

  ApiGroup(String title, String description) {
    this.tag = new Tag().name(title).description(description);
  }

  /**
   * The group of a resource, after the noun that its package is named for.
   *
   * @throws IllegalArgumentException when the noun has no group
   */
  static ApiGroup of(Class<?> resource) {
    String noun =
        resource.getPackageName().substring(resource.getPackageName().lastIndexOf('.') + 1);
    return Stream.of(values())
        .filter(group -> group.name().equalsIgnoreCase(noun))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No group for the noun " + noun));
  }

  static List<Tag> tags() {
    return Stream.of(values()).map(group -> group.tag).toList();
  }

  String title() {
    return tag.getName();
  }
}

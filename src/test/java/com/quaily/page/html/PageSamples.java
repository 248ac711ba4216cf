package com.quaily.page.html;

import com.quaily.model.Site;
import com.quaily.model.account.User;
import com.quaily.model.account.UserStatus;
import com.quaily.model.channel.Channel;
import com.quaily.model.channel.DomainStatus;
import com.quaily.model.post.Post;
import com.quaily.model.post.PostSummary;
import com.quaily.model.post.TagCount;
import com.quaily.page.html.ListPage.Kind;
import com.quaily.page.markdown.render.OutlineHeading;
import com.quaily.testing.Records;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Sample data for the tests of this package. */
public final class PageSamples {

  public static final Site SITE = new Site("Quaily", "https://quaily.example");
  public static final Instant FOUNDED = Instant.parse("2024-03-01T08:00:00Z");
  public static final Instant PUBLISHED = Instant.parse("2026-05-17T06:30:00Z");

  private PageSamples() {}

  public static User author(String name) {
    return new User(
        7,
        new UUID(0, 7),
        "writer@quaily.example",
        name,
        "",
        "",
        "/media/avatar.webp",
        UserStatus.values()[0],
        List.of(),
        Map.of(),
        FOUNDED);
  }

  public static Channel channel(Map<String, Object> options) {
    return channel("letters", "Field Letters", options);
  }

  public static Channel channel(String slug, String title, Map<String, Object> options) {
    return new Channel(
        12,
        slug,
        title,
        "Notes from the edge of the marsh",
        "One letter a week about birds, weather and patience.",
        "/media/avatar.webp",
        "/media/favicon.webp",
        7,
        List.of(),
        options,
        Map.of(),
        "",
        false,
        "",
        "",
        false,
        DomainStatus.UNCHECKED,
        null,
        0,
        true,
        List.of(),
        Map.of(),
        0,
        0,
        0,
        FOUNDED,
        FOUNDED);
  }

  /** The same channel on a custom domain. */
  public static Channel withDomain(Channel channel, String domain, String canonicalBase) {
    return Records.with(
        channel,
        Map.of(
            "customDomainEnabled", !domain.isEmpty(),
            "domain", domain,
            "canonicalBase", canonicalBase));
  }

  public static Post post() {
    return post("the-heron", "The heron does not hurry", "What standing still is for.");
  }

  public static Post post(String slug, String title, String summary) {
    return new Post(
        345,
        12,
        7,
        slug,
        title,
        summary,
        "",
        "",
        "/media/cover.webp?w=1200&h=630",
        List.of("birds", "slow work"),
        "",
        "",
        Map.of(),
        List.of(),
        PUBLISHED,
        PUBLISHED,
        null,
        null,
        null,
        3,
        0,
        240,
        PUBLISHED,
        PUBLISHED);
  }

  public static PostSummary summary(long id, String title) {
    return new PostSummary(
        id,
        "post-" + id,
        title,
        "A heron stood in the ditch for the whole of an hour, and I stood with it.",
        id % 3 == 0 ? "/media/cover.webp" : "",
        List.of("birds"),
        "",
        PUBLISHED.minusSeconds(id * 86_400),
        null,
        1,
        0,
        180,
        id % 4 == 0);
  }

  public static List<PostSummary> summaries(int count) {
    List<PostSummary> posts = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      posts.add(summary(i, "Letter number " + i));
    }
    return posts;
  }

  public static ArticlePage article(Channel channel, Post post) {
    return article(channel, post, "<p>It waits.</p>");
  }

  public static ArticlePage article(Channel channel, Post post, String bodyHtml) {
    return new ArticlePage(
        channel,
        List.of(author("Ada Marsh")),
        post,
        bodyHtml,
        List.of(
            new OutlineHeading(2, "Standing", "standing"),
            new OutlineHeading(3, "On one leg", "on-one-leg"),
            new OutlineHeading(2, "Leaving", "leaving")),
        false,
        Optional.of(summary(1, "Reeds in winter")),
        Optional.of(summary(2, "A thaw")),
        List.of(),
        Optional.empty(),
        false,
        0);
  }

  public static ListPage list(Channel channel, Kind kind, int number, int lastNumber) {
    return new ListPage(
        channel,
        author("Ada Marsh"),
        kind,
        kind == Kind.TAG ? "slow work" : "",
        number,
        lastNumber,
        kind == Kind.INDEX ? List.of(summary(4, "Start here")) : List.of(),
        summaries(12),
        140,
        List.of(new TagCount("birds", 80), new TagCount("slow work", 3)));
  }
}

package com.quaily.page.html;

import com.quaily.model.account.User;
import com.quaily.model.channel.Channel;
import com.quaily.model.post.Pack;
import com.quaily.model.post.PostSummary;
import com.quaily.model.tweet.Tweet;
import com.quaily.page.markdown.render.MediaLookup;
import com.quaily.page.style.StyleSelection;
import com.quaily.page.template.Html;
import com.quaily.page.template.Messages;
import com.quaily.page.template.PageLanguage;
import com.quaily.page.template.Templates;
import com.quaily.page.url.PageUrls;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Renders the pages beside the posts: about, bower, packs. Thread-safe. */
public final class CompanionPages {

  /** The services on which a channel can be followed: setting → name. */
  private static final Map<String, String> SERVICES =
      Map.of(
          "telegram_channel_url", "Telegram",
          "discord_channel_invite_url", "Discord",
          "line_channel_url", "LINE",
          "twitter_account_url", "X",
          "bluesky_profile_url", "Bluesky",
          "slack_channel_invite_url", "Slack");

  private final Templates templates;
  private final PageUrls urls;
  private final PageFrame frame;
  private final PostEntries entries;
  private final MediaLookup media;

  CompanionPages(
      Templates templates, PageUrls urls, PageFrame frame, PostEntries entries, MediaLookup media) {
    this.templates = templates;
    this.urls = urls;
    this.frame = frame;
    this.entries = entries;
    this.media = media;
  }

  /**
   * A note of the bower.
   *
   * @param html sanitized; empty for a premium note
   */
  public record Note(Tweet tweet, String author, String html) {}

  /**
   * What the channel is about.
   *
   * @param writers the owner first
   * @param hasPacks whether there is a page with packs to link to
   */
  public String about(Channel channel, List<User> writers, boolean hasPacks) {
    Messages messages = Messages.of(channel.language());
    String title = messages.format("about.title", channel.title());
    Map<String, Object> values = values(channel, title, urls.about(channel));
    values.put("title", channel.title());
    values.put("portrait", urls.picture(channel, channel.avatarImageUrl()));
    values.put("tagline", channel.tagline());
    values.put("about", channel.description());
    values.put("writers", writers.stream().map(writer -> writer(channel, writer)).toList());
    values.put("ways", ways(channel, messages, hasPacks));
    return templates.render("about", values);
  }

  private Map<String, Object> writer(Channel channel, User writer) {
    String avatar = writer.avatarImageUrl();
    boolean isShown = !urls.absolute(avatar).isEmpty();
    return Map.of(
        "name", writer.name(),
        "href", urls.siteLink(channel, "/user/" + writer.id()),
        "bio", writer.bio(),
        "src", isShown ? urls.picture(channel, avatar) : "",
        "sources", isShown ? frame.portrait(channel, avatar) : "");
  }

  private List<Map<String, String>> ways(Channel channel, Messages messages, boolean hasPacks) {
    List<Map<String, String>> ways = new ArrayList<>();
    ways.add(way(messages.get("nav.posts"), urls.link(channel, urls.index(channel))));
    if (channel.hasTweets()) {
      ways.add(way(messages.get("bower"), urls.link(channel, urls.bower(channel))));
    }
    if (hasPacks) {
      ways.add(way(messages.get("packs"), urls.link(channel, urls.packs(channel))));
    }
    SERVICES.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .filter(service -> !channel.pushUrl(service.getKey()).isEmpty())
        .forEach(service -> ways.add(way(service.getValue(), channel.pushUrl(service.getKey()))));
    return ways;
  }

  private static Map<String, String> way(String name, String href) {
    return Map.of("name", name, "href", href);
  }

  /**
   * The notes, in this order.
   *
   * @param more whether there are older ones, which a script can fetch
   */
  public String bower(Channel channel, List<Note> notes, boolean more) {
    Messages messages = Messages.of(channel.language());
    ZoneId zone = PageLanguage.zone(channel);
    Map<String, Object> values = values(channel, messages.get("bower"), urls.bower(channel));
    values.put("more", more);
    values.put(
        "notes",
        notes.stream()
            .map(
                note ->
                    Map.<String, Object>of(
                        "id", Long.toString(note.tweet().id()),
                        "author", note.author(),
                        "iso", PageDates.iso(note.tweet().createdAt()),
                        "date", messages.date(note.tweet().createdAt(), zone),
                        "pinned", note.tweet().pinned(),
                        "premium", note.tweet().premium(),
                        "body", new Html(note.html())))
            .toList());
    return templates.render("bower", values);
  }

  /** The list of packs. */
  public String packs(Channel channel, List<Pack> packs) {
    Messages messages = Messages.of(channel.language());
    Map<String, Object> values = values(channel, messages.get("packs"), urls.packs(channel));
    values.put("about", "");
    values.put("count", "");
    values.put("packs", packs.stream().map(pack -> entry(channel, messages, pack)).toList());
    values.put("posts", List.of());
    return templates.render("packs", values);
  }

  private Map<String, Object> entry(Channel channel, Messages messages, Pack pack) {
    Map<String, Object> entry = new HashMap<>();
    entry.put("href", urls.link(channel, urls.pack(channel, pack)));
    entry.put("title", pack.title());
    entry.put("description", pack.description());
    entry.put("count", messages.count("posts", pack.postIds().size()));
    String cover = urls.picture(channel, pack.coverImageUrl());
    Picture.of(pack.coverImageUrl(), cover, media).put(entry);
    return entry;
  }

  /** A pack with its posts, in this order. */
  public String pack(Channel channel, Pack pack, List<PostSummary> posts) {
    Messages messages = Messages.of(channel.language());
    Map<String, Object> values = values(channel, pack.title(), urls.pack(channel, pack));
    if (!pack.description().isEmpty()) {
      values.put("description", pack.description());
    }
    values.put("about", pack.description());
    values.put("count", messages.count("posts", posts.size()));
    values.put("packs", List.of());
    values.put("posts", entries.of(channel, posts));
    return templates.render("packs", values);
  }

  private Map<String, Object> values(Channel channel, String title, String url) {
    Map<String, Object> values =
        frame.ofChannel(
            channel,
            channel.language().tag(),
            StyleSelection.of(StyleSelection.Sheet.LIST, channel));
    values.put("title", title);
    values.put(
        "headTitle", title.contains(channel.title()) ? title : title + " – " + channel.title());
    values.put(
        "description", channel.description().isEmpty() ? channel.tagline() : channel.description());
    values.put("canonical", url);
    values.put("ogType", "website");
    values.put("ogLocale", PageLanguage.openGraph(channel.language().tag()));
    values.put("ogImage", urls.absolute(channel.avatarImageUrl()));
    values.put("twitterCard", "summary");
    return values;
  }
}

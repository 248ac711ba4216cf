package com.quaily.page.feed;

import com.quaily.model.JsonText;
import com.quaily.model.account.User;
import com.quaily.model.channel.Channel;
import com.quaily.model.page.FeedFormat;
import com.quaily.model.post.Post;
import com.quaily.page.feed.FeedPage.Enclosure;
import com.quaily.page.feed.FeedPage.FeedEntry;
import com.quaily.page.url.PageUrls;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON Feed 1.1. */
final class JsonFeed {

  private final PageUrls urls;
  private final FeedIds ids;
  private final List<URI> hubs;

  JsonFeed(PageUrls urls, FeedIds ids, List<URI> hubs) {
    this.hubs = hubs;
    this.urls = urls;
    this.ids = ids;
  }

  byte[] render(FeedPage page) {
    Channel channel = page.channel();
    Map<String, Object> feed = new LinkedHashMap<>();
    feed.put("version", "https://jsonfeed.org/version/1.1");
    feed.put("title", channel.title());
    feed.put("home_page_url", urls.index(channel));
    feed.put("feed_url", urls.feed(channel, FeedFormat.JSON));
    put(feed, "description", channel.description());
    put(feed, "icon", urls.absolute(channel.avatarImageUrl()));
    put(feed, "favicon", urls.absolute(channel.faviconImageUrl()));
    feed.put("authors", List.of(author(page.author())));
    feed.put("language", channel.language().tag());
    if (!hubs.isEmpty()) {
      feed.put(
          "hubs",
          hubs.stream().map(hub -> Map.of("type", "WebSub", "url", hub.toString())).toList());
    }
    feed.put("items", page.entries().stream().map(entry -> item(channel, entry)).toList());
    return JsonText.write(feed).getBytes(StandardCharsets.UTF_8);
  }

  private Map<String, Object> item(Channel channel, FeedEntry source) {
    Post post = source.post();
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("id", ids.of(channel, post));
    item.put("url", urls.article(channel, post.slug()));
    item.put("title", post.title());
    putContent(item, source);
    put(item, "summary", source.summary());
    put(item, "image", urls.absolute(post.coverImageUrl()));
    item.put("date_published", post.publishedAt().toString());
    item.put("date_modified", source.updated().toString());
    item.put("authors", source.authors().stream().map(this::author).toList());
    item.put("tags", post.tags());
    put(item, "language", post.lang());
    if (!source.enclosures().isEmpty()) {
      item.put("attachments", source.enclosures().stream().map(JsonFeed::attachment).toList());
    }
    return item;
  }

  /** JSON Feed requires content, whichever there is. */
  private static void putContent(Map<String, Object> item, FeedEntry source) {
    if (source.html().isEmpty()) {
      item.put("content_text", source.summary());
    } else {
      item.put("content_html", source.html());
    }
  }

  private static Map<String, Object> attachment(Enclosure enclosure) {
    Map<String, Object> attachment = new LinkedHashMap<>();
    attachment.put("url", enclosure.url());
    attachment.put("mime_type", enclosure.mimeType());
    if (enclosure.length() > 0) {
      attachment.put("size_in_bytes", enclosure.length());
    }
    return attachment;
  }

  private Map<String, Object> author(User user) {
    Map<String, Object> author = new LinkedHashMap<>();
    author.put("name", user.name());
    put(author, "avatar", urls.absolute(user.avatarImageUrl()));
    return author;
  }

  private static void put(Map<String, Object> object, String name, String value) {
    if (!value.isEmpty()) {
      object.put(name, value);
    }
  }
}

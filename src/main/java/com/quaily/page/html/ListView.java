package com.quaily.page.html;

import com.quaily.model.channel.Channel;
import com.quaily.model.post.PostSummary;
import com.quaily.model.post.TagCount;
import com.quaily.page.html.ListPage.Kind;
import com.quaily.page.style.StyleSelection;
import com.quaily.page.template.Messages;
import com.quaily.page.template.PageLanguage;
import com.quaily.page.url.PageUrls;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Builds the values of {@code list.vm}. */
final class ListView {

  /** Number of numbered pages that the index combines. */
  private static final int PAGES_ON_INDEX = 2;

  private final PageUrls urls;
  private final PageFrame frame;
  private final PostEntries entries;
  private final StructuredData structuredData;

  ListView(PageUrls urls, PageFrame frame, PostEntries entries) {
    this.urls = urls;
    this.frame = frame;
    this.entries = entries;
    this.structuredData = new StructuredData(urls);
  }

  Map<String, Object> values(ListPage page) {
    Channel channel = page.channel();
    Messages messages = Messages.of(channel.language());
    Map<String, Object> values =
        frame.ofChannel(
            channel,
            channel.language().tag(),
            StyleSelection.of(StyleSelection.Sheet.LIST, channel));
    boolean index = page.kind() == Kind.INDEX;
    String title = title(page, messages);
    values.put("kind", page.kind().name());
    values.put("title", title);
    values.put("rubric", messages.get(index ? "latest" : "nav.posts"));
    values.put("tagline", index ? channel.tagline() : "");
    values.put("about", index ? channel.description() : "");
    values.put("portrait", index ? urls.picture(channel, channel.avatarImageUrl()) : "");
    values.put("count", index ? "" : messages.count("posts", page.totalPosts()));
    values.put("pinned", entries.of(channel, page.pinned()));
    values.put("posts", entries.of(channel, unpinned(page)));
    values.put("tags", tags(channel, page.tags()));
    putHead(values, page, title);
    putNeighbors(values, page);
    return values;
  }

  private static String title(ListPage page, Messages messages) {
    String channel = page.channel().title();
    return switch (page.kind()) {
      case INDEX -> channel;
      case NUMBERED -> messages.format("page", channel, messages.number(page.number()));
      case TAG -> messages.format("tagged", page.tag());
    };
  }

  private void putHead(Map<String, Object> values, ListPage page, String title) {
    Channel channel = page.channel();
    String tagline = channel.tagline();
    boolean index = page.kind() == Kind.INDEX;
    String suffix = index ? tagline : page.kind() == Kind.TAG ? channel.title() : "";
    values.put("headTitle", suffix.isEmpty() ? title : title + " – " + suffix);
    values.put("description", channel.description().isEmpty() ? tagline : channel.description());
    String url = url(page);
    values.put("canonical", url);
    values.put("robots", "max-image-preview:large");
    values.put("jsonLd", structuredData.list(page, title, url));
    values.put("ogType", "website");
    values.put("ogLocale", PageLanguage.openGraph(channel.language().tag()));
    values.put("ogImage", urls.absolute(channel.avatarImageUrl()));
    values.put("twitterCard", "summary");
  }

  private String url(ListPage page) {
    return switch (page.kind()) {
      case INDEX -> urls.index(page.channel());
      case NUMBERED -> urls.numbered(page.channel(), page.number());
      case TAG -> urls.tag(page.channel(), page.tag());
    };
  }

  private void putNeighbors(Map<String, Object> values, ListPage page) {
    Channel channel = page.channel();
    int older = 0;
    if (page.kind() == Kind.INDEX) {
      older = page.lastNumber() - PAGES_ON_INDEX;
    } else if (page.kind() == Kind.NUMBERED) {
      older = page.number() - 1;
      boolean newest = page.number() >= page.lastNumber();
      String newer = newest ? urls.index(channel) : urls.numbered(channel, page.number() + 1);
      values.put("newerHref", urls.link(channel, newer));
      values.put("newerRel", "prev");
    }
    if (older > 0) {
      values.put("olderHref", urls.link(channel, urls.numbered(channel, older)));
      values.put("olderRel", "next");
    }
  }

  /** The posts without those shown as pinned. */
  private static List<PostSummary> unpinned(ListPage page) {
    Set<Long> pinned = new HashSet<>();
    page.pinned().forEach(post -> pinned.add(post.id()));
    return page.posts().stream().filter(post -> !pinned.contains(post.id())).toList();
  }

  private List<Map<String, String>> tags(Channel channel, List<TagCount> tags) {
    List<Map<String, String>> links = new ArrayList<>();
    for (TagCount count : tags) {
      String href = urls.link(channel, urls.tag(channel, count.tag()));
      links.add(Map.of("name", count.tag(), "href", href, "posts", Long.toString(count.posts())));
    }
    return links;
  }
}

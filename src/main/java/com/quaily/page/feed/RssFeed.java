package com.quaily.page.feed;

import com.quaily.model.Site;
import com.quaily.model.channel.Channel;
import com.quaily.model.page.FeedFormat;
import com.quaily.model.post.Post;
import com.quaily.page.feed.FeedPage.FeedEntry;
import com.quaily.page.template.XmlText;
import com.quaily.page.url.PageUrls;
import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.module.DCModuleImpl;
import com.rometools.rome.feed.rss.Category;
import com.rometools.rome.feed.rss.Content;
import com.rometools.rome.feed.rss.Description;
import com.rometools.rome.feed.rss.Enclosure;
import com.rometools.rome.feed.rss.Guid;
import com.rometools.rome.feed.rss.Image;
import com.rometools.rome.feed.rss.Item;
import java.net.URI;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.jdom2.Element;
import org.jdom2.Namespace;

/** RSS 2.0 with full content, authors' names and a link to itself. */
final class RssFeed {

  private static final Namespace ATOM =
      Namespace.getNamespace("atom", "http://www.w3.org/2005/Atom");

  private final Site site;
  private final PageUrls urls;
  private final FeedIds ids;
  private final List<URI> hubs;

  RssFeed(Site site, PageUrls urls, FeedIds ids, List<URI> hubs) {
    this.hubs = hubs;
    this.site = site;
    this.urls = urls;
    this.ids = ids;
  }

  byte[] render(FeedPage page) {
    Channel channel = page.channel();
    com.rometools.rome.feed.rss.Channel feed = new com.rometools.rome.feed.rss.Channel("rss_2.0");
    feed.setTitle(XmlText.clean(channel.title()));
    feed.setLink(urls.index(channel));
    feed.setDescription(XmlText.clean(description(channel)));
    feed.setLanguage(channel.language().tag());
    feed.setLastBuildDate(Date.from(page.updated()));
    feed.setGenerator(XmlText.clean(site.name()));
    String logo = urls.absolute(channel.avatarImageUrl());
    if (!logo.isEmpty()) {
      Image image = new Image();
      image.setUrl(logo);
      image.setTitle(feed.getTitle());
      image.setLink(feed.getLink());
      // Rome would write -1, its own value for unknown.
      image.setWidth(null);
      image.setHeight(null);
      feed.setImage(image);
    }
    feed.setItems(page.entries().stream().map(entry -> item(channel, entry)).toList());
    return XmlFeed.write(feed, root -> addLinks(root, urls.feed(channel, FeedFormat.RSS)));
  }

  /** RSS requires a description; a channel may have none. */
  private static String description(Channel channel) {
    if (!channel.description().isEmpty()) {
      return channel.description();
    }
    return channel.tagline().isEmpty() ? channel.title() : channel.tagline();
  }

  private Item item(Channel channel, FeedEntry source) {
    Post post = source.post();
    Item item = new Item();
    item.setTitle(XmlText.clean(post.title()));
    item.setLink(urls.article(channel, post.slug()));
    Guid guid = new Guid();
    guid.setValue(ids.of(channel, post));
    guid.setPermaLink(false);
    item.setGuid(guid);
    item.setPubDate(Date.from(post.publishedAt()));
    item.setCategories(post.tags().stream().map(RssFeed::category).toList());
    item.setEnclosures(enclosures(source));
    Description summary = new Description();
    summary.setType("text/plain");
    summary.setValue(XmlText.clean(source.summary()));
    item.setDescription(summary);
    if (!source.html().isEmpty()) {
      Content content = new Content();
      content.setType(Content.HTML);
      content.setValue(XmlText.clean(source.html()));
      item.setContent(content);
    }
    DCModule dublinCore = new DCModuleImpl();
    dublinCore.setCreators(
        source.authors().stream().map(author -> XmlText.clean(author.name())).toList());
    item.setModules(new ArrayList<>(List.of(dublinCore)));
    return item;
  }

  private static Category category(String tag) {
    Category category = new Category();
    category.setValue(XmlText.clean(tag));
    return category;
  }

  /** RSS allows one enclosure per item; readers ignore or confuse additional ones. */
  private static List<Enclosure> enclosures(FeedEntry source) {
    return source.enclosures().stream()
        .limit(1)
        .map(
            file -> {
              Enclosure enclosure = new Enclosure();
              enclosure.setUrl(file.url());
              enclosure.setType(file.mimeType());
              // RSS requires a length, and its best practice is 0 for one that is not known.
              enclosure.setLength(file.length());
              return enclosure;
            })
        .toList();
  }

  /** To the feed itself, and to the hubs that tell about its changes. */
  private void addLinks(Element root, String url) {
    root.addNamespaceDeclaration(ATOM);
    Element channel = root.getChild("channel");
    for (URI hub : hubs) {
      channel.addContent(0, link("hub").setAttribute("href", hub.toString()));
    }
    channel.addContent(
        0, link("self").setAttribute("type", "application/rss+xml").setAttribute("href", url));
  }

  private static Element link(String relation) {
    return new Element("link", ATOM).setAttribute("rel", relation);
  }
}

package com.quaily.page.feed;

import com.quaily.model.Site;
import com.quaily.model.account.User;
import com.quaily.model.channel.Channel;
import com.quaily.model.page.FeedFormat;
import com.quaily.model.post.Post;
import com.quaily.page.feed.FeedPage.Enclosure;
import com.quaily.page.feed.FeedPage.FeedEntry;
import com.quaily.page.template.XmlText;
import com.quaily.page.url.PageUrls;
import com.rometools.rome.feed.atom.Category;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Generator;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import com.rometools.rome.feed.synd.SyndPerson;
import java.net.URI;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.jdom2.Element;
import org.jdom2.Namespace;

/** Atom, RFC 4287. */
final class AtomFeed {

  private final Site site;
  private final PageUrls urls;
  private final FeedIds ids;
  private final List<URI> hubs;

  AtomFeed(Site site, PageUrls urls, FeedIds ids, List<URI> hubs) {
    this.hubs = hubs;
    this.site = site;
    this.urls = urls;
    this.ids = ids;
  }

  byte[] render(FeedPage page) {
    Channel channel = page.channel();
    Feed feed = new Feed("atom_1.0");
    feed.setId(ids.of(channel));
    feed.setTitle(XmlText.clean(channel.title()));
    String subtitle = channel.tagline().isEmpty() ? channel.description() : channel.tagline();
    if (!subtitle.isEmpty()) {
      feed.setSubtitle(text("text", subtitle));
    }
    feed.setUpdated(Date.from(page.updated()));
    feed.setAlternateLinks(List.of(link("alternate", "text/html", urls.index(channel))));
    feed.setOtherLinks(links(channel));
    feed.setAuthors(List.of(person(page.author())));
    Generator generator = new Generator();
    generator.setValue(XmlText.clean(site.name()));
    generator.setUrl(site.url("/"));
    feed.setGenerator(generator);
    String logo = urls.absolute(channel.avatarImageUrl());
    if (!logo.isEmpty()) {
      feed.setLogo(logo);
    }
    feed.setEntries(page.entries().stream().map(entry -> entry(channel, entry)).toList());
    return XmlFeed.write(feed, root -> setLanguages(root, page));
  }

  /** To the feed itself, and to the hubs that tell about its changes. */
  private List<Link> links(Channel channel) {
    List<Link> links = new ArrayList<>();
    links.add(link("self", "application/atom+xml", urls.feed(channel, FeedFormat.ATOM)));
    for (URI hub : hubs) {
      links.add(link("hub", null, hub.toString()));
    }
    return links;
  }

  private Entry entry(Channel channel, FeedEntry source) {
    Post post = source.post();
    Entry entry = new Entry();
    entry.setId(ids.of(channel, post));
    entry.setTitleEx(text("text", post.title()));
    entry.setPublished(Date.from(post.publishedAt()));
    entry.setUpdated(Date.from(source.updated()));
    entry.setAlternateLinks(
        List.of(link("alternate", "text/html", urls.article(channel, post.slug()))));
    entry.setOtherLinks(source.enclosures().stream().map(AtomFeed::enclosure).toList());
    entry.setAuthors(source.authors().stream().map(AtomFeed::person).toList());
    entry.setCategories(categories(post));
    if (!source.summary().isEmpty()) {
      entry.setSummary(text("text", source.summary()));
    }
    if (!source.html().isEmpty()) {
      entry.setContents(List.of(text("html", source.html())));
    }
    return entry;
  }

  private static List<Category> categories(Post post) {
    List<Category> categories = new ArrayList<>();
    for (String tag : post.tags()) {
      Category category = new Category();
      category.setTerm(XmlText.clean(tag));
      categories.add(category);
    }
    return categories;
  }

  private static Content text(String type, String value) {
    Content content = new Content();
    content.setType(type);
    content.setValue(XmlText.clean(value));
    return content;
  }

  private static Link link(String relation, String type, String href) {
    Link link = new Link();
    link.setRel(relation);
    link.setType(type);
    link.setHref(href);
    return link;
  }

  private static Link enclosure(Enclosure enclosure) {
    Link link = link("enclosure", enclosure.mimeType(), enclosure.url());
    if (enclosure.length() > 0) {
      link.setLength(enclosure.length());
    }
    return link;
  }

  private static SyndPerson person(User user) {
    Person person = new Person();
    person.setName(XmlText.clean(user.name()));
    return person;
  }

  /** Rome's model does not support {@code xml:lang}. */
  private static void setLanguages(Element root, FeedPage page) {
    root.setAttribute("lang", page.channel().language().tag(), Namespace.XML_NAMESPACE);
    List<Element> entries = root.getChildren("entry", root.getNamespace());
    for (int i = 0; i < entries.size(); i++) {
      String lang = page.entries().get(i).post().lang();
      if (!lang.isEmpty()) {
        entries.get(i).setAttribute("lang", lang, Namespace.XML_NAMESPACE);
      }
    }
  }
}

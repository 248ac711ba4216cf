package com.quaily.page.html;

import com.quaily.model.JsonText;
import com.quaily.model.channel.Channel;
import com.quaily.model.post.Post;
import com.quaily.model.post.PostSummary;
import com.quaily.page.template.Html;
import com.quaily.page.url.PageUrls;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Structured data for search engines: schema.org JSON-LD, escaped for a script element. */
final class StructuredData {

  private final PageUrls urls;

  StructuredData(PageUrls urls) {
    this.urls = urls;
  }

  /** The article and its breadcrumbs. */
  Html article(ArticlePage page, String description, String image) {
    Channel channel = page.channel();
    Post post = page.post();
    String url = urls.article(channel, post.slug());
    Map<String, Object> article = new LinkedHashMap<>();
    article.put("@type", "Article");
    article.put("@id", url);
    article.put("url", url);
    article.put("mainEntityOfPage", url);
    article.put("headline", post.title());
    put(article, "description", description);
    put(article, "image", image);
    put(article, "datePublished", post.publishedAt());
    put(article, "dateModified", modified(post));
    article.put("inLanguage", page.lang());
    List<Map<String, Object>> authors =
        page.authors().stream().map(user -> person(user.name(), user.avatarImageUrl())).toList();
    article.put("author", authors.size() == 1 ? authors.get(0) : authors);
    article.put("publisher", publisher(channel));
    article.put("isPartOf", Map.of("@id", urls.index(channel)));
    put(article, "keywords", String.join(", ", post.tags()));
    if (post.readingSeconds() > 0) {
      article.put("timeRequired", "PT" + Math.max(1, (post.readingSeconds() + 30) / 60) + "M");
    }
    article.put("isAccessibleForFree", !post.hasPaidContent());
    return graph(article, breadcrumbs(channel, post.title(), url));
  }

  /** The channel with the posts on the list. */
  Html list(ListPage page, String title, String url) {
    Channel channel = page.channel();
    Map<String, Object> blog = new LinkedHashMap<>();
    blog.put("@type", "Blog");
    blog.put("@id", urls.index(channel));
    blog.put("url", urls.index(channel));
    blog.put("name", channel.title());
    put(blog, "description", channel.description());
    blog.put("inLanguage", channel.language().tag());
    blog.put("publisher", publisher(channel));
    List<Object> posts = new ArrayList<>();
    for (PostSummary post : page.posts()) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("@type", "BlogPosting");
      entry.put("headline", post.title());
      entry.put("url", urls.article(channel, post.slug()));
      put(entry, "datePublished", post.publishedAt());
      posts.add(entry);
    }
    blog.put("blogPost", posts);
    return page.kind() == ListPage.Kind.INDEX
        ? graph(blog)
        : graph(blog, breadcrumbs(channel, title, url));
  }

  private Map<String, Object> publisher(Channel channel) {
    Map<String, Object> publisher = new LinkedHashMap<>();
    publisher.put("@type", "Organization");
    publisher.put("name", channel.title());
    publisher.put("url", urls.index(channel));
    put(publisher, "logo", urls.absolute(channel.avatarImageUrl()));
    return publisher;
  }

  private Map<String, Object> person(String name, String avatar) {
    Map<String, Object> person = new LinkedHashMap<>();
    person.put("@type", "Person");
    person.put("name", name);
    put(person, "image", urls.absolute(avatar));
    return person;
  }

  private Map<String, Object> breadcrumbs(Channel channel, String name, String url) {
    Map<String, Object> breadcrumbs = new LinkedHashMap<>();
    breadcrumbs.put("@type", "BreadcrumbList");
    breadcrumbs.put(
        "itemListElement",
        List.of(crumb(1, channel.title(), urls.index(channel)), crumb(2, name, url)));
    return breadcrumbs;
  }

  private static Map<String, Object> crumb(int position, String name, String url) {
    Map<String, Object> crumb = new LinkedHashMap<>();
    crumb.put("@type", "ListItem");
    crumb.put("position", position);
    crumb.put("name", name);
    crumb.put("item", url);
    return crumb;
  }

  private static Instant modified(Post post) {
    return post.modifiedAt() == null ? post.publishedAt() : post.modifiedAt();
  }

  private static void put(Map<String, Object> object, String name, Object value) {
    if (value != null && !value.toString().isEmpty()) {
      object.put(name, value.toString());
    }
  }

  private static Html graph(Object... nodes) {
    Map<String, Object> graph = new LinkedHashMap<>();
    graph.put("@context", "https://schema.org");
    graph.put("@graph", nodes);
    return new Html(forScriptElement(JsonText.write(graph)));
  }

  /** Escapes characters that could end the element; in JSON they occur only in strings. */
  private static String forScriptElement(String json) {
    return json.replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }
}

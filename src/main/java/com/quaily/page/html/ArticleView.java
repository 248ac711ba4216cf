package com.quaily.page.html;

import com.quaily.model.channel.Channel;
import com.quaily.model.page.PageKeys;
import com.quaily.model.post.Post;
import com.quaily.model.post.PostOption;
import com.quaily.model.post.PostSummary;
import com.quaily.page.html.ArticlePage.Translation;
import com.quaily.page.markdown.Markdown;
import com.quaily.page.markdown.render.MediaLookup;
import com.quaily.page.style.StyleSelection;
import com.quaily.page.style.Theme;
import com.quaily.page.template.Html;
import com.quaily.page.template.Messages;
import com.quaily.page.template.PageLanguage;
import com.quaily.page.typography.SmartPunctuation;
import com.quaily.page.url.PageUrls;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds the values of {@code article.vm}. */
final class ArticleView {

  private static final int DESCRIPTION_LENGTH = 160;

  private final PageUrls urls;
  private final PageFrame frame;
  private final ChannelTexts texts;
  private final PageAssets assets;
  private final Markdown markdown;
  private final MediaLookup media;
  private final StructuredData structuredData;

  ArticleView(
      PageUrls urls,
      PageFrame frame,
      ChannelTexts texts,
      PageAssets assets,
      Markdown markdown,
      MediaLookup media) {
    this.texts = texts;
    this.media = media;
    this.urls = urls;
    this.frame = frame;
    this.assets = assets;
    this.markdown = markdown;
    this.structuredData = new StructuredData(urls);
  }

  Map<String, Object> values(ArticlePage page) {
    Channel channel = page.channel();
    Post post = page.post();
    Html outline = outline(page);
    StyleSelection look =
        new StyleSelection(
            StyleSelection.Sheet.ARTICLE,
            Theme.named(post.theme(), Theme.of(channel)),
            StyleSelection.Extra.of(outline, page.bodyHtml()),
            StyleSelection.sharesIn(page.bodyHtml()));
    Map<String, Object> values = frame.ofChannel(channel, page.lang(), look);
    values.put("title", post.title());
    values.put("headTitle", post.title() + " – " + channel.title());
    values.put("standfirst", post.summary());
    values.put("body", new Html(page.bodyHtml()));
    values.put("outline", outline);
    values.put("paid", post.hasPaidContent());
    values.put("benefits", post.hasPaidContent() ? texts.benefits(channel) : List.of());
    values.put("preview", page.preview());
    values.put("countedPost", page.isCounted() ? String.valueOf(post.id()) : "");
    values.put("api", urls.siteLink(channel, "/api"));
    values.put("reportHref", urls.report(channel, post.slug()));
    values.put("discussed", page.isCounted() && page.takesComments());
    putCover(values, channel, post);
    putByline(values, page);
    putLinks(values, page);
    putHead(values, page);
    values.put("scripts", scripts(page));
    return values;
  }

  private static Html outline(ArticlePage page) {
    Optional<Boolean> wanted = page.post().option(PostOption.OUTLINE_ENABLED);
    if (wanted.isEmpty()) {
      return Outline.of(page.outline());
    }
    return wanted.get() ? Outline.ofAny(page.outline()) : Html.NONE;
  }

  private void putHead(Map<String, Object> values, ArticlePage page) {
    Post post = page.post();
    Channel channel = page.channel();
    String description =
        post.summary().isBlank()
            ? SmartPunctuation.of(
                markdown.plainText(post.content(), DESCRIPTION_LENGTH), page.lang())
            : post.summary();
    values.put("description", description);
    values.put("robots", page.preview() ? "noindex,nofollow" : "max-image-preview:large");
    String image = urls.absolute(post.coverImageUrl());
    values.put("ogImage", image.isEmpty() ? urls.absolute(channel.avatarImageUrl()) : image);
    values.put("ogType", "article");
    values.put("ogLocale", PageLanguage.openGraph(page.lang()));
    values.put("twitterCard", image.isEmpty() ? "summary" : "summary_large_image");
    values.put("ogProperties", properties(page));
    if (page.preview()) {
      values.put("canonical", "");
      values.put("ogType", "");
    } else {
      values.put("canonical", urls.article(channel, post.slug()));
      values.put(
          "markdownHref",
          channel.offersMarkdown() ? urls.article(channel, post.slug()) + PageKeys.MARKDOWN : "");
      values.put("jsonLd", structuredData.article(page, description, image));
    }
  }

  private static List<Map<String, String>> properties(ArticlePage page) {
    List<Map<String, String>> properties = new ArrayList<>();
    Post post = page.post();
    if (post.isPublished()) {
      properties.add(property("article:published_time", PageDates.iso(post.publishedAt())));
    }
    if (post.modifiedAt() != null) {
      properties.add(property("article:modified_time", PageDates.iso(post.modifiedAt())));
    }
    page.authorNames().forEach(name -> properties.add(property("article:author", name)));
    for (String tag : post.tags()) {
      properties.add(property("article:tag", tag));
    }
    return properties;
  }

  private static Map<String, String> property(String name, String value) {
    return Map.of("name", name, "value", value);
  }

  private void putCover(Map<String, Object> values, Channel channel, Post post) {
    String src = urls.picture(channel, post.coverImageUrl());
    Picture.of(post.coverImageUrl(), src, media).put(values);
  }

  private void putByline(Map<String, Object> values, ArticlePage page) {
    Post post = page.post();
    Messages messages = Messages.of(page.channel().language());
    ZoneId zone = PageLanguage.zone(page.channel());
    values.put("authorNames", messages.list(page.authorNames()));
    values.put(
        "authorAvatars",
        page.authors().stream()
            .filter(author -> !urls.absolute(author.avatarImageUrl()).isEmpty())
            .map(author -> avatar(page.channel(), author.avatarImageUrl()))
            .toList());
    values.put("madeWithAi", post.option(PostOption.AI_LABEL).orElse(false));
    Instant published = post.publishedAt();
    values.put("published", published == null ? "" : messages.date(published, zone));
    values.put("publishedIso", published == null ? "" : PageDates.iso(published));
    boolean changed = post.modifiedAt() != null && changedOnALaterDay(post, zone);
    values.put(
        "updated",
        changed ? messages.format("updated", messages.date(post.modifiedAt(), zone)) : "");
    values.put("updatedIso", changed ? PageDates.iso(post.modifiedAt()) : "");
    values.put(
        "corrections",
        post.corrections().stream()
            .map(
                correction ->
                    Map.of(
                        "dateIso", PageDates.iso(correction.at()),
                        "date", messages.format("corrected", messages.date(correction.at(), zone)),
                        "note", correction.note()))
            .toList());
    values.put("readingTime", readingTime(messages, post.readingSeconds()));
    values.put(
        "comments", page.takesComments() ? messages.count("comments", page.commentCount()) : "");
  }

  private Map<String, String> avatar(Channel channel, String url) {
    return Map.of("src", urls.picture(channel, url), "sources", frame.portrait(channel, url));
  }

  private static boolean changedOnALaterDay(Post post, ZoneId zone) {
    return post.publishedAt() != null
        && post.modifiedAt()
            .atZone(zone)
            .toLocalDate()
            .isAfter(post.publishedAt().atZone(zone).toLocalDate());
  }

  /** Whole minutes, at least one; empty if unknown. */
  static String readingTime(Messages messages, int seconds) {
    return seconds <= 0 ? "" : messages.count("reading", Math.max(1, (seconds + 30) / 60));
  }

  private void putLinks(Map<String, Object> values, ArticlePage page) {
    Channel channel = page.channel();
    values.put("tags", tags(channel, page.post().tags()));
    values.put("older", page.older().map(post -> neighbor(page, post)).orElse(Map.of()));
    values.put("newer", page.newer().map(post -> neighbor(page, post)).orElse(Map.of()));
    page.older()
        .ifPresent(
            post -> putRelation(values, "older", "prev", urls.article(channel, post.slug())));
    page.newer()
        .ifPresent(
            post -> putRelation(values, "newer", "next", urls.article(channel, post.slug())));
    List<Map<String, String>> translations = new ArrayList<>();
    List<Map<String, String>> alternates = new ArrayList<>();
    for (Translation translation : page.translations()) {
      String href = urls.link(channel, translation.url());
      translations.add(
          Map.of(
              "lang", translation.lang(),
              "href", href,
              "title", translation.title(),
              "name", PageLanguage.ownName(translation.lang())));
      alternates.add(Map.of("lang", translation.lang(), "href", translation.url()));
    }
    if (!alternates.isEmpty()) {
      String own = urls.article(channel, page.post().slug());
      alternates.add(0, Map.of("lang", page.lang(), "href", own));
    }
    values.put("translations", translations);
    page.changedOriginal().ifPresent(original -> putChangedOriginal(values, channel, original));
    values.put("alternates", alternates);
  }

  private void putChangedOriginal(
      Map<String, Object> values, Channel channel, Translation original) {
    values.put(
        "changedOriginal",
        Map.of(
            "lang", original.lang(),
            "href", urls.link(channel, original.url()),
            "title", original.title()));
  }

  private static void putRelation(
      Map<String, Object> values, String name, String relation, String href) {
    values.put(name + "Href", href);
    values.put(name + "Rel", relation);
  }

  private Map<String, Object> neighbor(ArticlePage page, PostSummary post) {
    Channel channel = page.channel();
    String chrome = channel.language().tag();
    String lang = PageLanguage.ofPost(channel, post.lang());
    return Map.of(
        "href", urls.link(channel, urls.article(channel, post.slug())),
        "title", post.title(),
        "attributes", PageFrame.languageAttributes(lang, chrome));
  }

  private List<Map<String, String>> tags(Channel channel, List<String> tags) {
    List<Map<String, String>> links = new ArrayList<>();
    for (String tag : tags) {
      links.add(Map.of("name", tag, "href", urls.link(channel, urls.tag(channel, tag))));
    }
    return links;
  }

  private List<String> scripts(ArticlePage page) {
    List<String> scripts = new ArrayList<>();
    if (page.isCounted()) {
      scripts.add(urls.siteLink(page.channel(), assets.path(PageAssets.COUNT)));
    }
    if (page.bodyHtml().contains(" data-embed-src=")) {
      scripts.add(urls.siteLink(page.channel(), assets.path(PageAssets.EMBED)));
    }
    if (page.mermaid()) {
      scripts.add(urls.siteLink(page.channel(), assets.path(PageAssets.DIAGRAM)));
    }
    return scripts;
  }
}

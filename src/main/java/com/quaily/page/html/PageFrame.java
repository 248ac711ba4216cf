package com.quaily.page.html;

import com.quaily.model.Language;
import com.quaily.model.Site;
import com.quaily.model.channel.Channel;
import com.quaily.model.page.FeedFormat;
import com.quaily.page.markdown.render.MediaLookup;
import com.quaily.page.style.StyleSelection;
import com.quaily.page.style.Styles;
import com.quaily.page.style.Theme;
import com.quaily.page.template.Html;
import com.quaily.page.template.Messages;
import com.quaily.page.template.PageLanguage;
import com.quaily.page.url.PageUrls;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The frame of every page: head, header and footer. */
final class PageFrame {

  private static final String WIDGET = "/widget/widget.js";

  private final Site site;
  private final PageUrls urls;
  private final MediaLookup media;
  private final ChannelTexts texts;
  private final Styles styles = new Styles();

  PageFrame(Site site, PageUrls urls, MediaLookup media, ChannelTexts texts) {
    this.site = site;
    this.urls = urls;
    this.media = media;
    this.texts = texts;
  }

  /**
   * Values for a channel page.
   *
   * @param lang the language of the content; the interface uses the channel's language
   */
  Map<String, Object> ofChannel(Channel channel, String lang, StyleSelection look) {
    Map<String, Object> values = common(Optional.of(channel), channel.language(), lang, look);
    values.put("homeHref", urls.link(channel, urls.index(channel)));
    values.put("channelTitle", channel.title());
    values.put("avatar", urls.picture(channel, channel.avatarImageUrl()));
    values.put("avatarSources", portrait(channel, channel.avatarImageUrl()));
    values.put("icon", urls.picture(channel, channel.faviconImageUrl()));
    values.put("subscribeAction", urls.siteLink(channel, subscription(channel)));
    values.put(
        "subscribeTitle",
        Messages.of(channel.language()).format("subscribe.title", channel.title()));
    values.put("invitation", texts.invitation(channel));
    values.put("feeds", feeds(channel));
    values.put("list", channel.slug());
    // On the page's own host, also when that is the channel's: modules of other hosts are refused.
    values.put("widget", WIDGET);
    values.put("aboutHref", urls.link(channel, urls.about(channel)));
    values.put("bowerHref", channel.hasTweets() ? urls.link(channel, urls.bower(channel)) : "");
    values.put("reportHref", urls.report(channel, ""));
    return values;
  }

  /** Values for a page of the site. */
  Map<String, Object> ofSite(Language language) {
    Map<String, Object> values =
        common(
            Optional.empty(),
            language,
            language.tag(),
            new StyleSelection(StyleSelection.Sheet.MESSAGE, Theme.PLAIN, List.of()));
    values.put("homeHref", "/");
    values.put("channelTitle", site.name());
    values.put("avatar", "");
    values.put("avatarSources", "");
    values.put("icon", "");
    values.put("subscribeAction", "");
    values.put("widget", "");
    values.put("invitation", Html.NONE);
    values.put("feeds", List.of());
    return values;
  }

  private Map<String, Object> common(
      Optional<Channel> channel, Language language, String lang, StyleSelection look) {
    Messages messages = Messages.of(language);
    Map<String, Object> values = new HashMap<>(96);
    values.put("t", messages);
    values.put("lang", lang);
    values.put("dir", PageLanguage.direction(lang));
    values.put("script", PageLanguage.cjk(lang).isPresent() ? "cjk" : "");
    values.put("chrome", languageAttributes(language.tag(), lang));
    values.put(
        "chromeLang",
        language.tag().equals(lang) ? Html.NONE : new Html(" lang=\"" + language.tag() + "\""));
    values.put("style", styles.of(look, channel, lang, language.tag()));
    values.put("lightColor", look.theme().light());
    values.put("darkColor", look.theme().dark());
    String[] footnote = messages.format("footnote", "\n").split("\n", 2);
    values.put("footnoteBefore", footnote[0]);
    values.put("footnoteAfter", footnote[1]);
    values.put("siteName", site.name());
    values.put("siteHref", site.url("/"));
    for (String name : List.of("robots", "canonical", "description", "jsonLd", "ogType")) {
      values.put(name, "");
    }
    for (String name :
        List.of("newerHref", "newerRel", "olderHref", "olderRel", "ogImage", "markdownHref")) {
      values.put(name, "");
    }
    for (String name : List.of("alternates", "scripts", "ogProperties")) {
      values.put(name, List.of());
    }
    return values;
  }

  /** Attributes of an element whose language differs from its surroundings. */
  static Html languageAttributes(String lang, String surrounding) {
    return lang.equals(surrounding)
        ? Html.NONE
        : new Html(
            " lang=\"" + Html.escape(lang) + "\" dir=\"" + PageLanguage.direction(lang) + "\"");
  }

  /**
   * The smaller variants of an avatar, as the value of {@code srcset}; empty when there are none.
   */
  String portrait(Channel channel, String url) {
    return Picture.of(url, urls.picture(channel, url), media).sources();
  }

  private static String subscription(Channel channel) {
    return "/api/subscriptions/" + PageUrls.segment(channel.slug());
  }

  private List<Map<String, String>> feeds(Channel channel) {
    List<Map<String, String>> feeds = new ArrayList<>();
    for (FeedFormat format : FeedFormat.values()) {
      String type = format.contentType();
      String url = urls.feed(channel, format);
      feeds.add(
          Map.of(
              "type", type.substring(0, type.indexOf(';')),
              "title", channel.title() + " (" + nameOf(format) + ")",
              "name", nameOf(format),
              "href", url,
              "path", urls.link(channel, url)));
    }
    return feeds;
  }

  private static String nameOf(FeedFormat format) {
    return switch (format) {
      case ATOM -> "Atom";
      case RSS -> "RSS";
      case JSON -> "JSON";
    };
  }
}

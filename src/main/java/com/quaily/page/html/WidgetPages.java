package com.quaily.page.html;

import com.quaily.model.Language;
import com.quaily.model.account.User;
import com.quaily.model.channel.Channel;
import com.quaily.page.style.StyleSelection;
import com.quaily.page.style.WidgetStyles;
import com.quaily.page.template.Html;
import com.quaily.page.template.Messages;
import com.quaily.page.template.Templates;
import com.quaily.page.url.PageUrls;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Renders the cards that other sites show in frames. A card reports its height to the page around
 * it, and carries its texts in all languages. Thread-safe.
 */
public final class WidgetPages {

  private final Templates templates;
  private final PageUrls urls;
  private final PageFrame frame;

  WidgetPages(Templates templates, PageUrls urls, PageFrame frame) {
    this.templates = templates;
    this.urls = urls;
    this.frame = frame;
  }

  /** The channel's card with its subscribe form. */
  public String ofChannel(Channel channel, User author) {
    Map<String, Object> values = values(channel, WidgetPages::formTexts);
    values.put("tagline", channel.tagline());
    values.put("authorName", author.name());
    return templates.render("widget", values);
  }

  /**
   * The card of each of the channel's posts. It leads to the post; a script puts the post's title,
   * cover and summary into it.
   */
  public String ofPosts(Channel channel) {
    return templates.render("post-widget", values(channel, WidgetPages::postTexts));
  }

  private Map<String, Object> values(
      Channel channel, Function<Messages, List<Map.Entry<String, String>>> texts) {
    Map<String, Object> values =
        frame.ofChannel(
            channel,
            channel.language().tag(),
            StyleSelection.of(StyleSelection.Sheet.WIDGET, channel));
    values.put("homeHref", urls.index(channel));
    values.put("title", channel.title());
    values.put("headTitle", channel.title());
    values.put("robots", "noindex");
    values.put("canonical", urls.index(channel));
    values.put(
        "languages", Stream.of(Language.values()).map(language -> of(language, texts)).toList());
    values.put("style", WidgetStyles.append((Html) values.get("style"), channel));
    return values;
  }

  private static Map<String, Object> of(
      Language language, Function<Messages, List<Map.Entry<String, String>>> texts) {
    return Map.of(
        "code", language.tag().substring(0, 2),
        "tag", language.tag(),
        "texts", texts.apply(Messages.of(language)));
  }

  /** In an order that is the same in all processes. */
  private static List<Map.Entry<String, String>> formTexts(Messages messages) {
    return List.of(
        Map.entry("email", messages.get("subscribe.email")),
        Map.entry("button", messages.get("subscribe.button")),
        Map.entry("hint", messages.get("subscribe.hint")));
  }

  private static List<Map.Entry<String, String>> postTexts(Messages messages) {
    return List.of(
        Map.entry("read", messages.get("widget.read")), Map.entry("paid", messages.get("paid")));
  }
}

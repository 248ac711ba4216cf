package com.quaily.delivery.content;

import com.quaily.model.Language;
import com.quaily.model.channel.Channel;
import com.quaily.page.template.Html;
import com.quaily.page.template.Messages;
import com.quaily.page.template.PageLanguage;
import com.quaily.page.url.PageUrls;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What all emails of a channel have around their content. */
final class MailFrame {

  private static final List<String> CONTENT =
      List.of(
          "byline",
          "summary",
          "cover",
          "read",
          "paidLead",
          "paidAction",
          "action",
          "signature",
          "pixel");

  private final PageUrls urls;

  MailFrame(PageUrls urls) {
    this.urls = urls;
  }

  /**
   * Values of the template; those of the content are empty.
   *
   * @param language of the words around the content
   * @param lang of the content, a BCP 47 tag
   */
  Map<String, Object> values(Channel channel, Language language, String lang, MailStyles styles) {
    Messages messages = Messages.of(language);
    Map<String, Object> values = new HashMap<>();
    values.put("lang", lang);
    values.put("dir", PageLanguage.direction(lang));
    values.put("uiLang", language.tag());
    values.put("fonts", new Html(styles.fonts()));
    values.put("accent", styles.palette().accent());
    values.put("darkAccent", styles.palette().darkAccent());
    values.put("channelTitle", channel.title());
    values.put("channelUrl", tagged(urls.index(channel)));
    values.put("avatar", urls.absolute(channel.avatarImageUrl()));
    CONTENT.forEach(name -> values.put(name, ""));
    values.put("reason", messages.format("postmail.reason", channel.title()));
    values.put("preferences", messages.get("postmail.preferences"));
    values.put("preferencesUrl", ReaderPlace.PREFERENCES_URL_IN_HTML.token());
    values.put("stop", messages.get("postmail.stop"));
    values.put("stopUrl", ReaderPlace.STOP_URL_IN_HTML.token());
    return values;
  }

  /** The last lines of the plain text. */
  static String footer(Channel channel, Messages messages) {
    return messages.format("postmail.reason", channel.title())
        + "\n%s: %s\n%s: %s\n"
            .formatted(
                messages.get("postmail.preferences"), ReaderPlace.PREFERENCES_URL.token(),
                messages.get("postmail.stop"), ReaderPlace.STOP_URL.token());
  }

  /** So that the analytics know where a reader comes from. */
  static String tagged(String url) {
    return url + (url.contains("?") ? "&" : "?") + "utm_source=email";
  }
}

package com.quaily.page.html;

import com.quaily.model.channel.Channel;
import com.quaily.model.channel.TextTemplate;
import com.quaily.page.markdown.Markdown;
import com.quaily.page.markdown.render.EmbedLookup;
import com.quaily.page.markdown.render.MarkdownContext;
import com.quaily.page.markdown.render.MarkdownContext.Target;
import com.quaily.page.markdown.render.MarkdownContext.TextStyle;
import com.quaily.page.markdown.render.MediaLookup;
import com.quaily.page.template.Html;
import com.quaily.page.url.PageUrls;
import java.util.List;
import java.util.Map;

/** The texts that a channel's owner wrote for its pages. */
final class ChannelTexts {

  private final String siteUrl;
  private final PageUrls urls;
  private final Markdown markdown;

  /**
   * @param siteUrl the site's base URL
   */
  ChannelTexts(String siteUrl, PageUrls urls, Markdown markdown) {
    this.siteUrl = siteUrl;
    this.urls = urls;
    this.markdown = markdown;
  }

  /** Why somebody should subscribe; nothing when the owner did not say. */
  Html invitation(Channel channel) {
    return html(channel, TextTemplate.SUBSCRIBE_INVITATION);
  }

  /** What the plans offer, with the keys of their names; without those that say nothing. */
  List<Map<String, Object>> benefits(Channel channel) {
    return List.of(
            Map.<String, Object>of(
                "plan", "plan.quarter", "text", html(channel, TextTemplate.QUARTER_PLAN_BENEFITS)),
            Map.<String, Object>of(
                "plan", "plan.year", "text", html(channel, TextTemplate.YEAR_PLAN_BENEFITS)))
        .stream()
        .filter(one -> !Html.NONE.equals(one.get("text")))
        .toList();
  }

  private Html html(Channel channel, TextTemplate template) {
    String text = channel.text(template);
    return text.isBlank() ? Html.NONE : new Html(markdown.render(text, context(channel)).html());
  }

  private MarkdownContext context(Channel channel) {
    return new MarkdownContext(
        Target.PAGE,
        siteUrl,
        urls.index(channel),
        new TextStyle(false, channel.language().tag()),
        MediaLookup.NONE,
        EmbedLookup.NONE,
        channel.language());
  }
}

package com.quaily.page.html;

import com.quaily.model.Site;
import com.quaily.model.channel.Channel;
import com.quaily.page.html.MessagePage.MessageForm;
import com.quaily.page.markdown.Markdown;
import com.quaily.page.markdown.render.MediaLookup;
import com.quaily.page.style.StyleSelection;
import com.quaily.page.template.Html;
import com.quaily.page.template.Messages;
import com.quaily.page.template.Templates;
import com.quaily.page.url.PageUrls;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Renders complete HTML pages that need no script to be read. The same input gives the same bytes.
 * Thread-safe.
 */
public final class PageRenderer {

  private final Templates templates;
  private final PageUrls urls;
  private final PageFrame frame;
  private final ArticleView articles;
  private final ListView lists;
  private final MissingView missing;
  private final CompanionPages companions;
  private final WidgetPages widgets;

  public PageRenderer(
      Site site, Templates templates, PageAssets assets, Markdown markdown, MediaLookup media) {
    this.templates = templates;
    this.urls = new PageUrls(site);
    ChannelTexts texts = new ChannelTexts(site.baseUrl(), urls, markdown);
    this.frame = new PageFrame(site, urls, media, texts);
    this.articles = new ArticleView(urls, frame, texts, assets, markdown, media);
    PostEntries entries = new PostEntries(urls, media);
    this.lists = new ListView(urls, frame, entries);
    this.companions = new CompanionPages(templates, urls, frame, entries, media);
    this.widgets = new WidgetPages(templates, urls, frame);
    this.missing = new MissingView(site);
  }

  /** The pages beside the posts. */
  public CompanionPages companions() {
    return companions;
  }

  /** The cards for frames on other sites. */
  public WidgetPages widgets() {
    return widgets;
  }

  /** The page of a post. */
  public String article(ArticlePage page) {
    return templates.render("article", articles.values(page));
  }

  /** The index, a numbered page or a tag page. */
  public String list(ListPage page) {
    return templates.render("list", lists.values(page));
  }

  /** The 404 page of a channel. */
  public String notFound(Channel channel) {
    Messages messages = Messages.of(channel.language());
    String body =
        Html.paragraph(messages.get("missing.body")).value()
            + link(
                    urls.link(channel, urls.index(channel)),
                    messages.format("missing.channel", channel.title()))
                .value();
    return message(
        new MessagePage(
            channel.language(),
            Optional.of(channel),
            messages.get("missing.title"),
            body,
            Optional.empty(),
            true));
  }

  /**
   * The 404 page of the site. It speaks all languages, because it is one file for every reader, and
   * needs no other file, because it also answers where the portal is not served.
   */
  public String notFound() {
    return templates.render("missing", missing.values());
  }

  /** A page with a message. */
  public String message(MessagePage page) {
    Map<String, Object> values =
        page.channel()
            .map(channel -> inChannel(channel, page))
            .orElseGet(() -> frame.ofSite(page.language()));
    values.put("subscribeAction", "");
    values.put("widget", "");
    values.put("title", page.title());
    values.put("headTitle", page.title() + " – " + values.get("channelTitle"));
    values.put("body", new Html(page.bodyHtml()));
    values.put("robots", page.noindex() ? "noindex" : "");
    values.put("form", page.form().map(PageRenderer::form).orElse(Map.of()));
    return templates.render("message", values);
  }

  private Map<String, Object> inChannel(Channel channel, MessagePage page) {
    return frame.ofChannel(
        channel, page.language().tag(), StyleSelection.of(StyleSelection.Sheet.MESSAGE, channel));
  }

  private static Map<String, Object> form(MessageForm form) {
    List<Map<String, String>> fields = new ArrayList<>();
    form.fields().forEach((name, value) -> fields.add(Map.of("name", name, "value", value)));
    return Map.of("action", form.action(), "fields", fields, "label", form.buttonLabel());
  }

  private static Html link(String href, String text) {
    return new Html("<p><a href=\"" + Html.escape(href) + "\">" + Html.escape(text) + "</a></p>");
  }
}

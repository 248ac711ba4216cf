package com.quaily.delivery.content;

import com.quaily.model.Language;
import com.quaily.model.Site;
import com.quaily.model.account.User;
import com.quaily.model.channel.Channel;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.model.post.Post;
import com.quaily.page.markdown.Markdown;
import com.quaily.page.publishing.compose.ChannelContext;
import com.quaily.page.publishing.compose.LeakScan;
import com.quaily.page.publishing.compose.PostBodies;
import com.quaily.page.template.Html;
import com.quaily.page.template.Messages;
import com.quaily.page.template.PageLanguage;
import com.quaily.page.template.Templates;
import com.quaily.page.url.PageUrls;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** Writes the email that shows a post. */
public final class PostMailComposer {

  /**
   * The channel's option that adds an invisible image, which tells when a reader opens an email.
   */
  public static final String OPENS = "email_opens_counted";

  private static final String SIGNATURE = "email_signature";
  private static final int PREHEADER = 110;

  private final Site site;
  private final PageUrls urls;
  private final MailFrame frame;
  private final Markdown markdown;
  private final PostBodies bodies;
  private final Templates templates;

  public PostMailComposer(Site site, Markdown markdown, PostBodies bodies, Templates templates) {
    this.site = site;
    this.urls = new PageUrls(site);
    this.frame = new MailFrame(urls);
    this.markdown = markdown;
    this.bodies = bodies;
    this.templates = templates;
  }

  /**
   * The email.
   *
   * @param language of the words around the post
   * @param entitled whether the reader may read the paid part
   * @throws InvalidException when the email would reveal the paid part to somebody who may not
   */
  public PostMail compose(
      ChannelContext context, Post written, Language language, boolean entitled) {
    return compose(context, written, language, entitled, Optional.empty());
  }

  /**
   * The same for readers who got an earlier version.
   *
   * @param correction what the writer says about the change, maybe nothing
   */
  public PostMail correct(
      ChannelContext context,
      Post written,
      Language language,
      boolean entitled,
      String correction) {
    return compose(context, written, language, entitled, Optional.of(correction));
  }

  private PostMail compose(
      ChannelContext context,
      Post written,
      Language language,
      boolean entitled,
      Optional<String> correction) {
    Post post = context.typeset(written);
    Messages messages = Messages.of(language);
    String lang = context.languageOf(post.lang());
    MailStyles styles = new MailStyles(MailPalette.of(context.channel().accent().orElse("")), lang);
    Element body = body(context, post, entitled, styles, messages);
    correction.ifPresent(note -> body.prepend(notice(note, language)));
    Element signature = signature(context, post, styles, messages);
    String text = text(context, post, body, signature, language, entitled);
    Map<String, Object> values = values(context, post, language, styles);
    values.put("body", new Html(MailBody.styled(body, styles)));
    values.put("signature", new Html(MailBody.styled(signature, styles)));
    values.put("paidLead", entitled ? "" : paidLead(post, messages));
    PostMail mail =
        new PostMail(
            correction.isPresent()
                ? messages.format("correction.subject", subject(context.channel(), post))
                : subject(context.channel(), post),
            values.get("preheader").toString(),
            templates.render("postmail", values),
            text,
            written.updatedAt());
    return entitled ? mail : requireNoLeak(written, mail);
  }

  private Element body(
      ChannelContext context, Post post, boolean entitled, MailStyles styles, Messages messages) {
    String html = bodies.inMail(context, post, post.content()).html();
    if (entitled && post.hasPaidContent()) {
      html += bodies.inMail(context, post, post.paidContent()).html();
    }
    return MailBody.of(html, styles, messages);
  }

  private static String notice(String note, Language language) {
    Messages messages = Messages.of(language);
    return "<blockquote class=\"callout callout-note\"><p class=\"callout-title\" lang=\"%s\">%s</p>%s</blockquote>"
        .formatted(
            language.tag(),
            Html.escape(messages.get("correction.title")),
            note.isBlank()
                ? Html.paragraph(messages.get("correction.text")).value()
                : Html.paragraph(note).value());
  }

  private Element signature(
      ChannelContext context, Post post, MailStyles styles, Messages messages) {
    Object source = context.channel().textTemplates().get(SIGNATURE);
    String html = source == null ? "" : bodies.inMail(context, post, source.toString()).html();
    return MailBody.of(html, styles, messages);
  }

  private static PostMail requireNoLeak(Post post, PostMail mail) {
    LeakScan scan = LeakScan.of(post);
    Optional<String> leak =
        scan.find(mail.html()).or(() -> scan.find(mail.text())).or(() -> scan.find(mail.subject()));
    if (leak.isPresent()) {
      throw new InvalidException(
          ErrorCode.PAYWALL_LEAK, "summary", "shows text from behind the paywall: " + leak.get());
    }
    return mail;
  }

  private static String subject(Channel channel, Post post) {
    String title = post.title().isBlank() ? channel.title() : post.title();
    return title.replaceAll("\\p{Cntrl}+", " ").strip();
  }

  private Map<String, Object> values(
      ChannelContext context, Post post, Language language, MailStyles styles) {
    Channel channel = context.channel();
    Messages messages = Messages.of(language);
    String lang = context.languageOf(post.lang());
    String url = MailFrame.tagged(urls.article(channel, post.slug()));
    Map<String, Object> values = frame.values(context.channel(), language, lang, styles);
    values.put("title", post.title());
    values.put("subject", subject(channel, post));
    values.put("preheader", preheader(post));
    values.put("byline", byline(context, post, messages));
    values.put("summary", post.summary());
    values.put("cover", urls.absolute(post.coverImageUrl()));
    values.put("url", url);
    values.put("read", messages.get("postmail.read"));
    values.put("paidAction", messages.get("postmail.paid.action"));
    values.put("pixel", pixel(channel));
    return values;
  }

  private String pixel(Channel channel) {
    return Boolean.TRUE.equals(channel.options().get(OPENS))
        ? site.url("/api/posts/email_view.gif?trace_id=" + ReaderPlace.TRACE.token())
        : "";
  }

  private String preheader(Post post) {
    return post.summary().isBlank()
        ? markdown.plainText(post.content(), PREHEADER)
        : markdown.plainText(post.summary(), PREHEADER);
  }

  private static String byline(ChannelContext context, Post post, Messages messages) {
    List<String> names =
        context.authors(post).stream().map(User::name).filter(name -> !name.isBlank()).toList();
    String date =
        post.publishedAt() == null
            ? ""
            : messages.date(post.publishedAt(), PageLanguage.zone(context.channel()));
    String authors = names.isEmpty() ? "" : messages.list(names);
    return authors.isEmpty() || date.isEmpty() ? authors + date : authors + " · " + date;
  }

  private static String paidLead(Post post, Messages messages) {
    if (!post.hasPaidContent()) {
      return "";
    }
    int paid = post.paidContent().length();
    int percent = Math.max(1, paid * 100 / (paid + post.content().length()));
    return messages.format("postmail.paid.lead", String.valueOf(percent));
  }

  private String text(
      ChannelContext context,
      Post post,
      Element body,
      Element signature,
      Language language,
      boolean entitled) {
    Messages messages = Messages.of(language);
    Channel channel = context.channel();
    String url = MailFrame.tagged(urls.article(channel, post.slug()));
    StringBuilder text = new StringBuilder();
    text.append(subject(channel, post)).append('\n');
    text.append(byline(context, post, messages)).append('\n');
    text.append(messages.get("postmail.read")).append(": ").append(url).append("\n\n");
    text.append(MailText.of(body, messages)).append('\n');
    String paid = entitled ? "" : paidLead(post, messages);
    if (!paid.isEmpty()) {
      text.append(paid).append('\n').append(messages.get("postmail.paid.action"));
      text.append(": ").append(url).append("\n\n");
    }
    text.append("-- \n");
    String signed = MailText.of(signature, messages).strip();
    if (!signed.isEmpty()) {
      text.append(signed).append("\n\n");
    }
    return text.append(MailFrame.footer(channel, messages)).toString();
  }
}

package com.quaily.delivery.content;

import com.quaily.model.Language;
import com.quaily.model.Site;
import com.quaily.model.channel.Channel;
import com.quaily.page.publishing.compose.ChannelContext;
import com.quaily.page.template.Html;
import com.quaily.page.template.Messages;
import com.quaily.page.template.Templates;
import com.quaily.page.url.PageUrls;
import java.time.Instant;
import java.util.Map;
import org.jsoup.nodes.Element;

/** Writes the emails of a channel that show no single post. */
public final class LetterComposer {

  private static final String CONTROLS = "\\p{Cntrl}+";

  private final MailFrame frame;
  private final Templates templates;

  public LetterComposer(Site site, Templates templates) {
    this.frame = new MailFrame(new PageUrls(site));
    this.templates = templates;
  }

  /**
   * The email.
   *
   * @param language of the words around the content
   * @param lang of the content, a BCP 47 tag
   */
  public PostMail compose(ChannelContext context, Language language, String lang, Letter letter) {
    Channel channel = context.channel();
    Messages messages = Messages.of(language);
    MailStyles styles = new MailStyles(MailPalette.of(channel.accent().orElse("")), lang);
    Element body = MailBody.of(letter.html(), styles, messages);
    String text = text(channel, messages, body, letter);
    Map<String, Object> values = frame.values(channel, language, lang, styles);
    values.put("subject", letter.subject());
    values.put("title", letter.title());
    values.put("preheader", letter.preheader());
    values.put("byline", letter.byline());
    values.put("body", new Html(MailBody.styled(body, styles)));
    values.put("url", letter.url());
    values.put("action", letter.action());
    if (letter.isForOwner()) {
      values.put("reason", letter.reason());
      values.put("stop", "");
    }
    return new PostMail(
        letter.subject().replaceAll(CONTROLS, " ").strip(),
        letter.preheader(),
        templates.render("postmail", values),
        text,
        Instant.EPOCH);
  }

  /** The address with a mark, so that the analytics know where a reader comes from. */
  public static String tagged(String url) {
    return MailFrame.tagged(url);
  }

  private static String text(Channel channel, Messages messages, Element body, Letter letter) {
    StringBuilder text = new StringBuilder(letter.title()).append('\n');
    if (!letter.byline().isEmpty()) {
      text.append(letter.byline()).append('\n');
    }
    text.append('\n').append(MailText.of(body, messages)).append('\n');
    if (!letter.action().isEmpty()) {
      text.append(letter.action()).append(": ").append(letter.url()).append("\n\n");
    }
    text.append("-- \n");
    return text.append(
            letter.isForOwner() ? letter.reason() + "\n" : MailFrame.footer(channel, messages))
        .toString();
  }
}

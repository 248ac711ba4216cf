package com.quaily.page.html;

import com.quaily.model.Language;
import com.quaily.model.channel.Channel;
import com.quaily.page.template.Html;
import com.quaily.page.template.Messages;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a page with one message is made from: the answer to a form, a question with one button, or a
 * plain notice.
 *
 * @param channel the channel it speaks for; empty = the site
 * @param bodyHtml finished markup of one or more paragraphs
 * @param form a button that sends something on, for what must not happen on a mere visit
 * @param noindex true when search engines shall leave it out
 */
public record MessagePage(
    Language language,
    Optional<Channel> channel,
    String title,
    String bodyHtml,
    Optional<MessageForm> form,
    boolean noindex) {

  /**
   * What a link out of a mail shows once it was used or has become too old: nothing is known of its
   * reader by then, so it speaks English.
   *
   * @param bodyKey the message that says what can be done
   */
  public static MessagePage unknownLink(String bodyKey) {
    Messages messages = Messages.of(Language.EN);
    return new MessagePage(
        Language.EN,
        Optional.empty(),
        messages.get("subscribe.unknown.title"),
        Html.paragraph(messages.get(bodyKey)).value(),
        Optional.empty(),
        true);
  }

  /**
   * A form of one button, sent by POST.
   *
   * @param fields hidden fields in order
   */
  public record MessageForm(String action, Map<String, String> fields, String buttonLabel) {

    public MessageForm {
      fields = new LinkedHashMap<>(fields);
    }
  }
}

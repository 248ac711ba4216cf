package com.quaily.page.html;

import com.quaily.model.Language;
import com.quaily.model.channel.Channel;
import com.quaily.page.template.Html;
import com.quaily.page.template.Messages;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The data of a page with a message: the result of a form, a question with a button, or a notice.
 *
 * @param channel the channel it belongs to; empty = the site
 * @param bodyHtml finished markup of one or more paragraphs
 * @param form a button that submits an action, for actions that a visit alone must not trigger
 * @param noindex true when search engines must not index it
 */
public record MessagePage(
    Language language,
    Optional<Channel> channel,
    String title,
    String bodyHtml,
    Optional<MessageForm> form,
    boolean noindex) {

  /**
   * The page for an email link that was already used or has expired. The reader is unknown, so the
   * page is in English.
   *
   * @param bodyKey the key of the message that says what to do
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
   * A form with one button, sent by POST.
   *
   * @param fields hidden fields in order
   */
  public record MessageForm(String action, Map<String, String> fields, String buttonLabel) {

    public MessageForm {
      fields = new LinkedHashMap<>(fields);
    }
  }
}

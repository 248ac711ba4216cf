package com.quaily.delivery.mail;

import com.quaily.model.Language;
import com.quaily.model.Site;
import com.quaily.page.template.Messages;
import com.quaily.page.template.Templates;
import java.util.HashMap;
import java.util.Map;

/** Writes the emails that the system sends to one person at a time. */
public final class MailComposer {

  private final Site site;
  private final Templates templates;

  public MailComposer(Site site, Templates templates) {
    this.site = site;
    this.templates = templates;
  }

  /** The email with a login code. */
  public OutgoingMail loginCode(String to, String code, Language language) {
    Messages messages = Messages.of(language);
    return compose(
        to,
        language,
        new Content(
            messages.format("mail.code.subject", code, site.name()),
            messages.get("mail.code.lead"),
            code,
            "",
            "",
            messages.get("mail.code.body")));
  }

  /**
   * The email that asks for confirmation of a subscription.
   *
   * @param url of the confirmation page
   */
  public OutgoingMail confirmSubscription(
      String to, String channelTitle, String url, Language language) {
    return withLink("mail.confirm", to, url, language, channelTitle);
  }

  /**
   * The email that asks the owner to confirm a channel's deletion.
   *
   * @param url of the confirmation page
   */
  public OutgoingMail confirmDeletion(
      String to, String channelTitle, String url, Language language) {
    return withLink("mail.delete", to, url, language, channelTitle);
  }

  /**
   * The email with the download link of an export.
   *
   * @param url of the file
   */
  public OutgoingMail exportReady(String to, String channelTitle, String url, Language language) {
    return withLink("mail.export", to, url, language, channelTitle);
  }

  /**
   * The email that tells an owner that the custom domain no longer serves readers.
   *
   * @param url where the channel remains available
   */
  public OutgoingMail domainLost(
      String to, String channelTitle, String domain, String url, Language language) {
    return withLink("mail.domain", to, url, language, channelTitle, domain);
  }

  private OutgoingMail withLink(
      String texts, String to, String url, Language language, String... values) {
    Messages messages = Messages.of(language);
    return compose(
        to,
        language,
        new Content(
            messages.format(texts + ".subject", values),
            messages.format(texts + ".lead", values),
            "",
            url,
            messages.get(texts + ".action"),
            messages.get(texts + ".body")));
  }

  /** The email that notifies a post's author of a comment. */
  public OutgoingMail newComment(String to, CommentMail comment, Language language) {
    return comment("mail.comment", to, comment, language);
  }

  /** The email that notifies a commenter of a reply. */
  public OutgoingMail quotedComment(String to, CommentMail comment, Language language) {
    return comment("mail.quoted", to, comment, language);
  }

  private OutgoingMail comment(String key, String to, CommentMail comment, Language language) {
    Messages messages = Messages.of(language);
    return compose(
        to,
        language,
        new Content(
            messages.format(key + ".subject", comment.author(), comment.postTitle()),
            messages.format(key + ".lead", comment.author(), comment.postTitle()),
            "",
            comment.url(),
            messages.get("mail.comment.action"),
            comment.content()
                + (comment.pending() ? "\n\n" + messages.get("mail.comment.pending") : "")));
  }

  private OutgoingMail compose(String to, Language language, Content content) {
    Map<String, Object> values = new HashMap<>();
    values.put("lang", language.tag());
    values.put("siteName", site.name());
    values.put("subject", content.subject());
    values.put("lead", content.lead());
    values.put("code", content.code());
    values.put("url", content.url());
    values.put("action", content.action());
    values.put("body", content.body());
    // Keeps automatic responders from replying.
    Map<String, String> headers = Map.of("Auto-Submitted", "auto-generated");
    return new OutgoingMail(
        to, content.subject(), content.text(), templates.render("mail", values), headers);
  }

  /**
   * A comment in an email.
   *
   * @param author the name of its author
   * @param url of the post
   * @param pending whether it waits for approval
   */
  public record CommentMail(
      String author, String postTitle, String content, String url, boolean pending) {}

  private record Content(
      String subject, String lead, String code, String url, String action, String body) {

    String text() {
      String middle = code.isEmpty() ? url : code;
      return lead + "\n\n" + middle + "\n\n" + body + "\n";
    }
  }
}

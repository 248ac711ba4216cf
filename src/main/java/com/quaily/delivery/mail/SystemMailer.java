package com.quaily.delivery.mail;

import com.quaily.model.Language;
import com.quaily.model.Site;
import com.quaily.model.account.LoginScene;
import com.quaily.page.template.Messages;
import com.quaily.page.template.Templates;
import java.util.HashMap;
import java.util.Map;

/** Writes and sends the emails of the system, each to one person. */
public final class SystemMailer {

  private final Site site;
  private final Templates templates;
  private final Mailer mailer;

  public SystemMailer(Site site, Templates templates, Mailer mailer) {
    this.site = site;
    this.templates = templates;
    this.mailer = mailer;
  }

  /** Sends a code, with what it is for. */
  public void sendCode(String to, LoginScene scene, String code, Language language) {
    Messages messages = Messages.of(language);
    String texts = scene == LoginScene.LOGIN ? "mail.code" : "mail.code.change";
    send(
        to,
        language,
        new Content(
            messages.format("mail.code.subject", code, site.name()),
            messages.get(texts + ".lead"),
            code,
            "",
            "",
            messages.get(texts + ".body")));
  }

  /**
   * Tells an old address that the account has another one now.
   *
   * @param path of the page that restores the address
   */
  public void sendEmailChanged(String to, String path, Language language) {
    sendLink("mail.changed", to, path, language, site.name());
  }

  /** Tells the owner of an account that an API key with this name was created for it. */
  public void sendNewApiKey(String to, String keyName, Language language) {
    sendLink(
        "mail.key",
        to,
        "/dashboard/profile/apikeys",
        language,
        site.name(),
        PlainText.name(keyName));
  }

  /**
   * Asks for confirmation of a subscription.
   *
   * @param path of the confirmation page on this site
   */
  public void sendSubscriptionRequest(
      String to, String channelTitle, String path, Language language) {
    sendLink("mail.confirm", to, path, language, PlainText.name(channelTitle));
  }

  /**
   * Sends an email with one link.
   *
   * @param texts the prefix of its message keys
   * @param path path of the link on this site
   * @param values the values that the texts contain
   */
  void sendLink(String texts, String to, String path, Language language, String... values) {
    Messages messages = Messages.of(language);
    send(
        to,
        language,
        new Content(
            messages.format(texts + ".subject", values),
            messages.format(texts + ".lead", values),
            "",
            site.url(path),
            messages.get(texts + ".action"),
            messages.get(texts + ".body")));
  }

  /** Asks somebody to write for a channel. */
  public void sendInvitation(String to, String channelTitle, String path, Language language) {
    sendLink("mail.invite", to, path, language, PlainText.name(channelTitle), site.name());
  }

  /** Notifies a post's author of a comment. */
  public void sendNewComment(String to, CommentMail comment, Language language) {
    sendComment("mail.comment", to, comment, language);
  }

  /** Notifies a commenter of a reply. */
  public void sendQuotedComment(String to, CommentMail comment, Language language) {
    sendComment("mail.quoted", to, comment, language);
  }

  private void sendComment(String key, String to, CommentMail comment, Language language) {
    Messages messages = Messages.of(language);
    send(
        to,
        language,
        new Content(
            messages.format(
                key + ".subject", PlainText.name(comment.author()), comment.postTitle()),
            messages.format(key + ".lead", PlainText.name(comment.author()), comment.postTitle()),
            "",
            comment.url(),
            messages.get("mail.comment.action"),
            comment.content()
                + (comment.pending() ? "\n\n" + messages.get("mail.comment.pending") : "")));
  }

  private void send(String to, Language language, Content content) {
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
    mailer.send(
        new OutgoingMail(
            to, content.subject(), content.text(), templates.render("mail", values), headers));
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

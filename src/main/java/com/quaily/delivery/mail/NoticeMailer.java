package com.quaily.delivery.mail;

import com.quaily.model.Notice;
import com.quaily.model.error.UnavailableException;
import com.quaily.notice.NoticeMessage;
import com.quaily.notice.NoticeTransport;
import com.quaily.notice.RefusedException;
import java.util.List;
import java.util.Map;

/** Sends notices by email. */
public final class NoticeMailer implements NoticeTransport {

  private final Mailer mailer;
  private final List<String> operators;
  private final String site;

  /**
   * @param operators their addresses
   * @param site the name of the site, for subjects
   */
  public NoticeMailer(Mailer mailer, List<String> operators, String site) {
    this.mailer = mailer;
    this.operators = List.copyOf(operators);
    this.site = site;
  }

  @Override
  public String name() {
    return "mail";
  }

  @Override
  public void deliver(NoticeMessage message) throws RefusedException {
    boolean isAlert = message.level() == Notice.Level.ALERT;
    String subject = "[" + site + "] " + (isAlert ? "ALERT: " : "") + message.subject();
    Map<String, String> headers =
        Map.of("Auto-Submitted", "auto-generated", "X-Priority", isAlert ? "1" : "3");
    try {
      for (String operator : operators) {
        mailer.send(
            new OutgoingMail(
                operator,
                subject,
                message.subject() + "\n\n" + message.text() + "\n",
                "",
                headers));
      }
    } catch (UnavailableException e) {
      throw new RefusedException("the mail server did not take it");
    }
  }
}

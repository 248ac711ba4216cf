package com.quaily.delivery.bounce;

import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The addresses to which bounces return, one for each email (VERP). Each carries a mark that names
 * the email and is signed, so that nobody can report emails of others.
 */
public final class ReturnPath {

  private static final int MAC = 16;

  /** The prefix of the marks of mailings. */
  private static final String MAILING = "m";

  private static final Pattern MARK =
      Pattern.compile(
          "((" + MAILING + "?)(\\d{1,18})-(\\d{1,18}))-([a-z0-9_-]{" + MAC + "})(?![a-z0-9_-])");

  private final String local;
  private final String domain;
  private final UnaryOperator<String> signature;

  /**
   * @param address the mailbox of bounces; its server ignores what follows a plus sign
   * @param signature signs a text; at least {@value #MAC} characters
   */
  public ReturnPath(String address, UnaryOperator<String> signature) {
    int at = address.indexOf('@');
    this.local = address.substring(0, at);
    this.domain = address.substring(at + 1);
    this.signature = signature;
  }

  /** The address for an email. */
  public String address(MarkedMail mail) {
    return local + "+" + mark(mail) + "@" + domain;
  }

  /** Names an email, signed. */
  public String mark(MarkedMail mail) {
    String email = (mail.isOfMailing() ? MAILING : "") + mail.taskId() + "-" + mail.userId();
    return email + "-" + mac(email);
  }

  /** The email that a text names by a valid mark, wherever in the text it is; empty if none. */
  public Optional<MarkedMail> find(String text) {
    Matcher mark = MARK.matcher(text.toLowerCase(Locale.ROOT));
    while (mark.find()) {
      if (mac(mark.group(1)).equals(mark.group(5))) {
        return Optional.of(
            new MarkedMail(
                !mark.group(2).isEmpty(),
                Long.parseLong(mark.group(3)),
                Long.parseLong(mark.group(4))));
      }
    }
    return Optional.empty();
  }

  /** In lower case, because servers may change the case of addresses. */
  private String mac(String email) {
    return signature.apply(email).substring(0, MAC).toLowerCase(Locale.ROOT);
  }

  /**
   * An email to a reader.
   *
   * @param isOfMailing whether it belongs to a mailing, not to a delivery
   * @param taskId of the mailing or delivery
   */
  public record MarkedMail(boolean isOfMailing, long taskId, long userId) {

    /** An email of a delivery. */
    public MarkedMail(long taskId, long userId) {
      this(false, taskId, userId);
    }
  }
}

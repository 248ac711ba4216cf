package com.quaily.delivery.transport;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** What the template of a provider can take from an email. */
public enum MailValue {
  /** The sender as in the email: name and address. */
  FROM,
  FROM_NAME,
  FROM_ADDRESS,
  TO,
  SUBJECT,
  TEXT,
  HTML,
  /** The whole email in Base64. */
  RAW,
  /** With its angle brackets. */
  MESSAGE_ID,
  LIST_ID,
  LIST_UNSUBSCRIBE,
  LIST_UNSUBSCRIBE_POST,
  /** The address to which bounces return. */
  RETURN_PATH,
  /** Names the email in reports about it. */
  MARK;

  private static final String MARK_FIELD = "X-Quaily-Delivery";
  private static final Session SESSION = Session.getInstance(new Properties());

  /** The name in templates. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The value with a name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static MailValue of(String wireName) {
    return Arrays.stream(values())
        .filter(value -> value.wireName().equals(wireName))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "{{%s}} is none of %s"
                        .formatted(
                            wireName,
                            Arrays.stream(values())
                                .map(MailValue::wireName)
                                .collect(Collectors.joining(", ")))));
  }

  /** The mark of an email, which names it in reports; empty if it has none. */
  public static String mark(Envelope mail) {
    return MailFields.of(mail.content()).getFields(MARK_FIELD).stream()
        .findFirst()
        .map(field -> field.substring(MARK_FIELD.length() + 1).strip())
        .orElse("");
  }

  /** All values of an email; a field that it does not have is empty. */
  public static Map<MailValue, String> read(Envelope mail) {
    try {
      MimeMessage message = new MimeMessage(SESSION, new ByteArrayInputStream(mail.content()));
      InternetAddress from = new InternetAddress(message.getHeader("From", null));
      Map<MailValue, String> values = new EnumMap<>(MailValue.class);
      values.put(FROM, from.toUnicodeString());
      values.put(FROM_NAME, from.getPersonal() == null ? "" : from.getPersonal());
      values.put(FROM_ADDRESS, from.getAddress());
      values.put(TO, mail.recipient());
      values.put(SUBJECT, message.getSubject() == null ? "" : message.getSubject());
      values.put(TEXT, text(message, "text/plain"));
      values.put(HTML, text(message, "text/html"));
      values.put(RAW, Base64.getEncoder().encodeToString(mail.content()));
      values.put(MESSAGE_ID, field(message, "Message-ID"));
      values.put(LIST_ID, field(message, "List-Id"));
      values.put(LIST_UNSUBSCRIBE, field(message, "List-Unsubscribe"));
      values.put(LIST_UNSUBSCRIBE_POST, field(message, "List-Unsubscribe-Post"));
      values.put(RETURN_PATH, mail.sender());
      values.put(MARK, field(message, MARK_FIELD));
      return values;
    } catch (MessagingException | IOException e) {
      throw new IllegalArgumentException("the email cannot be read", e);
    }
  }

  /** A field on one line. */
  private static String field(MimeMessage message, String name) throws MessagingException {
    String value = message.getHeader(name, null);
    return value == null ? "" : value.replaceAll("\\p{Cntrl}+\\s*", " ").strip();
  }

  /** The first part of a type; empty if there is none. */
  private static String text(Part part, String type) throws MessagingException, IOException {
    if (part.isMimeType(type)) {
      return (String) part.getContent();
    }
    if (part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        String text = text(parts.getBodyPart(i), type);
        if (!text.isEmpty()) {
          return text;
        }
      }
    }
    return "";
  }
}

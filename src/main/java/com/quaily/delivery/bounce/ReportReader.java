package com.quaily.delivery.bounce;

import com.quaily.delivery.bounce.MailEvent.Kind;
import com.quaily.delivery.bounce.ReturnPath.MarkedMail;
import com.quaily.delivery.transport.FaultRules;
import com.quaily.delivery.transport.Replies;
import com.quaily.model.delivery.Fault;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads delivery status notifications (RFC 3464) and feedback reports (RFC 5965). The email is
 * found by its mark, in the address that the report came to or in the email that comes back with
 * it.
 */
public final class ReportReader {

  private static final int LARGEST = 1024 * 1024;
  private static final Pattern CODE = Pattern.compile("\\b([245])\\d\\d\\b");

  private final ReturnPath returnPath;

  public ReportReader(ReturnPath returnPath) {
    this.returnPath = returnPath;
  }

  /** What a message reports; empty if it is no report or of an email that we did not send. */
  public Optional<MailEvent> read(MimeMessage message) throws MessagingException, IOException {
    if (message.getSize() > LARGEST || !message.isMimeType("multipart/report")) {
      return Optional.empty();
    }
    Optional<MarkedMail> mail = returnPath.find(source(message));
    return mail.isPresent() && message.getContent() instanceof Multipart parts
        ? read(parts, mail.get())
        : Optional.empty();
  }

  private static String source(MimeMessage message) throws MessagingException, IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    message.writeTo(bytes);
    return bytes.toString(StandardCharsets.ISO_8859_1);
  }

  private static Optional<MailEvent> read(Multipart parts, MarkedMail mail)
      throws MessagingException, IOException {
    for (int i = 0; i < parts.getCount(); i++) {
      BodyPart part = parts.getBodyPart(i);
      try (InputStream in = part.getInputStream()) {
        if (part.isMimeType("message/delivery-status")
            || part.isMimeType("message/global-delivery-status")) {
          return status(in, mail);
        }
        if (part.isMimeType("message/feedback-report")) {
          return feedback(in, mail);
        }
      }
    }
    return Optional.empty();
  }

  /** The first block is about the message, the next one about its only recipient. */
  private static Optional<MailEvent> status(InputStream in, MarkedMail mail)
      throws MessagingException {
    InternetHeaders block = new InternetHeaders(in);
    for (int blocks = 0; field(block, "Action").isEmpty() && blocks < 10; blocks++) {
      block = new InternetHeaders(in);
    }
    String action = field(block, "Action").toLowerCase(Locale.ROOT);
    if (action.isEmpty()) {
      return Optional.empty();
    }
    String diagnostic = field(block, "Diagnostic-Code").replaceFirst("(?i)^\\s*[a-z0-9-]+;", "");
    String reply = Replies.line(diagnostic + " (" + field(block, "Status") + ")");
    if (!action.startsWith("failed")) {
      return Optional.of(new MailEvent(Kind.NOTHING, mail, Fault.NONE, reply));
    }
    return Optional.of(new MailEvent(Kind.BOUNCE, mail, fault(reply), reply));
  }

  private static Fault fault(String reply) {
    Matcher code = CODE.matcher(reply);
    return FaultRules.ofReport(code.find() && code.group(1).equals("4"), reply);
  }

  private static Optional<MailEvent> feedback(InputStream in, MarkedMail mail)
      throws MessagingException {
    String type = field(new InternetHeaders(in), "Feedback-Type").toLowerCase(Locale.ROOT);
    return switch (type) {
      case "" -> Optional.empty();
      case "abuse", "fraud", "virus" ->
          Optional.of(new MailEvent(Kind.COMPLAINT, mail, Fault.NONE, "feedback: " + type));
      default -> Optional.of(new MailEvent(Kind.NOTHING, mail, Fault.NONE, "feedback: " + type));
    };
  }

  private static String field(InternetHeaders fields, String name) {
    String value = fields.getHeader(name, null);
    return value == null ? "" : value.strip();
  }
}

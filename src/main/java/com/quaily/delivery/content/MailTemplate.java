package com.quaily.delivery.content;

import com.quaily.delivery.content.PostMailMessage.Recipient;
import jakarta.mail.util.StreamProvider;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An email without what concerns one reader. It is encoded once for all readers, so that each
 * further email costs little more than a copy. Thread-safe.
 */
public final class MailTemplate {

  /** Looked up once: the library's own methods search the class path for it each time. */
  private static final StreamProvider STREAMS = StreamProvider.provider();

  private static final byte[] SOFT_BREAK = ascii("=\r\n");
  private static final int FIELDS = 1024;
  private static final Pattern ADDRESS = Pattern.compile("[\\x21-\\x7e]+");
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final List<Part> parts;
  private final int bytes;
  private final String feedback;
  private final String domain;

  private MailTemplate(List<Part> parts, String feedback, String domain) {
    this.parts = List.copyOf(parts);
    this.bytes = parts.stream().mapToInt(part -> part.bytes().length).sum();
    this.feedback = feedback;
    this.domain = domain;
  }

  /**
   * A template of an email.
   *
   * @param message without the header fields that {@link #write} adds, its texts {@link #encoded}
   * @param feedback what follows the reader in {@code Feedback-ID}
   * @param domain of the sender
   */
  static MailTemplate of(byte[] message, String feedback, String domain) {
    List<Part> parts = new ArrayList<>();
    String text = new String(message, StandardCharsets.US_ASCII);
    Matcher place = ReaderPlace.PATTERN.matcher(text);
    int from = 0;
    while (place.find()) {
      byte[] before = ascii(text.substring(from, place.start()));
      parts.add(new Part(before, Optional.of(ReaderPlace.of(place.group()))));
      from = place.end();
    }
    parts.add(new Part(ascii(text.substring(from)), Optional.empty()));
    return new MailTemplate(parts, feedback, domain);
  }

  /** A text in quoted-printable, each place of a reader's value on an encoded line of its own. */
  static byte[] encoded(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() * 5 / 4);
    Matcher place = ReaderPlace.PATTERN.matcher(text);
    int from = 0;
    while (place.find()) {
      encode(text.substring(from, place.start()), bytes);
      bytes.write(SOFT_BREAK);
      bytes.write(ascii(place.group()));
      bytes.write(SOFT_BREAK);
      from = place.end();
    }
    encode(text.substring(from), bytes);
    return bytes.toByteArray();
  }

  private static void encode(String text, OutputStream out) throws IOException {
    OutputStream encoder = STREAMS.outputQP(out);
    encoder.write(text.getBytes(StandardCharsets.UTF_8));
    encoder.flush();
  }

  /** The email for one reader. */
  public byte[] write(Recipient recipient, ReaderLinks links, Instant now) {
    String list = "List-Unsubscribe: <" + links.oneClickUrl() + ">\r\n";
    return write(fields(recipient, now) + list, place -> place.value(links));
  }

  /** The email for the channel's owner, who has no links of a reader. */
  byte[] writeToOwner(Recipient recipient, Instant now) {
    return write(fields(recipient, now), place -> "");
  }

  private byte[] write(String fields, Function<ReaderPlace, String> values) {
    try {
      ByteArrayOutputStream mail = new ByteArrayOutputStream(bytes + FIELDS);
      mail.write(ascii(fields));
      for (Part part : parts) {
        mail.write(part.bytes());
        if (part.next().isPresent()) {
          encode(values.apply(part.next().get()), mail);
        }
      }
      return mail.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException("the email was not written", e);
    }
  }

  private String fields(Recipient recipient, Instant now) {
    String identity = recipient.identity();
    if (!ADDRESS.matcher(recipient.email()).matches()) {
      throw new IllegalStateException("the address cannot be written into an email");
    }
    // The same Message-ID for each attempt: a receiver that gets an email twice shows it once.
    return "Date: "
        + DATE.format(now)
        + ("\r\nTo: " + recipient.email())
        + ("\r\nMessage-ID: <" + identity + ".delivery@" + domain + ">")
        + ("\r\nFeedback-ID: " + identity + ":" + feedback)
        + ("\r\nX-Quaily-Delivery: " + recipient.mark() + "\r\n");
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * A part that all readers share.
   *
   * @param next the reader's value that follows it
   */
  @SuppressWarnings("ArrayRecordComponent") // compared nowhere
  private record Part(byte[] bytes, Optional<ReaderPlace> next) {}
}

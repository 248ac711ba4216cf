package com.quaily.delivery.content;

import com.quaily.model.Site;
import com.quaily.model.channel.Channel;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;

/**
 * Writes emails of posts in the Internet Message Format, with the header fields of a mailing list.
 */
public final class PostMailMessage {

  private static final String UTF_8 = StandardCharsets.UTF_8.name();
  private static final String CONTROLS = "\\p{Cntrl}+";

  private final Session session = Session.getInstance(new Properties());
  private final String from;
  private final String domain;
  private final String listHost;

  /**
   * @param from the sender's address, with or without a display name, which is replaced by the
   *     channel's title
   */
  public PostMailMessage(Site site, String from) {
    this.from = address(from);
    this.domain = this.from.substring(this.from.indexOf('@') + 1);
    this.listHost = URI.create(site.baseUrl()).getHost();
  }

  private static String address(String from) {
    try {
      return new InternetAddress(from).getAddress();
    } catch (MessagingException e) {
      throw new IllegalArgumentException("mail.from is not an address: " + from, e);
    }
  }

  /** The address that sends. */
  public String sender() {
    return from;
  }

  /** The domain of the address that sends. */
  public String senderDomain() {
    return domain;
  }

  /**
   * The email as bytes.
   *
   * @param mail for this reader
   * @param links of this reader
   */
  public byte[] write(
      Channel channel, PostMail mail, Recipient recipient, ReaderLinks links, Instant now) {
    return write(channel, mail, recipient, Optional.of(links), now);
  }

  /** The same for the channel's owner, who is no subscriber. */
  public byte[] writeToOwner(Channel channel, PostMail mail, Recipient recipient, Instant now) {
    return write(channel, mail, recipient, Optional.empty(), now);
  }

  private byte[] write(
      Channel channel,
      PostMail mail,
      Recipient recipient,
      Optional<ReaderLinks> links,
      Instant now) {
    try {
      MimeMessage message = new IdentifiedMessage(session, messageId(recipient));
      message.setFrom(new InternetAddress(from, clean(channel.title()), UTF_8));
      message.setRecipients(MimeMessage.RecipientType.TO, recipient.email());
      message.setSubject(clean(mail.subject()), UTF_8);
      message.setSentDate(Date.from(now));
      if (links.isPresent()) {
        putListFields(message, channel, links.get());
      }
      // Keeps automatic responders from replying.
      message.setHeader("Auto-Submitted", "auto-generated");
      message.setHeader("Feedback-ID", recipient.identity() + ":" + channel.id() + ":post:quaily");
      message.setHeader("X-Quaily-Delivery", recipient.identity());
      message.setContent(parts(mail));
      message.saveChanges();
      ByteArrayOutputStream bytes = new ByteArrayOutputStream(mail.html().length() * 2);
      message.writeTo(bytes);
      return bytes.toByteArray();
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException("the email was not written", e);
    }
  }

  private void putListFields(MimeMessage message, Channel channel, ReaderLinks links)
      throws MessagingException, UnsupportedEncodingException {
    String name =
        MimeUtility.encodeWord(clean(channel.title()).replaceAll("[<>\"]", ""), UTF_8, null);
    message.setHeader("List-Id", name + " <" + channel.slug() + "." + listHost + ">");
    message.setHeader("List-Unsubscribe", "<" + links.oneClickUrl() + ">");
    message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    message.setHeader("Precedence", "bulk");
  }

  private static String clean(String value) {
    return value.replaceAll(CONTROLS, " ").strip();
  }

  private String messageId(Recipient recipient) {
    return "<" + recipient.identity() + ".delivery@" + domain + ">";
  }

  private static MimeMultipart parts(PostMail mail) throws MessagingException {
    MimeBodyPart text = new MimeBodyPart();
    text.setText(mail.text(), UTF_8);
    text.setHeader("Content-Transfer-Encoding", "quoted-printable");
    MimeBodyPart html = new MimeBodyPart();
    html.setText(mail.html(), UTF_8, "html");
    html.setHeader("Content-Transfer-Encoding", "quoted-printable");
    return new MimeMultipart("alternative", text, html);
  }

  /**
   * Who gets the email.
   *
   * @param identity names the email: the same for each attempt, such as {@code 7-12}
   */
  public record Recipient(String email, String identity) {}

  /** Keeps its Message-ID: a receiver that gets an email twice shows it once. */
  private static final class IdentifiedMessage extends MimeMessage {

    private final String id;

    IdentifiedMessage(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}

package com.quaily.delivery.content;

import com.quaily.model.Site;
import com.quaily.model.channel.Channel;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
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
import java.util.Properties;

/**
 * Writes emails of posts in the Internet Message Format, with the header fields of a mailing list.
 */
public final class PostMailMessage {

  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  /** Fields that each email has of its own. */
  private static final String[] EACH = {"Date", "Message-ID"};

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
   * The email for one reader.
   *
   * @param links of this reader
   */
  public byte[] write(
      Channel channel, PostMail mail, Recipient recipient, ReaderLinks links, Instant now) {
    return template(channel, mail).write(recipient, links, now);
  }

  /** The same for the channel's owner, who is no subscriber. */
  public byte[] writeToOwner(Channel channel, PostMail mail, Recipient recipient, Instant now) {
    return template(channel, mail, false).writeToOwner(recipient, now);
  }

  /** An email to subscribers without what concerns one of them. */
  public MailTemplate template(Channel channel, PostMail mail) {
    return template(channel, mail, true);
  }

  private MailTemplate template(Channel channel, PostMail mail, boolean isForList) {
    try {
      MimeMessage message = new MimeMessage(session);
      message.setFrom(new InternetAddress(from, clean(channel.title()), UTF_8));
      message.setSubject(clean(mail.subject()), UTF_8);
      if (isForList) {
        putListFields(message, channel);
      }
      // Keeps automatic responders from replying.
      message.setHeader("Auto-Submitted", "auto-generated");
      message.setContent(parts(mail));
      message.saveChanges();
      ByteArrayOutputStream bytes = new ByteArrayOutputStream(mail.html().length() * 2);
      message.writeTo(bytes, EACH);
      return MailTemplate.of(bytes.toByteArray(), channel.id() + ":post:quaily", domain);
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException("the email was not written", e);
    }
  }

  private void putListFields(MimeMessage message, Channel channel)
      throws MessagingException, UnsupportedEncodingException {
    String name =
        MimeUtility.encodeWord(clean(channel.title()).replaceAll("[<>\"]", ""), UTF_8, null);
    message.setHeader("List-Id", name + " <" + channel.slug() + "." + listHost + ">");
    message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    message.setHeader("Precedence", "bulk");
  }

  private static String clean(String value) {
    return value.replaceAll(CONTROLS, " ").strip();
  }

  private static MimeMultipart parts(PostMail mail) throws MessagingException, IOException {
    return new MimeMultipart(
        "alternative", part("text/plain", mail.text()), part("text/html", mail.html()));
  }

  private static MimeBodyPart part(String type, String text)
      throws MessagingException, IOException {
    InternetHeaders headers = new InternetHeaders();
    headers.setHeader("Content-Type", type + "; charset=" + UTF_8);
    headers.setHeader("Content-Transfer-Encoding", "quoted-printable");
    return new MimeBodyPart(headers, MailTemplate.encoded(text));
  }

  /**
   * Who gets the email.
   *
   * @param identity names the email: the same for each attempt, such as {@code 7-12}
   * @param mark names it in reports about it, see {@link com.quaily.delivery.bounce.ReturnPath}
   */
  public record Recipient(String email, String identity, String mark) {

    /** One whose email reports cannot name safely. */
    public Recipient(String email, String identity) {
      this(email, identity, identity);
    }
  }
}

package com.quaily.delivery.bounce;

import jakarta.mail.Flags;
import jakarta.mail.Flags.Flag;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The mailbox to which bounces and complaints come. What is understood is deleted; anything else
 * stays there, marked as read, for a person.
 */
public final class BounceMailbox {

  private static final Logger LOG = LoggerFactory.getLogger(BounceMailbox.class);
  private static final int AT_ONCE = 500;
  private static final String TIMEOUT_MILLIS = "30000";

  private final URI server;
  private final ReportReader reader;
  private final Consumer<MailEvent> handler;

  /**
   * @param url {@code imaps://user:password@host:port/folder}
   * @param handler can be called again with the same event
   */
  public BounceMailbox(String url, ReportReader reader, Consumer<MailEvent> handler) {
    this.server = URI.create(url);
    this.reader = reader;
    this.handler = handler;
  }

  /** Reads what is new. A mailbox that cannot be reached is read the next time. */
  public void read() {
    try (Store store = Session.getInstance(properties()).getStore(server.getScheme())) {
      String[] login = server.getRawUserInfo().split(":", 2);
      store.connect(server.getHost(), server.getPort(), decoded(login[0]), decoded(login[1]));
      try (Folder folder = store.getFolder(folderName())) {
        folder.open(Folder.READ_WRITE);
        Message[] fresh = folder.search(new FlagTerm(new Flags(Flag.SEEN), false));
        for (Message message : Arrays.copyOf(fresh, Math.min(fresh.length, AT_ONCE))) {
          handle(message);
        }
      }
    } catch (MessagingException e) {
      LOG.warn("the mailbox of bounces at {} was not read: {}", server.getHost(), e.getMessage());
    }
  }

  private void handle(Message message) throws MessagingException {
    // Reading does not mark it as read: a message that cannot be handled now is read again.
    ((IMAPMessage) message).setPeek(true);
    Optional<MailEvent> event = event(message);
    event.ifPresent(handler);
    message.setFlag(Flag.SEEN, true);
    message.setFlag(Flag.DELETED, event.isPresent());
  }

  /** A message that cannot be read must not keep others from being read. */
  private Optional<MailEvent> event(Message message) {
    try {
      return reader.read((MimeMessage) message);
    } catch (MessagingException | IOException e) {
      LOG.info("a message in the mailbox of bounces cannot be read: {}", e.toString());
      return Optional.empty();
    }
  }

  private String folderName() {
    String path = server.getPath();
    return path == null || path.length() < 2 ? "INBOX" : path.substring(1);
  }

  private Properties properties() {
    String prefix = "mail." + server.getScheme() + ".";
    Properties properties = new Properties();
    for (String timeout : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
      properties.setProperty(prefix + timeout, TIMEOUT_MILLIS);
    }
    properties.setProperty(prefix + "ssl.checkserveridentity", "true");
    properties.setProperty(prefix + "starttls.enable", "true");
    properties.setProperty(prefix + "partialfetch", "false");
    return properties;
  }

  private static String decoded(String part) {
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}

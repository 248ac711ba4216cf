package com.quaily.delivery.mail;

import com.quaily.model.delivery.KeptMail;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.UnavailableException;
import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * A directory to which emails are written instead of being sent, one file per email in the Internet
 * Message Format. Used without an SMTP server and by the demo.
 */
public final class Outbox implements Mailer {

  private final Path directory;
  private final String from;
  private final Clock clock;
  private final Session session = Session.getInstance(new Properties());
  private final AtomicLong last = new AtomicLong();

  public Outbox(Path directory, String from, Clock clock) {
    this.directory = directory;
    this.from = from;
    this.clock = clock;
  }

  @Override
  public void send(OutgoingMail mail) {
    try {
      ByteArrayOutputStream content = new ByteArrayOutputStream();
      MimeMails.create(session, from, mail, clock.instant()).writeTo(content);
      keep(content.toByteArray());
    } catch (IOException | MessagingException e) {
      throw new UnavailableException(ErrorCode.MAIL_UNAVAILABLE, e);
    }
  }

  /** Keeps a finished email. */
  public void keep(byte[] mail) {
    // Not Clock.millis(), which clocks that tick in microseconds do not support.
    long now = clock.instant().toEpochMilli();
    // The name sorts by time and is unique even within a millisecond.
    long number = last.updateAndGet(before -> Math.max(before + 1, now * 1000));
    try {
      makePrivate();
      Path temporary = directory.resolve("." + number + ".tmp");
      Files.write(temporary, mail);
      Files.move(temporary, directory.resolve(number + ".eml"), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UnavailableException(ErrorCode.MAIL_UNAVAILABLE, e);
    }
  }

  /** The emails contain codes and links that log people in. */
  private void makePrivate() throws IOException {
    Files.createDirectories(directory);
    if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    }
  }

  /** The newest emails first, up to the limit. */
  public List<KeptMail> newest(int limit) {
    List<KeptMail> mails = new ArrayList<>();
    for (Path file : files()) {
      if (mails.size() == limit) {
        break;
      }
      mails.add(read(file));
    }
    return mails;
  }

  private List<Path> files() {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".eml"))
          .sorted(Collections.reverseOrder())
          .toList();
    } catch (IOException e) {
      throw new UnavailableException(ErrorCode.MAIL_UNAVAILABLE, e);
    }
  }

  private KeptMail read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      MimeMessage message = new MimeMessage(session, in);
      Map<String, String> headers = new LinkedHashMap<>();
      for (Header header : Collections.list(message.getAllHeaders())) {
        headers.merge(header.getName(), header.getValue(), (left, right) -> left + ", " + right);
      }
      Address[] to = message.getAllRecipients();
      return new KeptMail(
          to == null || to.length == 0 ? "" : to[0].toString(),
          message.getSubject(),
          part(message, "text/plain"),
          part(message, "text/html"),
          headers,
          message.getSentDate().toInstant());
    } catch (IOException | MessagingException e) {
      throw new UnavailableException(ErrorCode.MAIL_UNAVAILABLE, e);
    }
  }

  private static String part(MimeMessage message, String type)
      throws MessagingException, IOException {
    if (message.isMimeType(type)) {
      return (String) message.getContent();
    }
    if (message.getContent() instanceof MimeMultipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        BodyPart part = parts.getBodyPart(i);
        if (part.isMimeType(type)) {
          return (String) part.getContent();
        }
      }
    }
    return "";
  }
}

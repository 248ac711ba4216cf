package com.quaily.delivery.transport;

import com.quaily.delivery.mail.SmtpServer;
import com.quaily.delivery.transport.Handover.Outcome;
import com.quaily.delivery.transport.SmtpConnection.Sockets;
import com.quaily.model.delivery.Fault;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends emails over SMTP; keeps connections open and uses them again. */
public final class SmtpTransport implements MailTransport {

  private static final Logger LOG = LoggerFactory.getLogger(SmtpTransport.class);

  /** Many servers end a connection after a hundred. */
  private static final int MESSAGES_PER_CONNECTION = 100;

  private static final long WATCH_MILLIS = 1000;

  /** The reply with which a server ends a connection. */
  private static final String CLOSING = "421";

  private final SmtpServer server;
  private final Timeouts timeouts;
  private final String hostName;
  private final ConcurrentLinkedDeque<SmtpConnection> idle = new ConcurrentLinkedDeque<>();
  private final Set<SmtpConnection> open = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "smtp-watch");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * How long to wait.
   *
   * @param connect for a connection
   * @param command for the answer to each command
   * @param end for the answer to a whole email; shorter times than ten minutes leave more emails in
   *     doubt
   */
  public record Timeouts(Duration connect, Duration command, Duration end) {}

  /**
   * @param hostName the name that this program gives itself
   */
  public SmtpTransport(SmtpServer server, Timeouts timeouts, String hostName) {
    this.server = server;
    this.timeouts = timeouts;
    this.hostName = hostName;
    watch.scheduleWithFixedDelay(this::endStuck, WATCH_MILLIS, WATCH_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void endStuck() {
    open.forEach(connection -> connection.endIfStuck(timeouts.command()));
  }

  @Override
  public String name() {
    return server.toString();
  }

  @Override
  public Handover send(Envelope mail) {
    SmtpConnection used = idle.pollFirst();
    if (used != null) {
      Handover first = send(used, mail);
      if (!hasEnded(first)) {
        return first;
      }
    }
    return sendOverNew(mail);
  }

  /** Whether the server ended a connection that was idle, or used too often; nothing was sent. */
  private static boolean hasEnded(Handover first) {
    boolean lost = first.fault() == Fault.CONNECTION_FAILURE || first.reply().startsWith(CLOSING);
    return first.outcome() == Outcome.DEFERRED && lost;
  }

  private Handover sendOverNew(Envelope mail) {
    Sockets sockets = new Sockets();
    SmtpConnection connection =
        new SmtpConnection(
            Session.getInstance(properties(sockets)), server, sockets, timeouts.end());
    open.add(connection);
    try {
      connection.open();
    } catch (MessagingException e) {
      close(connection);
      Fault fault =
          e instanceof AuthenticationFailedException
              ? Fault.RELAY_DENIED
              : Fault.CONNECTION_FAILURE;
      return result(Outcome.UNAVAILABLE, fault, Replies.of(e));
    }
    return send(connection, mail);
  }

  private Handover send(SmtpConnection connection, Envelope mail) {
    try {
      connection.send(mail);
      String reply = Replies.line(connection.getLastServerResponse());
      if (connection.messages() < MESSAGES_PER_CONNECTION) {
        idle.addFirst(connection);
      } else {
        close(connection);
      }
      return result(Outcome.ACCEPTED, Fault.NONE, reply);
    } catch (AddressException e) {
      close(connection);
      return result(Outcome.REFUSED, Fault.MAILBOX_NOT_FOUND, Replies.of(e));
    } catch (MessagingException e) {
      Handover failed = failed(connection, e);
      close(connection);
      return failed;
    }
  }

  private Handover failed(SmtpConnection connection, MessagingException e) {
    for (Exception cause = e; cause != null; cause = next(cause)) {
      if (cause instanceof SMTPAddressFailedException refused) {
        return refused(refused.getReturnCode(), refused.getMessage());
      }
      if (cause instanceof SMTPSenderFailedException refused
          && refused.getReturnCode() / 100 == 5) {
        // The server does not accept our address: no other email would do better.
        return result(Outcome.UNAVAILABLE, Fault.RELAY_DENIED, Replies.line(refused.getMessage()));
      }
      if (cause instanceof SMTPSenderFailedException refused && refused.getReturnCode() > 0) {
        return refused(refused.getReturnCode(), refused.getMessage());
      }
      if (cause instanceof SMTPSendFailedException refused && refused.getReturnCode() > 0) {
        return refused(refused.getReturnCode(), refused.getMessage());
      }
    }
    return connection.isEndWritten()
        ? result(Outcome.UNCERTAIN, Fault.CONNECTION_FAILURE, Replies.of(e))
        // Other emails are not to blame for what this one met.
        : result(Outcome.DEFERRED, Fault.CONNECTION_FAILURE, Replies.of(e));
  }

  private static Exception next(Exception e) {
    return e instanceof MessagingException chained ? chained.getNextException() : null;
  }

  private Handover refused(int code, String reply) {
    String line = Replies.line(reply);
    Fault fault = FaultRules.of(code, line);
    if (fault == Fault.RELAY_DENIED) {
      return result(Outcome.UNAVAILABLE, fault, line);
    }
    boolean forNow = code / 100 == 4 || fault == Fault.MAILBOX_FULL;
    return result(forNow ? Outcome.DEFERRED : Outcome.REFUSED, fault, line);
  }

  private Handover result(Outcome outcome, Fault fault, String reply) {
    return new Handover(outcome, fault, reply, name());
  }

  private Properties properties(Sockets sockets) {
    String prefix = "mail." + server.protocol() + ".";
    boolean tls = server.protocol().equals("smtps");
    Properties properties = new Properties();
    properties.setProperty(prefix + "connectiontimeout", millis(timeouts.connect()));
    // The socket inside TLS is the library's own, so that its time cannot be changed later.
    properties.setProperty(prefix + "timeout", millis(tls ? timeouts.end() : timeouts.command()));
    properties.setProperty(prefix + "starttls.enable", "true");
    // A password never travels in clear text to another machine.
    properties.setProperty(
        prefix + "starttls.required", String.valueOf(!tls && server.needsLogin() && !isLocal()));
    properties.setProperty(prefix + "ssl.checkserveridentity", "true");
    properties.setProperty(prefix + "auth", String.valueOf(server.needsLogin()));
    properties.setProperty(prefix + "localhost", hostName);
    properties.setProperty(prefix + "quitwait", "false");
    if (tls) {
      properties.setProperty(prefix + "writetimeout", millis(timeouts.command()));
    } else {
      properties.put(prefix + "socketFactory", sockets);
    }
    return properties;
  }

  private boolean isLocal() {
    return server.host().equals("localhost") || server.host().startsWith("127.");
  }

  private static String millis(Duration time) {
    return String.valueOf(time.toMillis());
  }

  private void close(SmtpConnection connection) {
    open.remove(connection);
    try {
      connection.close();
    } catch (MessagingException e) {
      LOG.debug("a connection did not close", e);
    }
  }

  @Override
  public void close() {
    watch.shutdown();
    for (SmtpConnection each = idle.pollFirst(); each != null; each = idle.pollFirst()) {
      close(each);
    }
  }
}

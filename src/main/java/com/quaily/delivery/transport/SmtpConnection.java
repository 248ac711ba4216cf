package com.quaily.delivery.transport;

import com.quaily.delivery.mail.SmtpServer;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import javax.net.SocketFactory;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to an SMTP server. Knows whether the current email was written to its end: before
 * that nothing was sent, after that a missing answer leaves it open.
 */
final class SmtpConnection extends SMTPTransport {

  private static final Logger LOG = LoggerFactory.getLogger(SmtpConnection.class);
  private static final String SENDER = "MAIL FROM";
  private static final String RECIPIENT = "RCPT TO";
  private static final String DATA = "DATA";
  private static final int TOGETHER = 3;
  private static final int START_OF_CONTENT = 354;

  private final Session session;
  private final SmtpServer server;
  private final Sockets sockets;
  private final Duration finalTimeout;
  private boolean endWritten;
  private int messages;
  private String recipientCommand = "";

  /** Answers to commands that are out already. */
  private int unread;

  /** {@link System#nanoTime} when it began to write what it has not written yet; 0 for nothing. */
  private volatile long writingSince;

  SmtpConnection(Session session, SmtpServer server, Sockets sockets, Duration finalTimeout) {
    super(
        session,
        new URLName(server.protocol(), server.host(), server.port(), null, null, null),
        server.protocol(),
        server.protocol().equals("smtps"));
    this.session = session;
    this.server = server;
    this.sockets = sockets;
    this.finalTimeout = finalTimeout;
  }

  void open() throws MessagingException {
    sockets.forget();
    connect(server.host(), server.port(), server.user(), server.password());
  }

  /** Sends an email and waits for the answer. */
  void send(Envelope mail) throws MessagingException {
    endWritten = false;
    messages++;
    InternetAddress recipient = new InternetAddress(mail.recipient());
    recipientCommand = RECIPIENT + ":<" + recipient.getAddress() + ">";
    unread = 0;
    sendMessage(new FinishedMessage(session, mail), new Address[] {recipient});
  }

  /**
   * Sends the commands of one email without waiting for each answer where the server permits it
   * (RFC 2920): then those that the library sends one by one are out already, and their answers are
   * read in turn.
   */
  @Override
  protected void sendCommand(String command) throws MessagingException {
    writingSince = System.nanoTime();
    if (command.startsWith(SENDER) && supportsExtension("PIPELINING")) {
      super.sendCommand(command);
      super.sendCommand(recipientCommand);
      super.sendCommand(DATA);
      unread = TOGETHER;
    } else if (unread == 0) {
      super.sendCommand(command);
    } else if (!command.startsWith(RECIPIENT) && !command.equals(DATA)) {
      endGroup();
      super.sendCommand(command);
    }
  }

  @Override
  protected OutputStream data() throws MessagingException {
    OutputStream content = super.data();
    writingSince = System.nanoTime();
    return content;
  }

  @Override
  protected int readServerResponse() throws MessagingException {
    writingSince = 0;
    int code = super.readServerResponse();
    unread = Math.max(0, unread - 1);
    return code;
  }

  /** Reads what the server still says to an email that it refused. */
  private void endGroup() throws MessagingException {
    int code = 0;
    while (unread > 0) {
      code = readServerResponse();
    }
    if (code == START_OF_CONTENT) {
      // It takes whatever follows for the email; only closing the connection ends that.
      throw new MessagingException("the server waits for an email that is not sent");
    }
  }

  /**
   * Closes the connection if its server has taken nothing for too long. The library can limit the
   * time of a write, but wakes another thread for each one, which costs more than the write.
   */
  void endIfStuck(Duration longest) {
    long since = writingSince;
    if (since != 0 && System.nanoTime() - since > longest.toNanos()) {
      sockets.close();
    }
  }

  /** Whether the last email was written to its end. */
  boolean isEndWritten() {
    return endWritten;
  }

  /** Emails that this connection was used for. */
  int messages() {
    return messages;
  }

  /** A server may check an email for minutes before it answers; an answer missed is a doubt. */
  @Override
  protected void finishData() throws IOException, MessagingException {
    Duration usual = sockets.waitFor(finalTimeout);
    endWritten = true;
    super.finishData();
    sockets.waitFor(usual);
  }

  /** An email whose bytes are sent as they are. */
  private static final class FinishedMessage extends SMTPMessage {

    private final byte[] content;

    FinishedMessage(Session session, Envelope mail) {
      super(session);
      content = mail.content();
      saved = true;
      setEnvelopeFrom(mail.sender());
    }

    @Override
    public void writeTo(OutputStream out, String[] ignored) throws IOException {
      out.write(content);
    }

    @Override
    public int getSize() {
      return content.length;
    }
  }

  /** Remembers the socket of a connection, to change how long its reads wait. */
  static final class Sockets extends SocketFactory {

    private volatile Socket last;

    @Override
    public Socket createSocket() throws IOException {
      return remember(new Socket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
      return remember(new Socket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort)
        throws IOException {
      return remember(new Socket(host, port, local, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
      return remember(new Socket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
        throws IOException {
      return remember(new Socket(host, port, local, localPort));
    }

    /**
     * Without Nagle's algorithm, which holds a command back until the one before it is confirmed.
     */
    private Socket remember(Socket socket) throws IOException {
      socket.setTcpNoDelay(true);
      last = socket;
      return socket;
    }

    void forget() {
      last = null;
    }

    void close() {
      Socket open = last;
      if (open != null) {
        try {
          open.close();
        } catch (IOException e) {
          LOG.debug("a connection did not close", e);
        }
      }
    }

    /** Sets how long reads wait; returns how long they did before. */
    Duration waitFor(Duration time) throws IOException {
      if (last == null) {
        return time;
      }
      Duration before = Duration.ofMillis(last.getSoTimeout());
      last.setSoTimeout(Math.toIntExact(time.toMillis()));
      return before;
    }
  }
}

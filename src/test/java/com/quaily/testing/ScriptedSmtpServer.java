package com.quaily.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An SMTP server that does to each recipient what a test says, and remembers what it accepted. An
 * email counts as accepted when its end has arrived, whether the client hears of it or not.
 */
public final class ScriptedSmtpServer implements AutoCloseable {

  private final ServerSocket server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Socket> clients = new CopyOnWriteArrayList<>();
  private final Map<String, Act> script = new ConcurrentHashMap<>();
  private final List<Accepted> accepted = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();
  private volatile long pauseMillis;
  private volatile boolean pipelining;

  /** What happens to an email. */
  public enum Act {
    ACCEPT,
    REFUSE_RECIPIENT,
    REFUSE_CONTENT,
    DEFER,
    /** Defer once, then accept. */
    DEFER_ONCE,
    /** Take the whole email and never answer. */
    HANG,
    /** Ask for the email and read nothing of it. */
    READ_NOTHING,
    /** Take the whole email and end the connection. */
    CUT_AFTER_END,
    /** End the connection before the content, once; then accept. */
    CUT_BEFORE_CONTENT_ONCE,
    /** Say goodbye instead of an answer, once; then accept. */
    CLOSING_ONCE
  }

  /** An email that was accepted. */
  public record Accepted(String sender, String recipient, String content) {}

  public ScriptedSmtpServer() {
    try {
      server = new ServerSocket(0, 100, InetAddress.getByName("127.0.0.1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::listen);
  }

  public String url() {
    return "smtp://127.0.0.1:" + server.getLocalPort();
  }

  public void script(String recipient, Act act) {
    script.put(recipient, act);
  }

  /** Each answer to an email takes as long. */
  public void slowDown(long millis) {
    pauseMillis = millis;
  }

  /**
   * From now on offers PIPELINING, and answers to an email's commands only when all are there: a
   * client that waits for each answer gets none.
   */
  public void expectPipelining() {
    pipelining = true;
  }

  public List<Accepted> accepted() {
    return accepted;
  }

  /** Emails that were accepted for a recipient. */
  public List<Accepted> accepted(String recipient) {
    return accepted.stream().filter(mail -> mail.recipient().equals(recipient)).toList();
  }

  public int connections() {
    return connections.get();
  }

  private void listen() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        clients.add(client);
        connections.incrementAndGet();
        threads.execute(() -> converse(client));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void converse(Socket client) {
    try (client) {
      new Conversation(client).run();
    } catch (IOException | InterruptedException e) {
      // The client ended the connection, or the test did.
    }
  }

  @Override
  public void close() {
    try {
      server.close();
      for (Socket client : clients) {
        client.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.shutdownNow();
  }

  private final class Conversation {

    private final InputStream in;
    private final OutputStream out;
    private String sender = "";
    private String recipient = "";
    private boolean recipientTaken;
    private boolean holding;
    private final StringBuilder held = new StringBuilder();

    Conversation(Socket client) throws IOException {
      in = new BufferedInputStream(client.getInputStream());
      out = client.getOutputStream();
    }

    void run() throws IOException, InterruptedException {
      say("220 test");
      boolean open = true;
      while (open) {
        String line = line();
        open = line != null && answer(line);
      }
    }

    private boolean answer(String line) throws IOException, InterruptedException {
      String command = line.length() < 4 ? line : line.substring(0, 4).toUpperCase(Locale.ROOT);
      switch (command) {
        case "EHLO" ->
            say("250-test\r\n" + (pipelining ? "250-PIPELINING\r\n" : "") + "250 8BITMIME");
        case "MAIL" -> {
          holding = pipelining;
          sender = address(line);
          say("250 2.1.0 ok");
        }
        case "RCPT" -> {
          recipient = address(line);
          return recipient();
        }
        case "DATA" -> {
          if (act() == Act.CUT_BEFORE_CONTENT_ONCE) {
            script.remove(recipient);
            return false;
          }
          holding = false;
          if (!recipientTaken) {
            say("554 5.5.1 no valid recipients");
            return true;
          }
          say("354 go on");
          return content();
        }
        case "QUIT" -> {
          say("221 bye");
          return false;
        }
        default -> say("250 ok");
      }
      return true;
    }

    private boolean recipient() throws IOException {
      Act act = act();
      recipientTaken = act != Act.REFUSE_RECIPIENT && act != Act.DEFER && act != Act.DEFER_ONCE;
      switch (act) {
        case REFUSE_RECIPIENT -> say("550 5.1.1 <" + recipient + ">: user unknown");
        case DEFER -> say("451 4.7.1 greylisted");
        case DEFER_ONCE -> {
          script.remove(recipient);
          say("450 4.2.0 try later");
        }
        case CLOSING_ONCE -> {
          script.remove(recipient);
          say("421 4.3.2 closing");
          return false;
        }
        default -> say("250 2.1.5 ok");
      }
      return true;
    }

    private boolean content() throws IOException, InterruptedException {
      Act act = act();
      if (act == Act.READ_NOTHING) {
        Thread.sleep(600_000);
      }
      ByteArrayOutputStream content = new ByteArrayOutputStream();
      for (String line = line(); !".".equals(line); line = line()) {
        if (line == null) {
          return false;
        }
        String text = line.startsWith("..") ? line.substring(1) : line;
        content.write((text + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
      }
      if (act == Act.REFUSE_CONTENT) {
        say("554 5.7.1 looks like spam");
        return true;
      }
      accepted.add(new Accepted(sender, recipient, content.toString(StandardCharsets.ISO_8859_1)));
      if (act == Act.HANG) {
        Thread.sleep(600_000);
      }
      if (act == Act.CUT_AFTER_END) {
        return false;
      }
      Thread.sleep(pauseMillis);
      say("250 2.0.0 queued as " + accepted.size());
      return true;
    }

    private Act act() {
      return script.getOrDefault(recipient, Act.ACCEPT);
    }

    private static String address(String line) {
      return line.substring(line.indexOf('<') + 1, line.indexOf('>'));
    }

    private String line() throws IOException {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      for (int b = in.read(); b >= 0; b = in.read()) {
        if (b == '\n') {
          String text = line.toString(StandardCharsets.ISO_8859_1);
          return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
        }
        line.write(b);
      }
      return null;
    }

    private void say(String line) throws IOException {
      held.append(line).append("\r\n");
      if (!holding) {
        out.write(held.toString().getBytes(StandardCharsets.US_ASCII));
        out.flush();
        held.setLength(0);
      }
    }
  }
}

package com.quaily.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A connection on which the server does not announce its end takes another request. Clients may not
 * repeat one that changes something when its connection ends without an answer.
 */
@ExtendWith(SharedInstance.class)
class KeptConnectionsTest {

  private static final int PATIENCE_MILLIS = 20_000;

  private static final List<String> PATHS =
      List.of(
          "/healthz",
          "/readyz",
          "/",
          "/no-such-page/p/x",
          "/api/users/me",
          "/api/auth/code",
          "/api/lists/a%00b",
          "/api/lists/%FF",
          "/api//",
          "/api/../x",
          "/api/no/such/call",
          "/api/posts/reactions",
          "/api/subscriptions/letters/delete",
          "/api/oauth/token",
          "/_confirm/x",
          "/api/" + "x".repeat(9_000));

  private final TestInstance instance;

  KeptConnectionsTest(TestInstance instance) {
    this.instance = instance;
  }

  @Test
  void everyConnectionThatIsNotAnnouncedToEndIsUsableAgain() throws Exception {
    List<String> broken = new ArrayList<>();
    int kept = 0;
    for (String path : PATHS) {
      for (String method : List.of("GET", "PUT", "POST", "DELETE", "PATCH", "OPTIONS")) {
        for (Body body : Body.values()) {
          String call = method + " " + path.substring(0, Math.min(30, path.length())) + " " + body;
          String result = exchange(method, path, body);
          kept += result.equals("kept") ? 1 : 0;
          if (result.startsWith("lost")) {
            broken.add(call + ": " + result);
          }
        }
      }
    }
    assertEquals("", String.join("\n", broken));
    assertEquals(true, kept > 100, "only " + kept + " connections were kept");
  }

  /** Ways for a body to arrive. */
  private enum Body {
    NONE,
    AT_ONCE,
    LATER,
    CHUNKED,
    CHUNKED_LATER,
    LAST_CHUNK_LATER,
    FORM,
    LARGE
  }

  private String exchange(String method, String path, Body body) throws Exception {
    URI server = URI.create(instance.url());
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.setTcpNoDelay(true);
      OutputStream out = socket.getOutputStream();
      boolean sent = sends(() -> send(out, method, path, body));
      InputStream in = socket.getInputStream();
      Answer first = Answer.read(in);
      if (!sent && first != null && !first.ends()) {
        return "lost while sending";
      }
      if (first == null) {
        return "lost before any answer";
      }
      if (first.ends()) {
        return "announced";
      }
      out.write(head("GET", "/healthz", "").getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      Answer second = Answer.read(in);
      return second == null ? "lost after " + first.status() : "kept";
    } catch (IOException e) {
      return "lost: " + e.getMessage();
    }
  }

  /** What is sent. */
  private interface Sending {
    void run() throws IOException, InterruptedException;
  }

  /** Whether the server took it; it may answer and end the connection before. */
  private static boolean sends(Sending sending) throws InterruptedException {
    try {
      sending.run();
      return true;
    } catch (IOException ended) {
      return false;
    }
  }

  private static void send(OutputStream out, String method, String path, Body body)
      throws IOException, InterruptedException {
    String json = "{\"email\":5}";
    String type = "Content-Type: application/json\r\n";
    String length = type + "Content-Length: " + json.length() + "\r\n";
    String chunked = type + "Transfer-Encoding: chunked\r\n";
    switch (body) {
      case NONE -> write(out, head(method, path, ""));
      case AT_ONCE -> write(out, head(method, path, length) + json);
      case LATER -> {
        write(out, head(method, path, length));
        later();
        write(out, json);
      }
      case CHUNKED -> write(out, head(method, path, chunked) + "b\r\n" + json + "\r\n0\r\n\r\n");
      case CHUNKED_LATER -> {
        write(out, head(method, path, chunked));
        later();
        write(out, "b\r\n" + json + "\r\n0\r\n\r\n");
      }
      case LAST_CHUNK_LATER -> {
        write(out, head(method, path, chunked) + "b\r\n" + json + "\r\n");
        later();
        write(out, "0\r\n\r\n");
      }
      case FORM ->
          write(
              out,
              head(
                      method,
                      path,
                      "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 3\r\n")
                  + "a=b");
      case LARGE -> {
        String text = "\"" + "a".repeat(200_000) + "\"";
        write(out, head(method, path, type + "Content-Length: " + text.length() + "\r\n"));
        later();
        write(out, text);
      }
    }
  }

  /** So that the server can answer before the body is there. */
  private static void later() throws InterruptedException {
    Thread.sleep(30);
  }

  private static String head(String method, String path, String fields) {
    return method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n" + fields + "\r\n";
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  /**
   * An answer that was read to its end.
   *
   * @param ends whether the server said that the connection ends with it
   */
  private record Answer(int status, boolean ends) {

    /** The next answer; null when the connection ends first. */
    static Answer read(InputStream in) throws IOException {
      String statusLine = line(in);
      if (statusLine == null) {
        return null;
      }
      int status = Integer.parseInt(statusLine.split(" ")[1]);
      boolean ends = false;
      boolean chunked = false;
      int length = 0;
      for (String field = line(in); field != null && !field.isEmpty(); field = line(in)) {
        String lower = field.toLowerCase(Locale.ROOT);
        ends |= lower.equals("connection: close");
        chunked |= lower.equals("transfer-encoding: chunked");
        if (lower.startsWith("content-length:")) {
          length = Integer.parseInt(lower.substring(15).strip());
        }
      }
      in.readNBytes(length);
      while (chunked) {
        int size = Integer.parseInt(line(in), 16);
        in.readNBytes(size + 2);
        chunked = size > 0;
      }
      return new Answer(status, ends);
    }

    private static String line(InputStream in) throws IOException {
      StringBuilder line = new StringBuilder();
      for (int c = in.read(); c != '\n'; c = in.read()) {
        if (c < 0) {
          return null;
        }
        line.append((char) c);
      }
      return line.toString().strip();
    }
  }
}

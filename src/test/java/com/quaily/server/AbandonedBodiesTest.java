package com.quaily.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.quaily.testing.RawConnection;
import com.quaily.testing.Waiting;
import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is left of a body after the answer. */
class AbandonedBodiesTest {

  private static final int LENGTH = 100_000;

  private final AtomicLong nanoTime = new AtomicLong();
  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server, 1, 1);

  @BeforeEach
  void start() throws Exception {
    server.addConnector(connector);
    server.setHandler(new UnreadBodies(new Deaf(), nanoTime::get));
    server.start();
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  @Test
  void aClientThatSendsTheRestInTimeKeepsItsConnection() throws Exception {
    try (RawConnection connection = answered()) {
      nanoTime.addAndGet(Duration.ofSeconds(9).toNanos());
      write(connection, "a".repeat(LENGTH - 1));
      assertEquals(200, connection.ask("GET", "/").status());
    }
  }

  @Test
  void aClientThatSendsTheRestTooSlowlyLosesItsConnection() throws Exception {
    try (RawConnection connection = answered()) {
      // The answer may be here before the server has begun to wait for the rest.
      Waiting.until(
          "the end of the connection",
          () -> {
            nanoTime.addAndGet(Duration.ofSeconds(11).toNanos());
            return isClosedAfterAByte(connection);
          });
    }
  }

  private static boolean isClosedAfterAByte(RawConnection connection) {
    try {
      write(connection, "a");
      connection.socket().setSoTimeout(100);
      return connection.socket().getInputStream().read() < 0;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  /** A connection with an answer to a request of whose body one character was sent. */
  private RawConnection answered() throws Exception {
    RawConnection connection = new RawConnection(connector.getLocalPort());
    connection.send("POST", "/", "Content-Length: " + LENGTH);
    write(connection, "a");
    assertEquals(200, connection.read(false).status());
    return connection;
  }

  private static void write(RawConnection connection, String text) throws IOException {
    OutputStream out = connection.socket().getOutputStream();
    out.write(text.getBytes(UTF_8));
    out.flush();
  }

  /** Answers without reading. */
  private static final class Deaf extends Handler.Abstract {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      response.write(true, ByteBuffer.wrap("ok".getBytes(UTF_8)), callback);
      return true;
    }
  }
}

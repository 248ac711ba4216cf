package com.quaily.ai.proxy;

import com.quaily.model.JsonText;
import com.quaily.model.ai.Outcome;
import com.quaily.model.ai.Usage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * The side of a remote proxy that runs the calls. Answers with server-sent events: parts of the
 * text, then the answer or the failure.
 */
public final class ProxyServer {

  /** Below the URL of the instance. */
  public static final String PATH = "/api/ai-proxy";

  /** The header with the key that both instances share. */
  public static final String KEY_HEADER = "X-Quaily-Proxy-Key";

  private static final int LARGEST_BODY = 8 << 20;
  private static final Duration FULL = Duration.ofSeconds(1);

  private final Proxies proxies;
  private final byte[] sharedKey;
  private final Map<String, Semaphore> slots = new ConcurrentHashMap<>();

  /**
   * @param sharedKey empty = every call is refused
   */
  public ProxyServer(Proxies proxies, String sharedKey) {
    this.proxies = proxies;
    this.sharedKey = sharedKey.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Whether a call may run.
   *
   * @param key the value of {@link #KEY_HEADER}; may be null
   * @return 200, 401 for a wrong key, or 404 for an unknown proxy
   */
  public int status(String key, String proxy) {
    byte[] given = key == null ? new byte[0] : key.getBytes(StandardCharsets.UTF_8);
    if (sharedKey.length == 0 || !MessageDigest.isEqual(sharedKey, given)) {
      return 401;
    }
    return proxies.find(proxy).isPresent() ? 200 : 404;
  }

  /**
   * Runs a call and writes what happens; a client that goes away ends the call.
   *
   * @throws IOException when the client went away
   */
  public void run(String proxy, InputStream body, OutputStream out) throws IOException {
    ProxyCall call = JsonText.reader().readValue(body.readNBytes(LARGEST_BODY), ProxyCall.class);
    ProxySpec spec = proxies.spec(proxy).orElseThrow();
    Semaphore free =
        slots.computeIfAbsent(proxy, name -> new Semaphore(spec.limits().concurrency()));
    if (!free.tryAcquire()) {
      failed(
          out,
          new CallFailure(Outcome.RATE, "the remote proxy is full", Optional.of(FULL), Usage.NONE));
      return;
    }
    try {
      ClientParts parts = new ClientParts(out);
      Answer answer = proxies.find(proxy).orElseThrow().call(call, parts.control());
      write(out, Map.of("answer", answer));
    } catch (CallFailure e) {
      failed(out, e);
    } finally {
      free.release();
    }
  }

  private static void failed(OutputStream out, CallFailure failure) throws IOException {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("outcome", failure.outcome());
    said.put("message", failure.getMessage());
    said.put("pause_ms", failure.pause().map(Duration::toMillis).orElse(0L));
    said.put("usage", failure.usage());
    write(out, Map.of("failure", said));
  }

  private static void write(OutputStream out, Map<String, ?> event) throws IOException {
    out.write(("data: " + JsonText.write(event) + "\n\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** Sends parts on, and cancels the call when that fails. */
  private static final class ClientParts {

    private final OutputStream out;
    private final CallControl control = new CallControl(this::send);

    ClientParts(OutputStream out) {
      this.out = out;
    }

    CallControl control() {
      return control;
    }

    private void send(String part) {
      try {
        write(out, Map.of("part", part));
      } catch (IOException e) {
        control.cancel();
      }
    }
  }
}

package com.quaily.ai.proxy;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.model.JsonText;
import com.quaily.model.ai.Outcome;
import com.quaily.model.ai.Usage;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Calls a proxy that runs in another process; {@link ProxyServer} is its other side. */
final class RemoteProxy implements Proxy {

  private final ProxySpec spec;
  private final HttpClient client;
  private final ScheduledExecutorService timer;

  RemoteProxy(ProxySpec spec, HttpClient client, ScheduledExecutorService timer) {
    this.spec = spec;
    this.client = client;
    this.timer = timer;
  }

  @Override
  public Answer call(ProxyCall call, CallControl control) throws CallFailure {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(spec.url() + ProxyServer.PATH + "/" + spec.name()))
            .timeout(spec.silence())
            .header(ProxyServer.KEY_HEADER, spec.key())
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(JsonText.write(call)));
    if ("http".equals(spec.url().getScheme())) {
      request.version(HttpClient.Version.HTTP_1_1);
    }
    CompletableFuture<HttpResponse<InputStream>> pending =
        client.sendAsync(request.build(), BodyHandlers.ofInputStream());
    control.onCancel(() -> pending.cancel(true));
    try {
      HttpResponse<InputStream> response =
          pending.get(spec.silence().toMillis(), TimeUnit.MILLISECONDS);
      try (EventStream events = new EventStream(response.body(), timer, spec.silence())) {
        control.onCancel(events::close);
        requireOk(response.statusCode());
        return receive(events, control);
      }
    } catch (InterruptedException e) {
      pending.cancel(true);
      Thread.currentThread().interrupt();
      throw failure(control, "interrupted");
    } catch (IOException | ExecutionException | TimeoutException | RuntimeException e) {
      pending.cancel(true);
      throw failure(control, "the remote proxy does not answer: " + e.getMessage());
    }
  }

  private static void requireOk(int status) throws CallFailure {
    if (status == 401 || status == 404) {
      throw new CallFailure(
          Outcome.AUTH,
          "the remote instance refused with status " + status + "; check ai.proxy-key");
    }
    if (status != 200) {
      throw new CallFailure(Outcome.TRANSIENT, "the remote instance answered status " + status);
    }
  }

  private static CallFailure failure(CallControl control, String message) {
    return control.isCancelled()
        ? new CallFailure(Outcome.CANCELLED, "cancelled")
        : new CallFailure(Outcome.TRANSIENT, message);
  }

  private static Answer receive(EventStream events, CallControl control)
      throws IOException, CallFailure {
    for (Optional<String> data = events.next(); data.isPresent(); data = events.next()) {
      JsonNode event = JsonText.reader().readTree(data.get());
      if (event.has("part")) {
        control.receive(event.get("part").textValue());
      } else if (event.has("answer")) {
        return JsonText.reader().treeToValue(event.get("answer"), Answer.class);
      } else if (event.has("failure")) {
        throw failure(event.get("failure"));
      }
    }
    throw new IOException("the answer has no end");
  }

  private static CallFailure failure(JsonNode said) throws IOException {
    long pause = said.path("pause_ms").asLong();
    return new CallFailure(
        Outcome.valueOf(said.path("outcome").asText()),
        said.path("message").asText(),
        pause > 0 ? Optional.of(Duration.ofMillis(pause)) : Optional.empty(),
        JsonText.reader().treeToValue(said.path("usage"), Usage.class));
  }
}

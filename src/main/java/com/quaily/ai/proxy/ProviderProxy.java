package com.quaily.ai.proxy;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.model.JsonText;
import com.quaily.model.ai.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Calls a provider over HTTP. */
final class ProviderProxy implements Proxy {

  private static final int LONGEST_ERROR = 64 * 1024;
  private static final String LAST = "[DONE]";

  private final ProxySpec spec;
  private final Supplier<Dialect> dialects;
  private final HttpClient client;
  private final ScheduledExecutorService timer;
  private final FailureReader failures;

  /**
   * @param dialects makes one for each call
   */
  ProviderProxy(
      ProxySpec spec,
      Supplier<Dialect> dialects,
      HttpClient client,
      ScheduledExecutorService timer,
      FailureReader failures) {
    this.spec = spec;
    this.dialects = dialects;
    this.client = client;
    this.timer = timer;
    this.failures = failures;
  }

  @Override
  public Answer call(ProxyCall call, CallControl control) throws CallFailure {
    Dialect dialect = dialects.get();
    Reply reply = new Reply();
    int input = TokenEstimate.of(call.messages());
    try {
      HttpResponse<InputStream> response = send(request(dialect, call), control);
      try (EventStream events = new EventStream(response.body(), timer, spec.silence())) {
        control.onCancel(events::close);
        if (response.statusCode() != 200) {
          throw failures.read(
              response.statusCode(), response.headers(), events.rest(LONGEST_ERROR));
        }
        receive(events, response.headers(), dialect, reply, control, input);
      }
    } catch (IOException e) {
      throw control.isCancelled()
          ? new CallFailure(Outcome.CANCELLED, "cancelled", Optional.empty(), reply.usage(input))
          : broken(e.getMessage(), reply, input);
    }
    return answer(dialect, reply, input, control);
  }

  private HttpRequest request(Dialect dialect, ProxyCall call) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(spec.url() + dialect.path(spec)))
            .timeout(spec.silence())
            .header("Content-Type", "application/json")
            .header("Accept", "text/event-stream")
            .POST(HttpRequest.BodyPublishers.ofString(JsonText.write(dialect.body(spec, call))));
    if ("http".equals(spec.url().getScheme())) {
      // Some servers drop the body when they are offered an upgrade.
      request.version(HttpClient.Version.HTTP_1_1);
    }
    dialect.headers(spec).forEach(request::header);
    return request.build();
  }

  private HttpResponse<InputStream> send(HttpRequest request, CallControl control)
      throws IOException {
    CompletableFuture<HttpResponse<InputStream>> answer =
        client.sendAsync(request, BodyHandlers.ofInputStream());
    control.onCancel(() -> answer.cancel(true));
    try {
      return answer.get(spec.silence().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (ExecutionException | TimeoutException | RuntimeException e) {
      answer.cancel(true);
      throw new IOException("no response: " + e.getMessage(), e);
    }
  }

  private void receive(
      EventStream events,
      HttpHeaders headers,
      Dialect dialect,
      Reply reply,
      CallControl control,
      int input)
      throws IOException, CallFailure {
    for (Optional<String> data = events.next(); data.isPresent(); data = events.next()) {
      if (data.get().equals(LAST)) {
        return;
      }
      JsonNode event = JsonText.reader().readTree(data.get());
      if (dialect.isError(event)) {
        throw failures.readInStream(event, headers, reply.usage(input));
      }
      String part = dialect.read(event, reply);
      if (!part.isEmpty()) {
        reply.append(part);
        control.receive(part);
      }
    }
  }

  /** A stream that ends without its end marker was cut, even if the connection closed properly. */
  private static Answer answer(Dialect dialect, Reply reply, int input, CallControl control)
      throws CallFailure {
    if (control.isCancelled()) {
      throw new CallFailure(Outcome.CANCELLED, "cancelled", Optional.empty(), reply.usage(input));
    }
    if (!reply.hasEnded()) {
      throw broken("the answer has no end", reply, input);
    }
    if (reply.endedBy(dialect.refusals())) {
      throw new CallFailure(
          Outcome.BLOCKED,
          "the provider refused: " + reply.reason(),
          Optional.empty(),
          reply.usage(input));
    }
    boolean cut = reply.endedBy(dialect.limits());
    if (reply.length() == 0) {
      throw new CallFailure(
          cut ? Outcome.LENGTH : Outcome.TRANSIENT,
          "the answer is empty: " + reply.reason(),
          Optional.empty(),
          reply.usage(input));
    }
    return new Answer(reply.text(), reply.usage(input), cut);
  }

  private static CallFailure broken(String message, Reply reply, int input) {
    return new CallFailure(
        Outcome.TRANSIENT, message, Optional.empty(), reply.usage(reply.length() > 0 ? input : 0));
  }
}

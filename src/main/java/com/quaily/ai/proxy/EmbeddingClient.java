package com.quaily.ai.proxy;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.model.JsonText;
import com.quaily.model.ai.Outcome;
import com.quaily.model.ai.Usage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks servers that speak OpenAI's embeddings for vectors. Never repeats a call by itself. */
public final class EmbeddingClient {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();
  private final FailureReader failures;

  public EmbeddingClient(Clock clock) {
    this.failures = new FailureReader(new PauseReader(clock));
  }

  /** The vectors of texts, in their order. */
  public record Vectors(List<float[]> vectors, Usage usage) {}

  /**
   * The vectors of texts.
   *
   * @throws CallFailure when there is not one for each
   */
  public Vectors embed(ProxySpec spec, List<String> texts) throws CallFailure {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(spec.url() + "/embeddings"))
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofString(
                    JsonText.write(
                        Map.of(
                            "model", spec.model(), "input", texts, "encoding_format", "float"))));
    if (!spec.key().isEmpty()) {
      request.header("Authorization", "Bearer " + spec.key());
    }
    if ("http".equals(spec.url().getScheme())) {
      request.version(HttpClient.Version.HTTP_1_1);
    }
    CompletableFuture<HttpResponse<String>> pending =
        client.sendAsync(request.build(), BodyHandlers.ofString());
    try {
      HttpResponse<String> response = pending.get(spec.silence().toMillis(), TimeUnit.MILLISECONDS);
      if (response.statusCode() != 200) {
        throw failures.read(response.statusCode(), response.headers(), response.body());
      }
      return vectors(JsonText.reader().readTree(response.body()), texts);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CallFailure(Outcome.CANCELLED, "interrupted");
    } catch (IOException | ExecutionException | TimeoutException e) {
      throw new CallFailure(Outcome.TRANSIENT, "no response: " + e.getMessage());
    } finally {
      pending.cancel(true);
    }
  }

  /** Providers may answer in another order. */
  private static Vectors vectors(JsonNode answer, List<String> texts) throws CallFailure {
    List<Optional<float[]>> found = new ArrayList<>();
    texts.forEach(text -> found.add(Optional.empty()));
    for (JsonNode item : answer.path("data")) {
      int index = item.path("index").asInt(-1);
      if (index >= 0 && index < found.size()) {
        found.set(index, Optional.of(vector(item.path("embedding"))));
      }
    }
    if (found.stream().anyMatch(it -> it.isEmpty() || it.get().length == 0)) {
      throw new CallFailure(Outcome.TRANSIENT, "the answer has not a vector for each text");
    }
    int estimate = texts.stream().mapToInt(TokenEstimate::of).sum();
    JsonNode counted = answer.path("usage").path("prompt_tokens");
    Usage usage = new Usage(counted.asInt(estimate), 0, 0, counted.isMissingNode());
    return new Vectors(found.stream().map(Optional::orElseThrow).toList(), usage);
  }

  private static float[] vector(JsonNode numbers) {
    float[] vector = new float[numbers.size()];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = numbers.get(i).floatValue();
    }
    return vector;
  }
}

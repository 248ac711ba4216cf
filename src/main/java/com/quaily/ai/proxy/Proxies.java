package com.quaily.ai.proxy;

import com.quaily.model.ai.ModelClass;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** The configured proxies by name, and the connections that they share. */
public final class Proxies implements AutoCloseable {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

  private final ScheduledExecutorService timer;
  private final Map<String, ProxySpec> specs = new LinkedHashMap<>();
  private final Map<String, Proxy> proxies = new LinkedHashMap<>();

  /**
   * @param local answers without a model; empty = there is no such proxy
   */
  public Proxies(List<ProxySpec> configured, Optional<Proxy> local, Clock clock) {
    timer =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "ai-silence");
              thread.setDaemon(true);
              return thread;
            });
    HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();
    FailureReader failures = new FailureReader(new PauseReader(clock));
    for (ProxySpec spec : configured) {
      add(spec, create(spec, client, failures));
    }
    local.ifPresent(proxy -> add(ProxySpec.local(), proxy));
  }

  private void add(ProxySpec spec, Proxy proxy) {
    specs.put(spec.name(), spec);
    proxies.put(spec.name(), proxy);
  }

  private Proxy create(ProxySpec spec, HttpClient client, FailureReader failures) {
    return switch (spec.kind()) {
      case OPENAI -> new ProviderProxy(spec, OpenAiDialect::new, client, timer, failures);
      case ANTHROPIC -> new ProviderProxy(spec, AnthropicDialect::new, client, timer, failures);
      case GEMINI -> new ProviderProxy(spec, GeminiDialect::new, client, timer, failures);
      case REMOTE -> new RemoteProxy(spec, client, timer);
      case LOCAL -> throw new IllegalArgumentException("the local proxy is not configured");
    };
  }

  /** All of them, in the order of the configuration. */
  public List<ProxySpec> specs() {
    return List.copyOf(specs.values());
  }

  /** How a proxy was configured. */
  public Optional<ProxySpec> spec(String name) {
    return Optional.ofNullable(specs.get(name));
  }

  /** A proxy by its name. */
  public Optional<Proxy> find(String name) {
    return Optional.ofNullable(proxies.get(name));
  }

  /** Whether a model for texts is configured. */
  public boolean hasModels() {
    return specs.values().stream()
        .map(ProxySpec::modelClass)
        .anyMatch(it -> it == ModelClass.SMALL || it == ModelClass.LARGE);
  }

  /** Whether one of these models sees images. */
  public boolean seeImages() {
    return specs.values().stream().anyMatch(spec -> spec.limits().images());
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}

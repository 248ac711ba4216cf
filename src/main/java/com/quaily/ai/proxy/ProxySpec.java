package com.quaily.ai.proxy;

import com.quaily.model.ai.ModelClass;
import com.quaily.model.ai.Usage;
import java.net.URI;
import java.time.Duration;
import java.util.Set;

/**
 * A proxy as the operator configured it.
 *
 * @param url base of the provider's API, or of the instance that runs a remote proxy
 * @param key the provider's key, or the key that the two instances share
 * @param weight share of tasks under the strategy “weighted”
 * @param silence longest wait for the next byte
 */
public record ProxySpec(
    String name,
    ProxyKind kind,
    URI url,
    String key,
    String model,
    ModelClass modelClass,
    Limits limits,
    Price price,
    int weight,
    Duration silence) {

  /** The name of the proxy without a model. */
  public static final String LOCAL = "local";

  /** The prompts that it can answer. */
  public static final Set<String> LOCAL_KINDS = Set.of("metadata", "thread");

  private static final int MANY = 1_000_000;

  /** The proxy that extracts answers from the text. */
  public static ProxySpec local() {
    return new ProxySpec(
        LOCAL,
        ProxyKind.LOCAL,
        URI.create("local:/"),
        "",
        LOCAL,
        ModelClass.LOCAL,
        new Limits(8, 0, 0, MANY, false),
        new Price(0, 0),
        1,
        Duration.ofMinutes(1));
  }

  /** Never shows the key. */
  @Override
  public String toString() {
    return name + ": " + kind.wireName() + " " + model + " at " + url;
  }

  /**
   * What a proxy can take. 0 = no limit, for the two rates.
   *
   * @param concurrency calls at a time
   * @param images whether its model sees images
   */
  public record Limits(
      int concurrency, int callsAMinute, long tokensAMinute, int maxInputTokens, boolean images) {}

  /**
   * What a model costs.
   *
   * @param input millionths of the operator's currency for a million tokens
   */
  public record Price(long input, long output) {

    private static final long MILLION = 1_000_000;
    private static final int CACHED_DISCOUNT = 10;

    /** In millionths; tokens that the provider had kept cost a tenth. */
    public long of(Usage usage) {
      long fresh = (long) usage.input() - usage.cached();
      long micros = fresh * input + (long) usage.cached() * input / CACHED_DISCOUNT;
      return (micros + (long) usage.output() * output + MILLION - 1) / MILLION;
    }
  }
}

package com.quaily.ai;

import com.quaily.ai.proxy.CallFailure;
import com.quaily.ai.proxy.EmbeddingClient;
import com.quaily.ai.proxy.EmbeddingClient.Vectors;
import com.quaily.ai.proxy.Proxies;
import com.quaily.ai.proxy.ProxySpec;
import com.quaily.ai.proxy.TokenEstimate;
import com.quaily.ai.scheduler.Budgets;
import com.quaily.dao.AiProxyDao;
import com.quaily.database.Transactions;
import com.quaily.model.ai.ModelClass;
import com.quaily.model.ai.Outcome;
import com.quaily.model.ai.ProxyState;
import com.quaily.model.ai.Reservation;
import com.quaily.model.ai.Usage;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.TooManyException;
import com.quaily.model.error.UnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Vectors of texts. They come at once or not at all, so they are no tasks: the proxies of the class
 * embedding are asked one after the other.
 */
public final class Embeddings {

  private static final Logger LOG = LoggerFactory.getLogger(Embeddings.class);
  private static final Duration COOLING = Duration.ofSeconds(15);

  /** After the provider's longest silence, a reservation is that of a process that died. */
  private static final Duration SETTLING = Duration.ofMinutes(1);

  private final Transactions transactions;
  private final Proxies proxies;
  private final EmbeddingClient client;
  private final AiProxyDao proxyDao;
  private final Budgets budgets;
  private final Clock clock;

  public Embeddings(
      Transactions transactions,
      Proxies proxies,
      EmbeddingClient client,
      AiProxyDao proxyDao,
      Budgets budgets,
      Clock clock) {
    this.transactions = transactions;
    this.proxies = proxies;
    this.client = client;
    this.proxyDao = proxyDao;
    this.budgets = budgets;
    this.clock = clock;
  }

  /**
   * Whose budget it is.
   *
   * @param caller {@code key:ID}, {@code user:ID} or {@code channel:ID}
   * @param channelId whose text it is; null = of no channel
   */
  public record Payer(String caller, @Nullable Long channelId) {}

  private Stream<ProxySpec> models() {
    return proxies.specs().stream().filter(spec -> spec.modelClass() == ModelClass.EMBEDDING);
  }

  /** The first model that turns texts into vectors; empty when none is configured. */
  public Optional<String> model() {
    return models().map(ProxySpec::model).findFirst();
  }

  /**
   * The vectors of texts.
   *
   * @param payer whose budget it is
   * @param provider openai; empty = any
   * @param model empty = any
   * @throws UnavailableException when no proxy is configured for this, or none answers
   * @throws TooManyException when a budget is used up
   */
  public Vectors embed(Payer payer, String provider, String model, List<String> texts) {
    List<ProxySpec> able =
        models()
            .filter(spec -> provider.isEmpty() || provider.equals(spec.kind().wireName()))
            .filter(spec -> model.isEmpty() || model.equals(spec.model()))
            .toList();
    if (able.isEmpty()) {
      throw new UnavailableException(
          ErrorCode.AI_NOT_CONFIGURED, ErrorCode.AI_NOT_CONFIGURED.message());
    }
    Instant now = clock.instant();
    Set<String> cooling = cooling(now);
    for (ProxySpec spec : able) {
      if (!cooling.contains(spec.name())) {
        try {
          return paid(payer, spec, texts, now);
        } catch (CallFailure e) {
          LOG.info("embeddings at {}: {}", spec.name(), e.outcome());
          coolDown(spec, e, now);
        }
      }
    }
    throw new UnavailableException(ErrorCode.AI_UNAVAILABLE, ErrorCode.AI_UNAVAILABLE.message());
  }

  private Set<String> cooling(Instant now) {
    return proxyDao.selectAll().stream()
        .filter(state -> state.coolUntil() != null && now.isBefore(state.coolUntil()))
        .map(ProxyState::name)
        .collect(Collectors.toSet());
  }

  private Vectors paid(Payer payer, ProxySpec spec, List<String> texts, Instant now)
      throws CallFailure {
    int tokens = texts.stream().mapToInt(TokenEstimate::of).sum();
    Reservation wanted =
        new Reservation(
            0,
            payer.caller(),
            payer.channelId(),
            tokens,
            spec.price().of(new Usage(tokens, 0, 0, true)),
            now,
            now.plus(spec.silence()).plus(SETTLING));
    long held = hold(wanted);
    Usage used = Usage.NONE;
    try {
      Vectors vectors = client.embed(spec, texts);
      used = vectors.usage();
      proxyDao.succeeded(spec.name(), clock.instant());
      return vectors;
    } finally {
      long tokensUsed = used.total();
      long micros = spec.price().of(used);
      transactions.inTransaction(() -> budgets.settle(held, tokensUsed, micros));
    }
  }

  private long hold(Reservation wanted) {
    return transactions
        .inTransaction(() -> budgets.hold(wanted))
        .orElseThrow(
            () ->
                new TooManyException(
                    ErrorCode.AI_BUDGET,
                    budgets
                        .exhausted(wanted.caller(), wanted.channelId())
                        .orElse(Duration.ofHours(1))));
  }

  private void coolDown(ProxySpec spec, CallFailure failure, Instant now) {
    if (failure.outcome() == Outcome.REQUEST || failure.outcome() == Outcome.TOO_LONG) {
      return;
    }
    proxyDao.cool(
        spec.name(),
        now.plus(failure.pause().orElse(COOLING)),
        failure.outcome() == Outcome.RATE ? 1 : 0,
        failure.outcome() + ": " + failure.getMessage(),
        now);
  }
}

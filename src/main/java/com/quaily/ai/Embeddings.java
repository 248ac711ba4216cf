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
import com.quaily.model.ai.Usage;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.TooManyException;
import com.quaily.model.error.UnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Vectors of texts. They come at once or not at all, so they are no tasks: the proxies of the class
 * embedding are asked one after the other.
 */
public final class Embeddings {

  private static final Logger LOG = LoggerFactory.getLogger(Embeddings.class);
  private static final Duration COOLING = Duration.ofSeconds(15);

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
   * The vectors of texts.
   *
   * @param caller whose budget it is
   * @param provider openai; empty = any
   * @param model empty = any
   * @throws UnavailableException when no proxy is configured for this, or none answers
   * @throws TooManyException when a budget is used up
   */
  public Vectors embed(String caller, String provider, String model, List<String> texts) {
    List<ProxySpec> able =
        proxies.specs().stream()
            .filter(spec -> spec.modelClass() == ModelClass.EMBEDDING)
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
          return paid(caller, spec, texts, now);
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

  private Vectors paid(String caller, ProxySpec spec, List<String> texts, Instant now)
      throws CallFailure {
    int tokens = texts.stream().mapToInt(TokenEstimate::of).sum();
    long micros = spec.price().of(new Usage(tokens, 0, 0, true));
    if (!transactions.inTransaction(() -> budgets.reserve(caller, null, tokens, micros, now))) {
      throw new TooManyException(
          ErrorCode.AI_BUDGET, budgets.exhausted(caller, null).orElse(Duration.ofHours(1)));
    }
    Usage used = Usage.NONE;
    try {
      Vectors vectors = client.embed(spec, texts);
      used = vectors.usage();
      return vectors;
    } finally {
      long moreTokens = (long) used.total() - tokens;
      long moreMicros = spec.price().of(used) - micros;
      transactions.inTransaction(() -> budgets.add(caller, moreTokens, moreMicros, now));
    }
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

package com.quaily.ai.scheduler;

import com.quaily.ai.proxy.Proxies;
import com.quaily.ai.proxy.ProxySpec;
import com.quaily.ai.scheduler.Routing.Candidate;
import com.quaily.dao.AiAttemptDao;
import com.quaily.dao.AiProxyDao;
import com.quaily.model.ai.Outcome;
import com.quaily.model.ai.ProxyState;
import com.quaily.model.ai.ProxyUse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The proxies as they are at a moment: what all schedulers know, and what this one has seen. */
public final class ProxyBoard {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration LONG_PAUSE = Duration.ofMinutes(15);

  private final Proxies proxies;
  private final AiProxyDao proxyDao;
  private final AiAttemptDao attemptDao;
  private final ProxyHealth health;

  /** Counting the calls of a minute costs time, so it is done only where it decides something. */
  private final boolean ratesMatter;

  public ProxyBoard(
      Proxies proxies,
      AiProxyDao proxyDao,
      AiAttemptDao attemptDao,
      ProxyHealth health,
      Strategy strategy) {
    this.proxies = proxies;
    this.proxyDao = proxyDao;
    this.attemptDao = attemptDao;
    this.health = health;
    this.ratesMatter =
        strategy == Strategy.WEIGHTED
            || proxies.specs().stream().map(ProxySpec::limits).anyMatch(ProxyBoard::hasRate);
  }

  private static boolean hasRate(ProxySpec.Limits limits) {
    return limits.callsAMinute() > 0 || limits.tokensAMinute() > 0;
  }

  ProxyHealth health() {
    return health;
  }

  /** A line for each proxy, for the operator. */
  public record Line(Candidate candidate, boolean broken, Optional<String> reason) {}

  /** All proxies with their state. */
  public List<Line> lines(Instant now) {
    Map<String, ProxyState> states = states();
    return candidates(now, true).stream()
        .map(
            candidate -> {
              String name = candidate.spec().name();
              return new Line(
                  candidate,
                  health.isBroken(name),
                  Optional.ofNullable(states.get(name)).map(ProxyState::reason));
            })
        .toList();
  }

  /** The names of all proxies in the order of the configuration. */
  public List<String> names() {
    return proxies.specs().stream().map(ProxySpec::name).toList();
  }

  /** Whether a proxy neither cools nor looks broken to this process. */
  public boolean isAvailable(String name, Instant now) {
    return !health.isBroken(name)
        && Optional.ofNullable(states().get(name))
            .map(ProxyState::coolUntil)
            .filter(now::isBefore)
            .isEmpty();
  }

  /**
   * Why configured proxies were left alone for long, by their names, until one of their calls
   * succeeds: such as a key that is refused. Rate limits end on their own.
   */
  public Map<String, String> refusals() {
    Map<String, ProxyState> states = states();
    Map<String, String> reasons = new LinkedHashMap<>();
    for (String name : names()) {
      ProxyState state = states.get(name);
      if (state != null && isRefusal(state)) {
        reasons.put(name, state.reason());
      }
    }
    return reasons;
  }

  private static boolean isRefusal(ProxyState state) {
    return state.reason() != null
        && !state.reason().startsWith(Outcome.RATE.name())
        && state.pause().compareTo(LONG_PAUSE) >= 0;
  }

  /** A list that the caller may change. */
  List<Candidate> candidates(Instant now) {
    return candidates(now, ratesMatter);
  }

  private List<Candidate> candidates(Instant now, boolean withRates) {
    Map<String, ProxyState> states = states();
    Map<String, ProxyUse> uses =
        attemptDao.selectUse(withRates ? now.minus(MINUTE) : now).stream()
            .collect(Collectors.toMap(ProxyUse::proxy, Function.identity()));
    List<Candidate> candidates = new ArrayList<>();
    for (ProxySpec spec : proxies.specs()) {
      ProxyUse use = uses.getOrDefault(spec.name(), new ProxyUse(spec.name(), 0, 0, 0));
      Optional<Instant> cooling =
          Optional.ofNullable(states.get(spec.name())).map(ProxyState::coolUntil);
      candidates.add(
          new Candidate(
              spec,
              use.running(),
              use.calls(),
              use.tokens(),
              cooling.filter(now::isBefore),
              health.latency(spec.name())));
    }
    return candidates;
  }

  private Map<String, ProxyState> states() {
    return proxyDao.selectAll().stream()
        .collect(Collectors.toMap(ProxyState::name, Function.identity()));
  }
}

package com.quaily.ai.scheduler;

import com.quaily.ai.proxy.ProxyKind;
import com.quaily.ai.proxy.ProxySpec;
import com.quaily.model.ai.AiRequest.Preference;
import com.quaily.model.ai.ModelClass;
import com.quaily.model.error.ErrorCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Chooses the proxy of a task. A pure function: the same arguments give the same route.
 *
 * <pre>
 * able proxies → what the caller prefers → the wanted class of model → the other class → local
 * </pre>
 */
public final class Routing {

  private static final Duration RATE_WINDOW = Duration.ofSeconds(1);

  /** Tasks that nobody waits for leave a slot of proxies with at least this many. */
  private static final int SLOTS_TO_SHARE = 4;

  private Routing() {}

  /**
   * What a task needs.
   *
   * @param local whether the proxy without a model can do it
   * @param onlyLocal whether no text may go to a provider
   * @param inputTokens estimated
   * @param totalTokens estimated input and the limit of the output
   * @param batch whether nobody waits for it
   * @param avoided proxies that failed; they come last
   * @param excluded proxies that cannot do it
   * @param images whether the model must see images
   */
  public record Need(
      ModelClass modelClass,
      boolean local,
      boolean onlyLocal,
      int inputTokens,
      int totalTokens,
      Preference preference,
      boolean batch,
      Set<String> avoided,
      Set<String> excluded,
      boolean images) {}

  /**
   * A proxy at this moment.
   *
   * @param calls of the last minute
   * @param tokens of the last minute
   * @param awayUntil cools or is broken until then; empty = available
   * @param latency mean of its answers in milliseconds
   */
  public record Candidate(
      ProxySpec spec,
      int running,
      int calls,
      long tokens,
      Optional<Instant> awayUntil,
      long latency) {

    /** After it got one more task. */
    Candidate with(int moreTokens) {
      return new Candidate(spec, running + 1, calls + 1, tokens + moreTokens, awayUntil, latency);
    }

    Candidate awayUntil(Instant until) {
      return new Candidate(spec, running, calls, tokens, Optional.of(until), latency);
    }
  }

  /** Where a task goes. */
  public sealed interface Route {

    /** To this proxy, now. */
    record To(Candidate candidate) implements Route {}

    /** Nowhere before a call has ended. */
    record Full() implements Route {}

    /** Nowhere before this time. */
    record Wait(Instant until) implements Route {}

    /** Nowhere. */
    record Impossible(ErrorCode code, String message) implements Route {}
  }

  /** The route of a task. */
  public static Route choose(
      Need need, List<Candidate> candidates, Strategy strategy, Instant now) {
    List<Candidate> able = candidates.stream().filter(it -> isAble(need, it)).toList();
    if (able.isEmpty()) {
      return impossible(need, candidates);
    }
    for (Set<String> avoided : List.of(need.avoided(), Set.<String>of())) {
      Optional<Route> route = throughGroups(need, able, avoided, strategy, now);
      if (route.isPresent()) {
        return route.get();
      }
    }
    return new Route.Wait(
        able.stream()
            .map(it -> readyAt(need, it, now))
            .min(Comparator.naturalOrder())
            .orElseThrow());
  }

  private static Optional<Route> throughGroups(
      Need need, List<Candidate> able, Set<String> avoided, Strategy strategy, Instant now) {
    for (Predicate<Candidate> group : groups(need)) {
      List<Candidate> members =
          able.stream()
              .filter(group)
              .filter(it -> !avoided.contains(it.spec().name()))
              .filter(it -> !isAway(need, it, now))
              .toList();
      Optional<Candidate> free =
          members.stream().filter(it -> hasSlot(need, it)).min(strategy.order());
      if (free.isPresent()) {
        return Optional.of(new Route.To(free.get()));
      }
      // A slot is free again soon; a dearer model is not worth it.
      if (!members.isEmpty()) {
        return Optional.of(new Route.Full());
      }
    }
    return Optional.empty();
  }

  private static List<Predicate<Candidate>> groups(Need need) {
    List<Predicate<Candidate>> groups = new ArrayList<>();
    if (!need.preference().equals(Preference.NONE)) {
      groups.add(it -> isPreferred(need.preference(), it.spec()));
    }
    groups.add(it -> it.spec().modelClass() == need.modelClass());
    groups.add(it -> it.spec().modelClass() == need.modelClass().fallback());
    groups.add(it -> it.spec().kind() == ProxyKind.LOCAL);
    return groups;
  }

  private static boolean isPreferred(Preference wish, ProxySpec spec) {
    return (wish.proxy().isEmpty() || wish.proxy().equals(spec.name()))
        && (wish.model().isEmpty() || wish.model().equals(spec.model()))
        && (wish.provider().isEmpty() || wish.provider().equals(spec.kind().wireName()));
  }

  private static boolean isAble(Need need, Candidate candidate) {
    ProxySpec spec = candidate.spec();
    boolean local = spec.kind() == ProxyKind.LOCAL;
    return (local ? need.local() : !need.onlyLocal())
        && spec.modelClass() != ModelClass.EMBEDDING
        && (!need.images() || spec.limits().images())
        && need.inputTokens() <= spec.limits().maxInputTokens()
        && !need.excluded().contains(spec.name());
  }

  private static boolean isForTexts(ProxySpec spec) {
    return spec.modelClass() == ModelClass.SMALL || spec.modelClass() == ModelClass.LARGE;
  }

  private static boolean isAway(Need need, Candidate candidate, Instant now) {
    return readyAt(need, candidate, now).isAfter(now);
  }

  private static Instant readyAt(Need need, Candidate candidate, Instant now) {
    Instant cooled = candidate.awayUntil().orElse(now);
    return isTooFast(need, candidate) && cooled.isBefore(now.plus(RATE_WINDOW))
        ? now.plus(RATE_WINDOW)
        : cooled;
  }

  /** A task that is larger than a whole minute's tokens may still have a minute of its own. */
  private static boolean isTooFast(Need need, Candidate it) {
    ProxySpec.Limits limits = it.spec().limits();
    boolean calls = limits.callsAMinute() > 0 && it.calls() >= limits.callsAMinute();
    boolean tokens =
        limits.tokensAMinute() > 0
            && it.tokens() > 0
            && it.tokens() + need.totalTokens() > limits.tokensAMinute();
    return calls || tokens;
  }

  private static boolean hasSlot(Need need, Candidate it) {
    int slots = it.spec().limits().concurrency();
    return it.running() < (need.batch() && slots >= SLOTS_TO_SHARE ? slots - 1 : slots);
  }

  private static Route impossible(Need need, List<Candidate> candidates) {
    List<Candidate> models = candidates.stream().filter(it -> isForTexts(it.spec())).toList();
    if (need.onlyLocal()) {
      return new Route.Impossible(ErrorCode.AI_NOT_ALLOWED, ErrorCode.AI_NOT_ALLOWED.message());
    }
    if (models.isEmpty()) {
      return new Route.Impossible(
          ErrorCode.AI_NOT_CONFIGURED, ErrorCode.AI_NOT_CONFIGURED.message());
    }
    if (need.images() && models.stream().noneMatch(it -> it.spec().limits().images())) {
      return new Route.Impossible(ErrorCode.AI_NO_VISION, ErrorCode.AI_NO_VISION.message());
    }
    int largest =
        models.stream().mapToInt(it -> it.spec().limits().maxInputTokens()).max().orElse(0);
    return need.inputTokens() > largest
        ? new Route.Impossible(
            ErrorCode.AI_TOO_LONG,
            "The text has about %d tokens; no proxy takes more than %d."
                .formatted(need.inputTokens(), largest))
        : new Route.Impossible(ErrorCode.AI_TOO_LONG, "The text is too long for every proxy.");
  }
}

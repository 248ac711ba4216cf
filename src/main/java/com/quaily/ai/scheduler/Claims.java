package com.quaily.ai.scheduler;

import com.quaily.ai.proxy.ProxyKind;
import com.quaily.ai.proxy.ProxySpec;
import com.quaily.ai.proxy.TokenEstimate;
import com.quaily.ai.scheduler.Routing.Candidate;
import com.quaily.ai.scheduler.Routing.Need;
import com.quaily.ai.scheduler.Routing.Route;
import com.quaily.ai.scheduler.TaskCalls.NextCall;
import com.quaily.dao.AiAttemptDao;
import com.quaily.dao.AiTaskDao;
import com.quaily.database.Transactions;
import com.quaily.model.ai.AiAttempt;
import com.quaily.model.ai.AiTask;
import com.quaily.model.ai.Outcome;
import com.quaily.model.ai.Tried;
import com.quaily.model.ai.Usage;
import com.quaily.model.error.ErrorCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Gives due tasks to proxies. One scheduler at a time does so, in one transaction for many tasks:
 * then slots, rates and budgets are exact however many schedulers there are.
 */
final class Claims {

  /** Whoever ends a failed attempt and lets its proxy cool holds this lock too. */
  static final String LOCK = "AI claims";

  private static final Duration BROKEN = Duration.ofSeconds(1);

  private final Transactions transactions;
  private final AiTaskDao taskDao;
  private final AiAttemptDao attemptDao;
  private final ProxyBoard board;
  private final Budgets budgets;
  private final TaskCalls calls;
  private final Rules rules;

  Claims(
      Transactions transactions,
      AiTaskDao taskDao,
      AiAttemptDao attemptDao,
      ProxyBoard board,
      Budgets budgets,
      TaskCalls calls,
      Rules rules) {
    this.transactions = transactions;
    this.taskDao = taskDao;
    this.attemptDao = attemptDao;
    this.board = board;
    this.budgets = budgets;
    this.calls = calls;
    this.rules = rules;
  }

  /** Claims up to this number of tasks, which the caller must now run. */
  List<Claim> claim(int most) {
    List<Claim> claimed = new ArrayList<>();
    try {
      transactions.inTransaction(
          () -> {
            transactions.lock(LOCK);
            claimInTransaction(most, claimed);
          });
      return claimed;
    } catch (RuntimeException e) {
      claimed.forEach(claim -> board.health().release(claim.proxy().name()));
      throw e;
    }
  }

  private void claimInTransaction(int most, List<Claim> claimed) {
    Instant now = rules.clock().instant();
    List<Candidate> candidates = board.candidates(now);
    int room = Math.min(most, freeSlots(candidates));
    if (room == 0) {
      return;
    }
    for (AiTask task : Turns.order(taskDao.selectDueForUpdate(now, room), now)) {
      if (claimed.size() == most || freeSlots(candidates) == 0) {
        return;
      }
      claimOne(task, candidates, now).ifPresent(claimed::add);
    }
  }

  private static int freeSlots(List<Candidate> candidates) {
    return candidates.stream()
        .mapToInt(it -> Math.max(0, it.spec().limits().concurrency() - it.running()))
        .sum();
  }

  private Optional<Claim> claimOne(AiTask task, List<Candidate> candidates, Instant now) {
    NextCall next = calls.next(task);
    Need need = need(task, next);
    Route route = route(need, candidates, now);
    if (route instanceof Route.To to && isOverBudget(task, need, to.candidate(), now)) {
      if (!need.local()) {
        end(task, ErrorCode.AI_BUDGET, ErrorCode.AI_BUDGET.message(), now);
        return Optional.empty();
      }
      route = route(onlyLocal(need), candidates, now);
    }
    if (route instanceof Route.To to) {
      return start(task, next, need, to.candidate(), candidates, now);
    }
    if (route instanceof Route.Wait wait) {
      postpone(task, wait.until(), now);
    } else if (route instanceof Route.Impossible impossible) {
      end(task, impossible.code(), impossible.message(), now);
    }
    return Optional.empty();
  }

  /** A proxy whose breaker refuses counts as away, and the next one is asked. */
  private Route route(Need need, List<Candidate> candidates, Instant now) {
    while (true) {
      Route route = Routing.choose(need, candidates, rules.settings().strategy(), now);
      if (!(route instanceof Route.To to)
          || board.health().tryAcquire(to.candidate().spec().name())) {
        return route;
      }
      replace(candidates, to.candidate(), to.candidate().awayUntil(now.plus(BROKEN)));
    }
  }

  private boolean isOverBudget(AiTask task, Need need, Candidate to, Instant now) {
    if (to.spec().kind() == ProxyKind.LOCAL) {
      return false;
    }
    boolean fits =
        budgets.reserve(
            task.caller(), task.channelId(), need.totalTokens(), cost(to.spec(), need), now);
    if (!fits) {
      board.health().release(to.spec().name());
    }
    return !fits;
  }

  private static long cost(ProxySpec spec, Need need) {
    int output = need.totalTokens() - need.inputTokens();
    return spec.price().of(new Usage(need.inputTokens(), 0, output, true));
  }

  private Optional<Claim> start(
      AiTask task,
      NextCall next,
      Need need,
      Candidate to,
      List<Candidate> candidates,
      Instant now) {
    ProxySpec spec = to.spec();
    boolean local = spec.kind() == ProxyKind.LOCAL;
    int attempt =
        taskDao
            .claim(task.id(), spec.name(), now.plus(rules.settings().lease()), now)
            .orElseThrow(() -> new IllegalStateException("the locked task was not pending"));
    attemptDao.insert(
        new AiAttempt(
            task.id(),
            attempt,
            task.kind(),
            task.channelId(),
            spec.name(),
            spec.model(),
            Outcome.RUNNING,
            local ? 0 : need.totalTokens(),
            local ? 0 : cost(spec, need),
            now));
    replace(candidates, to, to.with(need.totalTokens()));
    return Optional.of(new Claim(task, attempt, spec, next));
  }

  private static void replace(List<Candidate> candidates, Candidate old, Candidate updated) {
    candidates.set(candidates.indexOf(old), updated);
  }

  private void postpone(AiTask task, Instant until, Instant now) {
    if (until.isAfter(task.deadline())) {
      end(task, ErrorCode.AI_UNAVAILABLE, "No AI proxy is available before " + until + ".", now);
      return;
    }
    Duration pause = rules.pauses().spread(Duration.between(now, until));
    taskDao.delay(task.id(), now.plus(pause), "waits for a proxy until " + until);
  }

  private void end(AiTask task, ErrorCode code, String message, Instant now) {
    taskDao.fail(task.id(), task.attempts(), code.number(), message, now);
    rules.signals().ended(task.traceId());
  }

  private Need need(AiTask task, NextCall next) {
    List<Tried> tried = task.attempts() == 0 ? List.of() : attemptDao.selectTried(task.id());
    int input = TokenEstimate.of(next.call().messages());
    return new Need(
        next.modelClass(),
        ProxySpec.LOCAL_KINDS.contains(task.kind()),
        false,
        input,
        input + next.call().maxOutputTokens(),
        task.parsedRequest().preference(),
        task.priority() == AiTask.BATCH,
        names(tried, Outcome::isFaultOfProxy),
        names(tried, outcome -> outcome == Outcome.TOO_LONG),
        next.call().messages().stream().anyMatch(message -> !message.images().isEmpty()));
  }

  private static Set<String> names(List<Tried> tried, Predicate<Outcome> which) {
    return tried.stream()
        .filter(it -> which.test(it.outcome()))
        .map(Tried::proxy)
        .collect(Collectors.toSet());
  }

  private static Need onlyLocal(Need need) {
    return new Need(
        need.modelClass(),
        true,
        true,
        need.inputTokens(),
        need.totalTokens(),
        need.preference(),
        need.batch(),
        need.avoided(),
        need.excluded(),
        need.images());
  }
}

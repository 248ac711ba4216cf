package com.quaily.ai.scheduler;

import com.quaily.ai.format.AnswerReader;
import com.quaily.ai.format.FormatFault;
import com.quaily.ai.proxy.Answer;
import com.quaily.ai.proxy.CallFailure;
import com.quaily.ai.proxy.Proxies;
import com.quaily.ai.proxy.ProxySpec;
import com.quaily.ai.scheduler.TaskCalls.NextCall;
import com.quaily.dao.AiAttemptDao;
import com.quaily.dao.AiProxyDao;
import com.quaily.dao.AiTaskDao;
import com.quaily.database.Transactions;
import com.quaily.model.ai.AiAttempt;
import com.quaily.model.ai.AiTask;
import com.quaily.model.ai.AnswerFormat;
import com.quaily.model.ai.Outcome;
import com.quaily.model.ai.ProxyState;
import com.quaily.model.ai.Tried;
import com.quaily.model.ai.Usage;
import com.quaily.model.error.ErrorCode;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Ends attempts: stores the result, or decides what follows from a failure. Each end is one
 * transaction with the attempt, the budgets and the task.
 */
final class Settlement {

  /** What says nothing about whether a task can be done. */
  private static final Set<Outcome> UNCOUNTED =
      EnumSet.of(Outcome.RATE, Outcome.COMPLETED, Outcome.FORMAT, Outcome.CANCELLED);

  private final Transactions transactions;
  private final AiTaskDao taskDao;
  private final AiAttemptDao attemptDao;
  private final AiProxyDao proxyDao;
  private final Budgets budgets;
  private final Proxies proxies;
  private final Rules rules;

  Settlement(
      Transactions transactions,
      AiTaskDao taskDao,
      AiAttemptDao attemptDao,
      AiProxyDao proxyDao,
      Budgets budgets,
      Proxies proxies,
      Rules rules) {
    this.transactions = transactions;
    this.taskDao = taskDao;
    this.attemptDao = attemptDao;
    this.proxyDao = proxyDao;
    this.budgets = budgets;
    this.proxies = proxies;
    this.rules = rules;
  }

  /** An attempt that has ended, whoever ran it. */
  private record Ended(
      AiTask task, int attempt, String proxy, Outcome outcome, String message, Usage usage) {

    static Ended of(Claim claim, Outcome outcome, String message, Usage usage) {
      return new Ended(
          claim.task(), claim.attempt(), claim.proxy().name(), outcome, message, usage);
    }
  }

  /** An answer arrived. */
  void answered(Claim claim, Answer answer) {
    NextCall next = claim.next();
    AnswerFormat format = next.call().format();
    try {
      String result =
          next.last()
              ? AnswerReader.read(answer.text(), format, next.template(), answer.cut())
              : "";
      if (answer.cut() && format == AnswerFormat.PLAINTEXT) {
        throw new CallFailure(Outcome.LENGTH, "the answer reached its limit");
      }
      transactions.inTransaction(() -> store(claim, answer, result));
    } catch (FormatFault | CallFailure e) {
      askAgain(claim, answer, e.getMessage());
    }
  }

  private void store(Claim claim, Answer answer, String result) {
    Instant now = rules.clock().instant();
    close(Ended.of(claim, Outcome.COMPLETED, null, answer.usage()), now);
    proxyDao.succeeded(claim.proxy().name(), now);
    AiTask task = claim.task();
    if (!claim.next().last()) {
      Map<String, Object> progress = withoutFault(task);
      progress.put(claim.next().step(), answer.text());
      taskDao.postpone(task.id(), claim.attempt(), task.step() + 1, progress, now, now);
      rules.signals().added();
    } else if (taskDao.complete(task.id(), claim.attempt(), result, now) > 0) {
      rules.signals().ended(task.traceId());
    }
  }

  private static Map<String, Object> withoutFault(AiTask task) {
    Map<String, Object> progress = new HashMap<>(task.progress());
    progress.remove(TaskCalls.FAULT);
    progress.remove(TaskCalls.ANSWER);
    progress.remove(TaskCalls.LIMIT);
    return progress;
  }

  /** Once, with the fault, or with a larger limit; the answer is kept either way. */
  private void askAgain(Claim claim, Answer answer, String fault) {
    AiTask task = claim.task();
    Outcome outcome = answer.cut() ? Outcome.LENGTH : Outcome.FORMAT;
    boolean again =
        task.progress().containsKey(TaskCalls.FAULT)
            || task.progress().containsKey(TaskCalls.LIMIT);
    Map<String, Object> progress = new HashMap<>(task.progress());
    progress.put(TaskCalls.ANSWER, answer.text());
    if (answer.cut()) {
      progress.put(TaskCalls.LIMIT, claim.next().call().maxOutputTokens() * 2);
    } else {
      progress.put(TaskCalls.FAULT, fault);
    }
    transactions.inTransaction(
        () -> {
          Instant now = rules.clock().instant();
          close(Ended.of(claim, outcome, fault, answer.usage()), now);
          taskDao.postpone(task.id(), claim.attempt(), task.step(), progress, now, now);
          if (again) {
            fail(task, claim.attempt(), ErrorCode.AI_FORMAT, "The answer: " + fault + ".", now);
          } else {
            rules.signals().added();
          }
        });
  }

  /** A call gave no answer. */
  void failed(Claim claim, CallFailure failure) {
    transactions.inTransaction(
        () -> {
          // A claim that read the proxies before this and the tasks after it would give the task
          // back to the proxy that cools now.
          transactions.lock(Claims.LOCK);
          followUp(
              Ended.of(claim, failure.outcome(), failure.getMessage(), failure.usage()),
              Optional.of(claim.proxy()),
              failure.pause());
        });
  }

  /** The scheduler that ran these tasks is gone: their input is charged, and others run them. */
  void recoverLost() {
    for (AiTask task : taskDao.selectLost(rules.clock().instant())) {
      Usage usage = new Usage(task.inputTokens(), 0, 0, true);
      String message = "the scheduler that ran it is gone";
      Ended lost = new Ended(task, task.attempts(), task.proxy(), Outcome.LOST, message, usage);
      transactions.inTransaction(() -> followUp(lost, Optional.empty(), Optional.empty()));
    }
  }

  /** Gives back what calls that are no tasks had reserved, when their process is gone. */
  void releaseExpired() {
    for (long reservation : budgets.expired()) {
      transactions.inTransaction(() -> budgets.settle(reservation, 0, 0));
    }
  }

  /** Nobody waits any longer for these. */
  void failOverdue() {
    transactions.inTransaction(
        () -> {
          Instant now = rules.clock().instant();
          for (AiTask task : taskDao.selectOverdueForUpdate(now)) {
            String reason = task.errorMessage() == null ? "" : " It " + task.errorMessage() + ".";
            fail(
                task,
                task.attempts(),
                ErrorCode.AI_UNAVAILABLE,
                ErrorCode.AI_UNAVAILABLE.message() + reason,
                now);
          }
        });
  }

  private void followUp(Ended ended, Optional<ProxySpec> proxy, Optional<Duration> pause) {
    Instant now = rules.clock().instant();
    if (!close(ended, now)) {
      return;
    }
    proxy.ifPresent(spec -> cool(spec, ended, pause, now));
    AiTask task = ended.task();
    int failures = failures(task);
    if (ended.outcome() == Outcome.CANCELLED) {
      // Changes nothing when the task itself was cancelled, and not just this call.
      taskDao.postpone(task.id(), ended.attempt(), task.step(), task.progress(), now, now);
      return;
    }
    if (!ended.outcome().isTemporary() || failures >= rules.settings().tries()) {
      fail(task, ended.attempt(), code(ended.outcome()), said(ended), now);
      return;
    }
    // Another proxy gets it at once; the same ones only after a pause.
    boolean others = proxies.specs().size() > failures;
    Instant due = others ? now : now.plus(rules.pauses().retry(failures));
    taskDao.postpone(task.id(), ended.attempt(), task.step(), task.progress(), due, now);
    rules.signals().added();
  }

  /** Being asked to wait is no failure. */
  private int failures(AiTask task) {
    return (int)
        attemptDao.selectTried(task.id()).stream()
            .map(Tried::outcome)
            .filter(it -> !UNCOUNTED.contains(it))
            .count();
  }

  private static String said(Ended ended) {
    return ended.message() == null ? code(ended.outcome()).message() : ended.message();
  }

  private static ErrorCode code(Outcome outcome) {
    return switch (outcome) {
      case TOO_LONG -> ErrorCode.AI_TOO_LONG;
      case BLOCKED, REQUEST -> ErrorCode.AI_REFUSED;
      case LENGTH, FORMAT -> ErrorCode.AI_FORMAT;
      default -> ErrorCode.AI_UNAVAILABLE;
    };
  }

  private void cool(ProxySpec proxy, Ended ended, Optional<Duration> pause, Instant now) {
    boolean rate = ended.outcome() == Outcome.RATE;
    Optional<Duration> cooling =
        switch (ended.outcome()) {
          case RATE -> pause.or(() -> Optional.of(rules.pauses().cooling(hits(proxy))));
          case OVERLOAD -> pause.or(() -> Optional.of(rules.pauses().overload()));
          case MONEY, AUTH -> pause;
          default -> Optional.empty();
        };
    cooling.ifPresent(
        duration ->
            proxyDao.cool(
                proxy.name(),
                now.plus(duration),
                rate ? 1 : 0,
                ended.outcome() + ": " + said(ended),
                now));
  }

  private int hits(ProxySpec proxy) {
    return proxyDao.selectAll().stream()
        .filter(state -> state.name().equals(proxy.name()))
        .findFirst()
        .map(ProxyState::rateHits)
        .orElse(0);
  }

  /** Closes an attempt and settles its reservation; false when somebody has done so before. */
  private boolean close(Ended ended, Instant now) {
    AiTask task = ended.task();
    Usage usage = ended.usage();
    long micros = proxies.spec(ended.proxy()).map(spec -> spec.price().of(usage)).orElse(0L);
    Optional<AiAttempt> closed =
        attemptDao.end(
            task.id(), ended.attempt(), ended.outcome(), ended.message(), usage, micros, now);
    closed
        .filter(attempt -> attempt.reservedTokens() > 0)
        .ifPresent(attempt -> budgets.settle(task.caller(), attempt, usage.total(), micros));
    return closed.isPresent();
  }

  private void fail(AiTask task, int attempt, ErrorCode code, String message, Instant now) {
    taskDao.fail(task.id(), attempt, code.number(), message, now);
    rules.signals().ended(task.traceId());
  }
}

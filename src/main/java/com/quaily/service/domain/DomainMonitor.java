package com.quaily.service.domain;

import com.quaily.dao.DomainDao;
import com.quaily.database.Transactions;
import com.quaily.job.JobQueue;
import com.quaily.job.JobType;
import com.quaily.model.channel.DomainState;
import com.quaily.model.channel.DomainStatus;
import com.quaily.model.error.UnavailableException;
import com.quaily.page.publishing.PageChangeLog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks custom domains periodically: new ones until they point here, verified ones whether they
 * still do. A lost domain is no longer served, and its owner gets an email.
 */
public final class DomainMonitor {

  /** Emails the owner that the domain is lost. */
  public static final JobType<LostDomain> LOST = new JobType<>("domain-lost", LostDomain.class);

  private static final Logger LOG = LoggerFactory.getLogger(DomainMonitor.class);
  private static final int AT_ONCE = 50;
  private static final Duration UNANSWERED_PAUSE = Duration.ofHours(1);

  private static final int LOOKUPS_AT_ONCE = 8;

  private final Transactions transactions;
  private final DomainDao domainDao;
  private final DomainVerification verification;
  private final PageChangeLog pageJobs;
  private final JobQueue jobQueue;
  private final Clock clock;

  public DomainMonitor(
      Transactions transactions,
      DomainDao domainDao,
      DomainVerification verification,
      PageChangeLog pageJobs,
      JobQueue jobQueue,
      Clock clock) {
    this.transactions = transactions;
    this.domainDao = domainDao;
    this.verification = verification;
    this.pageJobs = pageJobs;
    this.jobQueue = jobQueue;
    this.clock = clock;
  }

  /** Data of {@link #LOST}. */
  public record LostDomain(long channelId, String domain) {}

  /** Checks all domains that are due. */
  public void run() {
    List<DomainState> due = domainDao.selectDue(clock.instant(), AT_ONCE);
    if (due.isEmpty()) {
      return;
    }
    ExecutorService threads = Executors.newFixedThreadPool(LOOKUPS_AT_ONCE);
    try {
      while (!due.isEmpty()) {
        checkAll(due, threads);
        due = domainDao.selectDue(clock.instant(), AT_ONCE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      threads.shutdownNow();
    }
  }

  /** A name server that does not answer takes seconds for each domain. */
  private void checkAll(List<DomainState> due, ExecutorService threads)
      throws InterruptedException {
    List<Callable<Void>> checks = new ArrayList<>();
    for (DomainState domain : due) {
      checks.add(
          () -> {
            check(domain);
            return null;
          });
    }
    for (Future<Void> checked : threads.invokeAll(checks)) {
      try {
        checked.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException("a domain could not be checked", e.getCause());
      }
    }
  }

  private void check(DomainState seen) {
    try {
      boolean good = verification.look(seen).isGood();
      transactions.inTransaction(() -> note(seen, good));
    } catch (UnavailableException e) {
      // A failed lookup says nothing about where the domain points.
      LOG.warn("DNS lookup for {} failed: {}", seen.domain(), e.getMessage());
      domainDao.postpone(seen.channelId(), clock.instant().plus(UNANSWERED_PAUSE));
    }
  }

  /** Unless the owner changed the domain or had it checked in the meantime. */
  private void note(DomainState seen, boolean good) {
    domainDao
        .selectForUpdate(seen.channelId())
        .filter(seen::equals)
        .ifPresent(before -> save(before, good));
  }

  private void save(DomainState before, boolean good) {
    Instant now = clock.instant();
    DomainState after = good ? before.verified(now) : before.missed(now);
    domainDao.update(after);
    if (after.status() != before.status()) {
      LOG.info("domain {} is now {}", after.domain(), after.status());
      pageJobs.channelChanged(after.channelId());
    }
    if (before.status() == DomainStatus.VERIFIED && after.status() == DomainStatus.FAILED) {
      jobQueue.enqueueAt(
          LOST,
          after.channelId() + ":" + now.toEpochMilli(),
          new LostDomain(after.channelId(), after.domain()),
          now);
    }
  }
}

package com.quaily.service.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.dao.ChannelDao;
import com.quaily.dao.DomainDao;
import com.quaily.dao.JobDao;
import com.quaily.dao.PageDao;
import com.quaily.dao.ServerSecretDao;
import com.quaily.dao.UserDao;
import com.quaily.database.Database;
import com.quaily.delivery.mail.OutgoingMail;
import com.quaily.delivery.mail.OwnerMailer;
import com.quaily.delivery.mail.SystemMailer;
import com.quaily.job.JobQueue;
import com.quaily.model.Site;
import com.quaily.model.channel.DomainState;
import com.quaily.model.channel.DomainStatus;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.UnavailableException;
import com.quaily.model.page.PageKeys;
import com.quaily.page.publishing.PageChangeLog;
import com.quaily.page.template.Templates;
import com.quaily.service.channel.ChannelAccess;
import com.quaily.service.channel.HostingSettings;
import com.quaily.service.crypto.Signatures;
import com.quaily.service.domain.DomainMonitor.LostDomain;
import com.quaily.service.domain.DomainService.DomainInput;
import com.quaily.testing.SettableClock;
import com.quaily.testing.TestNewsroom;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DomainMonitorTest {

  private static final String DOMAIN = "letters.example.net";
  private static final String TARGET = "site.example.org";
  private static final String OTHER = "elsewhere.example.com";
  private static final Site SITE = new Site("Letters", "https://example.com");

  @AutoClose private final TestNewsroom newsroom = TestNewsroom.open();
  private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T00:00:00Z"));
  private final FakeResolver resolver = new FakeResolver();
  private final Database database = newsroom.modules().database();
  private final DomainDao domainDao = database.dao(DomainDao.class);
  private final JobQueue jobQueue = new JobQueue(database, database.dao(JobDao.class), clock);
  private final PageChangeLog pageJobs =
      new PageChangeLog(database, database.dao(PageDao.class), jobQueue, false, clock);
  private final DomainVerification verification =
      new DomainVerification(
          resolver,
          new HostingSettings(
              TARGET, List.of("192.0.2.7"), "", "", Duration.ofDays(7), Duration.ofDays(7)),
          new DomainOwnership(new Signatures(database.dao(ServerSecretDao.class)), TARGET));
  private final DomainService domainService =
      new DomainService(
          database,
          domainDao,
          new ChannelAccess(database.dao(ChannelDao.class)),
          verification,
          pageJobs,
          new SiteNames(SITE, List.of()),
          clock);
  private final DomainMonitor underTest =
      new DomainMonitor(database, domainDao, verification, pageJobs, jobQueue, clock);

  @BeforeEach
  void setDomain() {
    resolver.text = verification.expected(newsroom.channel().id(), DOMAIN).text();
    domainService.update(newsroom.owner(), "news", new DomainInput(true, DOMAIN, null));
  }

  private DomainState state() {
    return database.inTransaction(
        () -> domainDao.selectForUpdate(newsroom.channel().id()).orElseThrow());
  }

  /** Lets the time pass until the next look, and looks; answers how long that was. */
  private Duration untilNextLook() {
    Duration pause = Duration.between(clock.instant(), state().nextCheckAt());
    clock.advance(pause.minusSeconds(1));
    int before = resolver.asked;
    underTest.run();
    assertEquals(before, resolver.asked, "looked too early");
    clock.advance(Duration.ofSeconds(1));
    underTest.run();
    assertTrue(resolver.asked > before, "did not look");
    return pause;
  }

  private String hosts() {
    newsroom.render(newsroom.channel());
    return new String(
        newsroom.storage().get(PageKeys.hosts()).orElseThrow().content(), StandardCharsets.UTF_8);
  }

  private long jobs(String name) {
    return newsroom.count("scheduled_tasks where task_name = '" + name + "'");
  }

  @Test
  void aNewDomainIsCheckedLessAndLessUntilItPointsHere() {
    List<Duration> pauses = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      pauses.add(untilNextLook());
    }
    assertEquals(Duration.ofMinutes(5), pauses.get(0));
    assertEquals(Duration.ofMinutes(5), pauses.get(1));
    assertEquals(Duration.ofMinutes(10), pauses.get(2));
    assertEquals(Duration.ofHours(6), pauses.get(8));
    assertEquals(DomainStatus.FAILED, state().status());
    assertFalse(hosts().contains(DOMAIN));

    resolver.alias = TARGET;
    untilNextLook();

    assertEquals(DomainStatus.VERIFIED, state().status());
    assertNull(state().expiredAt());
    assertEquals(10, state().checkCount());
    assertTrue(hosts().contains("\"" + DOMAIN + "\":\"news\""), hosts());
    assertEquals(0, jobs("domain-lost"));
  }

  @Test
  void aDomainThatNeverPointsHereIsCheckedForSevenDays() {
    Instant begin = clock.instant();
    int looks = 0;
    while (state().nextCheckAt() != null) {
      untilNextLook();
      looks++;
    }

    Duration time = Duration.between(begin, clock.instant());
    assertTrue(time.compareTo(Duration.ofDays(7)) < 0, time::toString);
    assertTrue(time.compareTo(Duration.ofDays(6)) > 0, time::toString);
    assertTrue(looks < 50, "looks: " + looks);
    assertEquals(0, jobs("domain-lost"), "it was never there");
  }

  @Test
  void aDomainThatPointsHereButIsNotProvenToBeTheChannelsIsNotServed() {
    resolver.alias = TARGET;
    resolver.text = verification.expected(newsroom.channel().id() + 1, DOMAIN).text();
    untilNextLook();

    assertEquals(DomainStatus.FAILED, state().status());
    assertFalse(hosts().contains(DOMAIN), hosts());

    resolver.alias = verification.expected(newsroom.channel().id(), DOMAIN).ownAlias();
    untilNextLook();

    assertEquals(DomainStatus.VERIFIED, state().status());
  }

  @Test
  void aProvenDomainNeedsItsTextNoLonger() {
    resolver.alias = TARGET;
    untilNextLook();
    resolver.text = "";
    untilNextLook();

    assertEquals(DomainStatus.VERIFIED, state().status());
    assertEquals(0, state().failures());
  }

  @Test
  void aVerifiedDomainIsCheckedOnceADay() {
    resolver.alias = TARGET;
    untilNextLook();

    Duration day = untilNextLook();

    assertTrue(day.compareTo(Duration.ofHours(22)) >= 0, day::toString);
    assertTrue(day.compareTo(Duration.ofHours(26)) < 0, day::toString);
    assertEquals(DomainStatus.VERIFIED, state().status());
  }

  @Test
  void aDomainLostForDaysIsNoLongerServedAndItsOwnerGetsAnEmail() {
    resolver.alias = TARGET;
    untilNextLook();
    resolver.alias = OTHER;
    untilNextLook();
    Instant lost = clock.instant();
    while (state().status() == DomainStatus.VERIFIED) {
      assertTrue(hosts().contains(DOMAIN), "served until it is sure");
      untilNextLook();
    }

    Duration patience = Duration.between(lost, clock.instant());
    assertTrue(patience.compareTo(Duration.ofDays(3)) >= 0, patience::toString);
    assertTrue(patience.compareTo(Duration.ofDays(4)) < 0, patience::toString);
    assertFalse(hosts().contains(DOMAIN), hosts());
    assertEquals(1, jobs("domain-lost"));
    assertTrue(jobs("render-channel") > 0);
    assertEquals(clock.instant().plus(DomainState.KEPT), state().expiredAt());

    resolver.alias = TARGET;
    untilNextLook();
    assertTrue(hosts().contains(DOMAIN), "it comes back by itself");
  }

  @Test
  void aShortFailureChangesNothing() {
    resolver.alias = TARGET;
    untilNextLook();
    resolver.alias = OTHER;
    untilNextLook();
    untilNextLook();
    assertEquals(2, state().failures());

    resolver.alias = TARGET;
    untilNextLook();

    assertEquals(0, state().failures());
    assertNull(state().failedAt());
    assertEquals(DomainStatus.VERIFIED, state().status());
  }

  @Test
  void noAnswerSaysNothing() {
    resolver.alias = TARGET;
    untilNextLook();
    resolver.answering = false;
    for (int i = 0; i < 200; i++) {
      untilNextLook();
    }

    assertEquals(DomainStatus.VERIFIED, state().status());
    assertEquals(0, state().failures());
    assertEquals(Duration.ofHours(1), untilNextLook());
  }

  @Test
  void aRemovedDomainIsNotCheckedAnyMore() {
    domainService.update(newsroom.owner(), "news", new DomainInput(null, "", null));

    assertNull(state().nextCheckAt());
    clock.advance(Duration.ofDays(30));
    underTest.run();
    assertEquals(0, resolver.asked);
  }

  @Test
  void aCheckByTheOwnerTakesEffectImmediately() {
    resolver.alias = TARGET;
    domainService.verify(newsroom.owner(), "news");
    assertEquals(DomainStatus.VERIFIED, state().status());

    resolver.alias = OTHER;
    domainService.verify(newsroom.owner(), "news");

    assertEquals(DomainStatus.FAILED, state().status());
    assertEquals(2, newsroom.channel("news").domainCheckCount());
    assertEquals(0, jobs("domain-lost"), "they know");
  }

  @Test
  void theEmailNamesDomainAndChannel() {
    List<OutgoingMail> mails = new ArrayList<>();
    DomainUnreachableHandler handler =
        new DomainUnreachableHandler(
            database.dao(ChannelDao.class),
            new OwnerMailer(
                database.dao(UserDao.class), new SystemMailer(SITE, new Templates(), mails::add)));

    handler.run(new LostDomain(newsroom.channel().id(), DOMAIN));
    handler.run(new LostDomain(999_999, DOMAIN));

    assertEquals(1, mails.size());
    OutgoingMail mail = mails.get(0);
    assertEquals("ada@example.com", mail.to());
    assertTrue(mail.subject().contains(DOMAIN) && mail.subject().contains("The news"));
    assertTrue(mail.text().contains("https://example.com/news"), mail.text());
  }

  /** Knows one alias of one domain. */
  private static final class FakeResolver implements DomainResolver {

    private String text = "";
    private String alias = OTHER;
    private boolean answering = true;
    private int asked;

    @Override
    public List<String> aliases(String host) {
      asked++;
      if (!answering) {
        throw new UnavailableException(ErrorCode.DNS_UNAVAILABLE, "no answer");
      }
      return Optional.of(alias).filter(unused -> host.equals(DOMAIN)).stream().toList();
    }

    @Override
    public List<String> texts(String host) {
      return host.equals("_quaily." + DOMAIN) && !text.isEmpty() ? List.of(text) : List.of();
    }

    @Override
    public List<String> addresses(String host) {
      return List.of();
    }
  }
}

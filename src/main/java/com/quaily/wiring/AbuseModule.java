package com.quaily.wiring;

import com.quaily.dao.AbuseReportDao;
import com.quaily.database.Database;
import com.quaily.resource.abuse.AbuseReportResource;
import com.quaily.service.abuse.AbuseReports;
import com.quaily.service.challenge.ChallengeProvider;
import java.time.Clock;
import java.util.List;

/** Reports of abuse. */
public final class AbuseModule implements ProgramModule {

  private final AbuseReports abuseReports;
  private final ChallengeProvider challengeProvider;

  AbuseModule(
      Database database,
      PageModule pages,
      AccountModule accounts,
      ChannelModule channels,
      PostModule posts,
      SubscriptionModule subscriptions,
      Clock clock) {
    challengeProvider = accounts.challengeProvider();
    abuseReports =
        new AbuseReports(
            database,
            database.dao(AbuseReportDao.class),
            channels.access(),
            posts.lookup(),
            subscriptions.subscriptionService(),
            pages.urls(),
            clock);
  }

  /** The operator's queue. */
  public AbuseReports abuseReports() {
    return abuseReports;
  }

  @Override
  public List<Object> resources(Views views) {
    return List.of(new AbuseReportResource(abuseReports, views.channels(), challengeProvider));
  }
}

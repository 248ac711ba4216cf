package com.quaily.wiring;

import com.quaily.config.Settings;
import com.quaily.dao.ChannelDao;
import com.quaily.dao.DomainDao;
import com.quaily.database.Database;
import com.quaily.job.JobHandler;
import com.quaily.job.RecurringJob;
import com.quaily.resource.channel.ChannelDomainResource;
import com.quaily.service.channel.HostingSettings;
import com.quaily.service.domain.DnsResolver;
import com.quaily.service.domain.DomainMonitor;
import com.quaily.service.domain.DomainOwnership;
import com.quaily.service.domain.DomainService;
import com.quaily.service.domain.DomainUnreachableHandler;
import com.quaily.service.domain.DomainVerification;
import com.quaily.service.domain.SiteNames;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Custom domains of channels. */
final class DomainModule implements ProgramModule {

  private final DomainService domainService;
  private final DomainMonitor monitor;
  private final List<JobHandler<?>> jobHandlers;

  DomainModule(
      Settings settings,
      Database database,
      PageModule pages,
      MailModule mail,
      AccountModule accounts,
      ChannelModule channels,
      Clock clock) {
    DomainDao domainDao = database.dao(DomainDao.class);
    HostingSettings hosting = settings.hosting();
    DomainVerification verification =
        new DomainVerification(
            new DnsResolver(hosting.dnsServer()),
            hosting,
            new DomainOwnership(accounts.signatures(), hosting.domainTarget()));
    domainService =
        new DomainService(
            database,
            domainDao,
            channels.access(),
            verification,
            pages.changeLog(),
            siteNames(settings),
            clock);
    monitor =
        new DomainMonitor(
            database, domainDao, verification, pages.changeLog(), pages.jobQueue(), clock);
    jobHandlers =
        List.of(new DomainUnreachableHandler(database.dao(ChannelDao.class), mail.ownerMailer()));
  }

  private static SiteNames siteNames(Settings settings) {
    List<String> others = new ArrayList<>(settings.routing().apiHosts());
    others.addAll(settings.routing().siteHosts());
    others.add(settings.hosting().domainTarget());
    return new SiteNames(settings.site(), others);
  }

  @Override
  public List<Object> resources(Views views) {
    return List.of(new ChannelDomainResource(domainService, views.channels()));
  }

  @Override
  public List<JobHandler<?>> jobHandlers() {
    return jobHandlers;
  }

  @Override
  public List<RecurringJob> recurringJobs() {
    return List.of(new RecurringJob("domain-checks", Duration.ofMinutes(1), monitor::run));
  }
}

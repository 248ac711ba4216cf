package com.quaily.wiring;

import com.quaily.config.Settings;
import com.quaily.database.Database;
import com.quaily.delivery.mail.MailComposer;
import com.quaily.delivery.mail.Mailer;
import com.quaily.model.Site;
import com.quaily.resource.channel.ChannelDeletionPageResource;
import com.quaily.resource.channel.ChannelDeletionResource;
import com.quaily.resource.channel.ChannelDomainResource;
import com.quaily.resource.channel.ChannelExportResource;
import com.quaily.resource.channel.ChannelSettingsResource;
import com.quaily.resource.channel.ExportResource;
import com.quaily.resource.delivery.ChannelPushResource;
import com.quaily.service.channel.ChannelAccess;
import com.quaily.service.channel.ChannelDeletionPages;
import com.quaily.service.channel.ChannelDeletionService;
import com.quaily.service.channel.ChannelSettingsService;
import com.quaily.service.channel.DeleteChannelHandler;
import com.quaily.service.channel.HostingSettings;
import com.quaily.service.crypto.SecretBox;
import com.quaily.service.delivery.ChannelPushService;
import com.quaily.service.domain.DnsResolver;
import com.quaily.service.domain.DomainMonitor;
import com.quaily.service.domain.DomainService;
import com.quaily.service.domain.DomainVerification;
import com.quaily.service.domain.DomainUnreachableHandler;
import com.quaily.service.exporter.ExportChannelHandler;
import com.quaily.service.exporter.ExportService;
import com.quaily.storage.ObjectStorage;
import com.quaily.job.JobHandler;
import com.quaily.job.JobQueue;
import java.time.Clock;
import java.util.Base64;
import java.util.List;

/** Builds what owners set of their channels: settings, domains, exports, deletion. */
final class ChannelWiring {

  private final ChannelSettingsService settingsService;
  private final ChannelPushService pushService;
  private final DomainService domainService;
  private final DomainMonitor domainChecks;
  private final ChannelDeletionService deletionService;
  private final ChannelDeletionPages deletionPages;
  private final ExportService exportService;
  private final List<JobHandler<?>> handlers;

  ChannelWiring(
      Settings settings,
      Database database,
      ObjectStorage storage,
      PageWiring pages,
      ServiceWiring services,
      Mailer mailer,
      Clock clock) {
    Site site = settings.site();
    HostingSettings hosting = settings.hosting();
    ChannelAccess access = services.access();
    JobQueue jobQueue = pages.jobQueue();
    MailComposer mailComposer = services.mailComposer();
    settingsService =
        new ChannelSettingsService(database, services.channelService(), access, clock);
    pushService =
        new ChannelPushService(
            database,
            access,
            new SecretBox(Base64.getDecoder().decode(hosting.secretsKey())),
            clock);
    DomainVerification verification =
        new DomainVerification(new DnsResolver(hosting.dnsServer()), hosting);
    domainService = new DomainService(database, access, verification, pages.jobs(), site, clock);
    domainChecks = new DomainMonitor(database, verification, pages.jobs(), jobQueue, clock);
    deletionService =
        new ChannelDeletionService(
            database, access, jobQueue, mailComposer, mailer, site, hosting, clock);
    deletionPages = new ChannelDeletionPages(pages.renderer());
    exportService =
        new ExportService(
            database, storage, access, jobQueue, mailComposer, mailer, site, hosting, clock);
    handlers =
        List.of(
            new DeleteChannelHandler(deletionService, pages.channelRemover()),
            new ExportChannelHandler(exportService),
            new DomainUnreachableHandler(database, mailComposer, mailer, site));
  }

  /** What of this the API offers. */
  List<Object> resources(Views views) {
    return List.of(
        new ChannelSettingsResource(settingsService, views.channels()),
        new ChannelPushResource(pushService),
        new ChannelDomainResource(domainService, views.channels()),
        new ChannelDeletionResource(deletionService),
        new ChannelDeletionPageResource(deletionService, deletionPages),
        new ChannelExportResource(exportService),
        new ExportResource(exportService));
  }

  /** What of this works in the background. */
  List<JobHandler<?>> handlers() {
    return handlers;
  }

  /** Looks whether channels' own domains lead here. */
  void checkDomains() {
    domainChecks.run();
  }

  /** Removes files that nobody can fetch any more. */
  void deleteExpired() {
    exportService.deleteExpired();
  }
}

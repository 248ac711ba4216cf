package com.quaily.wiring;

import com.quaily.config.Settings;
import com.quaily.database.Database;
import com.quaily.job.JobHandler;
import com.quaily.job.JobQueue;
import com.quaily.job.RecurringJob;
import com.quaily.model.Site;
import com.quaily.resource.channel.ChannelDeletionPageResource;
import com.quaily.resource.channel.ChannelDeletionResource;
import com.quaily.resource.channel.ChannelExportResource;
import com.quaily.resource.channel.ChannelResource;
import com.quaily.resource.channel.ChannelSettingsResource;
import com.quaily.resource.channel.ExportResource;
import com.quaily.service.channel.ChannelAccess;
import com.quaily.service.channel.ChannelDeletionPages;
import com.quaily.service.channel.ChannelDeletionService;
import com.quaily.service.channel.ChannelService;
import com.quaily.service.channel.ChannelSettingsService;
import com.quaily.service.channel.DeleteChannelHandler;
import com.quaily.service.channel.HostingSettings;
import com.quaily.service.exporter.ExportChannelHandler;
import com.quaily.service.exporter.ExportService;
import com.quaily.storage.ObjectStorage;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Channels: settings, exports and deletion. */
public final class ChannelModule implements ProgramModule {

  private final ChannelAccess access;
  private final ChannelService channelService;
  private final ChannelSettingsService settingsService;
  private final ChannelDeletionService deletionService;
  private final ChannelDeletionPages deletionPages;
  private final ExportService exportService;
  private final List<JobHandler<?>> jobHandlers;

  ChannelModule(
      Settings settings,
      Database database,
      ObjectStorage storage,
      PageModule pages,
      MailModule mail,
      Clock clock) {
    Site site = settings.site();
    HostingSettings hosting = settings.hosting();
    JobQueue jobQueue = pages.jobQueue();
    access = new ChannelAccess(database);
    channelService = new ChannelService(database, access, pages.changeLog(), clock);
    settingsService = new ChannelSettingsService(database, channelService, access, clock);
    deletionService =
        new ChannelDeletionService(
            database, access, jobQueue, mail.composer(), mail.mailer(), site, hosting, clock);
    deletionPages = new ChannelDeletionPages(pages.renderer());
    exportService =
        new ExportService(
            database,
            storage,
            access,
            jobQueue,
            mail.composer(),
            mail.mailer(),
            site,
            hosting,
            clock);
    jobHandlers =
        List.of(
            new DeleteChannelHandler(deletionService, pages.channelRemover()),
            new ExportChannelHandler(exportService));
  }

  /** Finds channels and checks permissions. */
  ChannelAccess access() {
    return access;
  }

  public ChannelService channelService() {
    return channelService;
  }

  @Override
  public List<Object> resources(Views views) {
    return List.of(
        new ChannelResource(channelService, views.channels()),
        new ChannelSettingsResource(settingsService, views.channels()),
        new ChannelDeletionResource(deletionService),
        new ChannelDeletionPageResource(deletionService, deletionPages),
        new ChannelExportResource(exportService),
        new ExportResource(exportService));
  }

  @Override
  public List<JobHandler<?>> jobHandlers() {
    return jobHandlers;
  }

  @Override
  public List<RecurringJob> recurringJobs() {
    return List.of(
        new RecurringJob("expired-exports", Duration.ofHours(1), exportService::deleteExpired));
  }
}

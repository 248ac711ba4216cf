package com.quaily.wiring;

import com.quaily.config.Settings;
import com.quaily.dao.ChannelDao;
import com.quaily.dao.ChannelDeletionDao;
import com.quaily.dao.ChannelExportDao;
import com.quaily.dao.ChannelSettingsDao;
import com.quaily.dao.CooperatorDao;
import com.quaily.dao.PostDao;
import com.quaily.dao.UserDao;
import com.quaily.database.Database;
import com.quaily.job.JobHandler;
import com.quaily.job.JobQueue;
import com.quaily.job.RecurringJob;
import com.quaily.page.message.ChannelDeletionPages;
import com.quaily.resource.channel.ChannelDeletionPageResource;
import com.quaily.resource.channel.ChannelDeletionResource;
import com.quaily.resource.channel.ChannelExportResource;
import com.quaily.resource.channel.ChannelResource;
import com.quaily.resource.channel.ChannelSettingsResource;
import com.quaily.resource.channel.ChannelSlugResource;
import com.quaily.resource.channel.CooperatorResource;
import com.quaily.resource.channel.ExportResource;
import com.quaily.resource.channel.InvitationResource;
import com.quaily.resource.subscription.SubscriberExportResource;
import com.quaily.service.channel.ChannelAccess;
import com.quaily.service.channel.ChannelDeletionService;
import com.quaily.service.channel.ChannelService;
import com.quaily.service.channel.ChannelSettingsService;
import com.quaily.service.channel.ChannelSlugs;
import com.quaily.service.channel.CooperatorInvitedHandler;
import com.quaily.service.channel.CooperatorService;
import com.quaily.service.channel.DeleteChannelHandler;
import com.quaily.service.channel.HostingSettings;
import com.quaily.service.exporter.ChannelArchive;
import com.quaily.service.exporter.ExportChannelHandler;
import com.quaily.service.exporter.ExportService;
import com.quaily.storage.ObjectStorage;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Channels: settings, exports and deletion. */
public final class ChannelModule implements ProgramModule {

  private final ChannelAccess access;
  private final ChannelSlugs channelSlugs;
  private final ChannelService channelService;
  private final ChannelSettingsService settingsService;
  private final CooperatorService cooperatorService;
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
    ChannelDao channelDao = database.dao(ChannelDao.class);
    ChannelDeletionDao channelDeletionDao = database.dao(ChannelDeletionDao.class);
    ChannelExportDao channelExportDao = database.dao(ChannelExportDao.class);
    HostingSettings hosting = settings.hosting();
    JobQueue jobQueue = pages.jobQueue();
    access = new ChannelAccess(channelDao);
    channelSlugs = new ChannelSlugs(channelDao, channelDeletionDao);
    channelService =
        new ChannelService(database, channelDao, channelSlugs, access, pages.changeLog(), clock);
    settingsService =
        new ChannelSettingsService(
            database,
            database.dao(ChannelSettingsDao.class),
            channelService,
            access,
            pages.changeLog(),
            clock);
    cooperatorService =
        new CooperatorService(
            database,
            database.dao(CooperatorDao.class),
            database.dao(ChannelSettingsDao.class),
            access,
            jobQueue,
            clock);
    deletionService =
        new ChannelDeletionService(
            database, channelDeletionDao, access, jobQueue, mail.ownerMailer(), hosting, clock);
    deletionPages = new ChannelDeletionPages(pages.renderer());
    exportService = new ExportService(channelExportDao, storage, access, jobQueue, clock);
    jobHandlers =
        List.of(
            new CooperatorInvitedHandler(
                channelDao, database.dao(UserDao.class), mail.systemMailer()),
            new DeleteChannelHandler(
                database, channelDeletionDao, channelDao, pages.channelRemover(), clock),
            new ExportChannelHandler(
                channelExportDao,
                channelDao,
                new ChannelArchive(
                    channelExportDao, channelDao, database.dao(PostDao.class), storage),
                storage,
                mail.ownerMailer(),
                hosting,
                clock));
  }

  /** Finds channels and checks permissions. */
  ChannelAccess access() {
    return access;
  }

  public ChannelService channelService() {
    return channelService;
  }

  public CooperatorService cooperatorService() {
    return cooperatorService;
  }

  @Override
  public List<Object> resources(Views views) {
    return List.of(
        new ChannelResource(channelService, views.channels()),
        new ChannelSlugResource(channelSlugs),
        new ChannelSettingsResource(settingsService, views.channels()),
        new CooperatorResource(cooperatorService, views.channels()),
        new InvitationResource(cooperatorService, channelService, views.channels()),
        new ChannelDeletionResource(deletionService),
        new ChannelDeletionPageResource(deletionService, deletionPages),
        new ChannelExportResource(exportService),
        new ExportResource(exportService),
        new SubscriberExportResource(exportService));
  }

  @Override
  public List<JobHandler<?>> jobHandlers() {
    return jobHandlers;
  }

  @Override
  public List<RecurringJob> recurringJobs() {
    return List.of(
        new RecurringJob("expired-exports", Duration.ofHours(1), exportService::deleteExpired),
        new RecurringJob(
            "expired-invitations", Duration.ofHours(1), cooperatorService::deleteExpired));
  }
}

package com.quaily.service.exporter;

import com.quaily.dao.ChannelDao;
import com.quaily.dao.ChannelExportDao;
import com.quaily.delivery.mail.OwnerMailer;
import com.quaily.job.JobHandler;
import com.quaily.job.JobType;
import com.quaily.model.channel.Channel;
import com.quaily.model.export.ChannelExport;
import com.quaily.service.channel.HostingSettings;
import com.quaily.service.crypto.Secrets;
import com.quaily.service.exporter.ExportService.ExportJob;
import com.quaily.storage.ObjectStorage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Creates exports in the background. */
public final class ExportChannelHandler implements JobHandler<ExportJob> {

  private static final int NAME_BYTES = 16;

  private final ChannelExportDao exportDao;
  private final ChannelDao channelDao;
  private final ChannelArchive archive;
  private final ObjectStorage storage;
  private final OwnerMailer mailer;
  private final HostingSettings hosting;
  private final Clock clock;

  public ExportChannelHandler(
      ChannelExportDao exportDao,
      ChannelDao channelDao,
      ChannelArchive archive,
      ObjectStorage storage,
      OwnerMailer mailer,
      HostingSettings hosting,
      Clock clock) {
    this.exportDao = exportDao;
    this.channelDao = channelDao;
    this.archive = archive;
    this.storage = storage;
    this.mailer = mailer;
    this.hosting = hosting;
    this.clock = clock;
  }

  @Override
  public JobType<ExportJob> type() {
    return ExportService.EXPORT;
  }

  /** Does nothing when the channel is gone. */
  @Override
  public void run(ExportJob job) {
    channelDao.selectById(job.channelId()).ifPresent(this::make);
  }

  private void make(Channel channel) {
    ChannelExport export = begin(channel);
    long size = write(channel, new PartedFile(storage, export.folder()));
    String token = Secrets.newToken();
    exportDao.finish(export.id(), Secrets.hash(token), size);
    mailer.sendExport(channel, token);
  }

  /** The row comes before the first part, so that what a crash leaves behind expires as well. */
  private ChannelExport begin(Channel channel) {
    var now = clock.instant();
    return exportDao.insert(
        new ChannelExport(
            0,
            channel.id(),
            "exports/" + Secrets.newHex(NAME_BYTES) + "/",
            channel.slug() + "-" + LocalDate.ofInstant(now, ZoneOffset.UTC) + ".zip",
            0,
            now,
            now.plus(hosting.exportValidity())));
  }

  private long write(Channel channel, PartedFile parts) {
    PartedFile.Writer out = parts.write();
    try {
      archive.write(channel, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.size();
  }
}

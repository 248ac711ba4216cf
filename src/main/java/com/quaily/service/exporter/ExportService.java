package com.quaily.service.exporter;

import com.quaily.dao.ChannelExportDao;
import com.quaily.job.JobQueue;
import com.quaily.job.JobType;
import com.quaily.model.Caller;
import com.quaily.model.channel.Channel;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.NotFoundException;
import com.quaily.model.export.ChannelExport;
import com.quaily.service.channel.ChannelAccess;
import com.quaily.service.crypto.Secrets;
import com.quaily.storage.ObjectStorage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/**
 * Exports of channels: requested by the owner, created in the background, and downloaded through an
 * emailed link that expires.
 */
public final class ExportService {

  /** Creates an export. */
  public static final JobType<ExportJob> EXPORT = new JobType<>("export-channel", ExportJob.class);

  private final ChannelExportDao exportDao;
  private final ObjectStorage storage;
  private final ChannelAccess access;
  private final JobQueue jobQueue;
  private final Clock clock;

  public ExportService(
      ChannelExportDao exportDao,
      ObjectStorage storage,
      ChannelAccess access,
      JobQueue jobQueue,
      Clock clock) {
    this.exportDao = exportDao;
    this.storage = storage;
    this.access = access;
    this.jobQueue = jobQueue;
    this.clock = clock;
  }

  /** Data of {@link #EXPORT}. */
  public record ExportJob(long channelId) {}

  /** Queues an export, unless one is already waiting; the owner gets an email when it is ready. */
  public Channel request(Caller caller, String list) {
    Channel channel = access.requireOwner(caller, list);
    jobQueue.enqueueOnce(EXPORT, String.valueOf(channel.id()), new ExportJob(channel.id()));
    return channel;
  }

  /**
   * The export of an emailed link.
   *
   * @throws NotFoundException when the link is unknown or has expired
   */
  public ChannelExport find(String token) {
    return exportDao
        .selectByToken(Secrets.hash(token), clock.instant())
        .orElseThrow(() -> new NotFoundException(ErrorCode.EXPORT_NOT_FOUND));
  }

  /** Writes the file. */
  public void copy(ChannelExport export, OutputStream out) throws IOException {
    new PartedFile(storage, export.folder()).copyTo(out);
  }

  /** The channel, when the caller may take everything out of it. */
  public Channel requireExportable(Caller caller, String list) {
    return access.requireOwner(caller, list);
  }

  /** Writes a channel's subscribers as a CSV file in UTF-8. */
  public void writeSubscribers(Channel channel, OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    new SubscriberCsv(exportDao).write(channel.id(), writer::write);
    writer.flush();
  }

  /** Removes expired files. */
  public void deleteExpired() {
    for (ChannelExport export : exportDao.selectExpired(clock.instant())) {
      new PartedFile(storage, export.folder()).delete();
      exportDao.delete(export.id());
    }
  }
}

package com.quaily.service.exporter;

import com.quaily.dao.ChannelDao;
import com.quaily.dao.ChannelExportDao;
import com.quaily.dao.UserDao;
import com.quaily.database.Database;
import com.quaily.delivery.mail.MailComposer;
import com.quaily.delivery.mail.Mailer;
import com.quaily.job.JobQueue;
import com.quaily.job.JobType;
import com.quaily.model.Caller;
import com.quaily.model.Site;
import com.quaily.model.account.User;
import com.quaily.model.channel.Channel;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.NotFoundException;
import com.quaily.model.export.ChannelExport;
import com.quaily.service.channel.ChannelAccess;
import com.quaily.service.channel.HostingSettings;
import com.quaily.service.crypto.Secrets;
import com.quaily.storage.ObjectStorage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Exports of channels: requested by the owner, created in the background, and downloaded through an
 * emailed link that expires.
 */
public final class ExportService {

  /** Creates an export. */
  public static final JobType<ExportJob> EXPORT = new JobType<>("export-channel", ExportJob.class);

  private static final int NAME_BYTES = 16;

  private final Database database;
  private final ChannelExportDao exportDao;
  private final ChannelDao channelDao;
  private final UserDao userDao;
  private final ObjectStorage storage;
  private final ChannelArchive archive;
  private final ChannelAccess access;
  private final JobQueue jobQueue;
  private final MailComposer mailComposer;
  private final Mailer mailer;
  private final Site site;
  private final HostingSettings hosting;
  private final Clock clock;

  public ExportService(
      Database database,
      ObjectStorage storage,
      ChannelAccess access,
      JobQueue jobQueue,
      MailComposer mailComposer,
      Mailer mailer,
      Site site,
      HostingSettings hosting,
      Clock clock) {
    this.database = database;
    this.exportDao = database.dao(ChannelExportDao.class);
    this.channelDao = database.dao(ChannelDao.class);
    this.userDao = database.dao(UserDao.class);
    this.storage = storage;
    this.archive = new ChannelArchive(database, storage);
    this.access = access;
    this.jobQueue = jobQueue;
    this.mailComposer = mailComposer;
    this.mailer = mailer;
    this.site = site;
    this.hosting = hosting;
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

  /** Creates the file and emails its link; does nothing if the channel was deleted. */
  void make(long channelId) {
    channelDao.selectById(channelId).ifPresent(this::make);
  }

  private void make(Channel channel) {
    ChannelExport export = begin(channel);
    long size = write(channel, new PartedFile(storage, export.folder()));
    String token = Secrets.newToken();
    exportDao.finish(export.id(), Secrets.hash(token), size);
    User owner = userDao.selectById(channel.userId()).orElseThrow();
    String url = site.url("/api/exports/" + token);
    mailer.send(mailComposer.exportReady(owner.email(), channel.title(), url, owner.language()));
  }

  /** The row is created before the first part, so that leftovers of a crash expire too. */
  private ChannelExport begin(Channel channel) {
    var now = clock.instant();
    return database.inTransaction(
        () ->
            exportDao.insert(
                new ChannelExport(
                    0,
                    channel.id(),
                    "exports/" + Secrets.newHex(NAME_BYTES) + "/",
                    channel.slug() + "-" + LocalDate.ofInstant(now, ZoneOffset.UTC) + ".zip",
                    0,
                    now,
                    now.plus(hosting.exportValidity()))));
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

  /**
   * The export of an emailed link.
   *
   * @throws NotFoundException when the link is unknown or has expired
   */
  public ChannelExport find(String token) {
    return exportDao
        .selectByToken(Secrets.hash(token == null ? "" : token), clock.instant())
        .orElseThrow(() -> new NotFoundException(ErrorCode.EXPORT_NOT_FOUND));
  }

  /** Writes the file. */
  public void copy(ChannelExport export, OutputStream out) throws IOException {
    new PartedFile(storage, export.folder()).copyTo(out);
  }

  /** Removes expired files. */
  public void deleteExpired() {
    for (ChannelExport export : exportDao.selectExpired(clock.instant())) {
      new PartedFile(storage, export.folder()).delete();
      exportDao.delete(export.id());
    }
  }
}

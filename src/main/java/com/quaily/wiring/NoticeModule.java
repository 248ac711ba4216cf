package com.quaily.wiring;

import com.quaily.config.Settings;
import com.quaily.dao.NoticeDao;
import com.quaily.database.Database;
import com.quaily.delivery.mail.Mailer;
import com.quaily.delivery.mail.NoticeMailer;
import com.quaily.delivery.mail.SmtpMailer;
import com.quaily.job.RecurringJob;
import com.quaily.log.HostName;
import com.quaily.notice.AlertCheck;
import com.quaily.notice.AlertWatch;
import com.quaily.notice.DirectNotices;
import com.quaily.notice.Milestones;
import com.quaily.notice.NoticeSender;
import com.quaily.notice.NoticeSettings;
import com.quaily.notice.NoticeTransport;
import com.quaily.notice.Notices;
import com.quaily.notice.TelegramTransport;
import com.quaily.notice.WebhookTransport;
import com.quaily.wiring.process.BackgroundLoop;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells the operator what is new and what is wrong. */
public final class NoticeModule implements ProgramModule {

  private static final Duration SEND_EVERY = Duration.ofSeconds(5);
  private static final Duration MILESTONES_EVERY = Duration.ofMinutes(1);
  private static final Duration WATCH_EVERY = Duration.ofSeconds(15);

  private final Notices notices;
  private final DirectNotices direct;
  private final NoticeSender sender;
  private final Milestones milestones;
  private final boolean isConfigured;

  /** Empty until something is watched. */
  private Optional<BackgroundLoop> watch = Optional.empty();

  NoticeModule(Settings settings, Database database, Mailer mailer, Clock clock) {
    NoticeDao noticeDao = database.dao(NoticeDao.class);
    List<NoticeTransport> transports = transports(settings, Optional.of(mailer));
    isConfigured = !transports.isEmpty();
    notices =
        new Notices(
            database,
            noticeDao,
            transports.stream().map(NoticeTransport::name).toList(),
            settings.notices().quietHours(),
            clock);
    direct = new DirectNotices(transports);
    sender = new NoticeSender(database, noticeDao, transports, clock);
    milestones = new Milestones(database, noticeDao, notices, settings.site());
  }

  /** What needs no database. */
  public static DirectNotices direct(Settings settings) {
    Clock clock = Clock.systemUTC();
    Optional<Mailer> mailer =
        settings.mail().smtpUrl().isEmpty()
            ? Optional.empty()
            : Optional.of(new SmtpMailer(settings.mail(), clock));
    return new DirectNotices(transports(settings, mailer));
  }

  private static List<NoticeTransport> transports(Settings settings, Optional<Mailer> mailer) {
    NoticeSettings chosen = settings.notices();
    List<NoticeTransport> transports = new ArrayList<>();
    chosen.telegram().map(TelegramTransport::new).ifPresent(transports::add);
    chosen
        .webhook()
        .map(url -> new WebhookTransport(url, HostName.forPeople()))
        .ifPresent(transports::add);
    if (!chosen.mail().isEmpty()) {
      mailer
          .map(sending -> new NoticeMailer(sending, chosen.mail(), settings.site().name()))
          .ifPresent(transports::add);
    }
    return transports;
  }

  /** Watches for faults from the start on, if anybody would hear of them. */
  void watch(List<AlertCheck> checks) {
    if (isConfigured) {
      AlertWatch look = new AlertWatch(notices, direct, checks, HostName.forPeople());
      watch =
          Optional.of(
              new BackgroundLoop(
                  "alert-watch",
                  () -> {
                    look.run();
                    // Not only as a job: an alert must not wait for jobs that hang.
                    sender.run();
                    return WATCH_EVERY;
                  }));
    }
  }

  public Notices notices() {
    return notices;
  }

  public NoticeSender sender() {
    return sender;
  }

  @Override
  public List<RecurringJob> recurringJobs() {
    return List.of(
        new RecurringJob("notices", SEND_EVERY, sender::run),
        new RecurringJob("milestones", MILESTONES_EVERY, milestones::run));
  }

  @Override
  public void start() {
    watch.ifPresent(BackgroundLoop::start);
  }

  @Override
  public void close() {
    watch.ifPresent(BackgroundLoop::close);
  }
}

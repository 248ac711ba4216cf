package com.quaily.wiring;

import com.quaily.config.Settings;
import com.quaily.dao.MailingDao;
import com.quaily.dao.MailingRecipientDao;
import com.quaily.dao.OwnerReportDao;
import com.quaily.dao.PostDao;
import com.quaily.dao.SequenceMailDao;
import com.quaily.database.Database;
import com.quaily.delivery.content.LetterComposer;
import com.quaily.delivery.content.PostMailComposer;
import com.quaily.delivery.content.PostMailMessage;
import com.quaily.delivery.mailing.Corrections;
import com.quaily.delivery.mailing.DailyReports;
import com.quaily.delivery.mailing.Digests;
import com.quaily.delivery.mailing.Greetings;
import com.quaily.delivery.mailing.MailingMails;
import com.quaily.delivery.mailing.PlanMails;
import com.quaily.delivery.mailing.Sequences;
import com.quaily.delivery.sending.MailWriter;
import com.quaily.delivery.sending.SenderMarks;
import com.quaily.delivery.transport.DkimSigner;
import com.quaily.job.RecurringJob;
import com.quaily.model.delivery.MailingKind;
import com.quaily.service.crypto.Signatures;
import com.quaily.service.delivery.transport.MailTransports;
import com.quaily.wiring.process.BounceReading;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Emails to single readers and to owners. */
final class MailingModule implements ProgramModule {

  private static final Duration CHECK = Duration.ofMinutes(1);
  private static final int DELETED_AT_ONCE = 100;

  private final Settings settings;
  private final Clock clock;
  private final MailingDao mailingDao;
  private final Greetings greetings;
  private final Digests digests;
  private final Sequences sequences;
  private final Corrections corrections;
  private final DailyReports reports;
  private final PlanMails planMails;
  private final PostMailTools tools;
  private final MailWriter mails;
  private final BounceReading bounces;

  /**
   * What emails about posts are written with.
   *
   * @param signer empty = emails get no signature
   */
  record PostMailTools(
      PostMailComposer composer, PostMailMessage messages, Optional<DkimSigner> signer) {

    private static PostMailTools of(Settings settings, PageModule pages) {
      PostMailMessage messages = new PostMailMessage(settings.site(), settings.mail().from());
      return new PostMailTools(
          new PostMailComposer(
              settings.site(), pages.markdown(), pages.bodies(), pages.templates()),
          messages,
          MailTransports.signer(settings.delivery(), messages.senderDomain()));
    }
  }

  /**
   * @param signatures for the addresses to which bounces return
   */
  MailingModule(
      Settings settings, Database database, PageModule pages, Signatures signatures, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    bounces =
        new BounceReading(settings.delivery().sender().bounces(), database, signatures, clock);
    mailingDao = database.dao(MailingDao.class);
    MailingRecipientDao recipientDao = database.dao(MailingRecipientDao.class);
    PostDao postDao = database.dao(PostDao.class);
    LetterComposer letters = new LetterComposer(settings.site(), pages.templates());
    greetings =
        new Greetings(mailingDao, recipientDao, pages.bodies(), pages.urls(), letters, clock);
    digests =
        new Digests(
            database,
            mailingDao,
            new Digests.Posts(postDao, pages.bodies(), pages.urls()),
            pages.contexts(),
            letters,
            clock);
    sequences =
        new Sequences(
            new Sequences.Tables(
                database, database.dao(SequenceMailDao.class), mailingDao, recipientDao),
            pages.bodies(),
            pages.urls(),
            letters,
            clock);
    DailyReports.Tables tables =
        new DailyReports.Tables(
            database, mailingDao, recipientDao, database.dao(OwnerReportDao.class));
    reports = new DailyReports(tables, pages.contexts(), settings.site(), letters, clock);
    planMails = new PlanMails(tables, settings.site(), letters, clock);
    tools = PostMailTools.of(settings, pages);
    corrections = new Corrections(mailingDao, recipientDao, postDao, tools.composer(), clock);
    mails =
        new MailingMails(
            settings.site(),
            mailingDao,
            pages.contexts(),
            Map.of(
                MailingKind.DIGEST, digests,
                MailingKind.WELCOME, greetings,
                MailingKind.SEQUENCE, sequences,
                MailingKind.CORRECTION, corrections,
                MailingKind.REPORT, reports,
                MailingKind.PREMIUM, planMails::writeBegan,
                MailingKind.EXPIRY, planMails::writeEnded),
            tools.messages(),
            new SenderMarks(tools.signer(), bounces.returnPath()),
            clock);
  }

  Greetings greetings() {
    return greetings;
  }

  PlanMails planMails() {
    return planMails;
  }

  Corrections corrections() {
    return corrections;
  }

  PostMailTools tools() {
    return tools;
  }

  /** What writes the emails. */
  MailWriter mails() {
    return mails;
  }

  /** What reads bounces of all emails to readers. */
  BounceReading bounces() {
    return bounces;
  }

  @Override
  public List<RecurringJob> recurringJobs() {
    List<RecurringJob> jobs = new ArrayList<>(bounces.jobs());
    Collections.addAll(
        jobs,
        new RecurringJob("digests", CHECK, digests::gather),
        new RecurringJob("sequences", CHECK, sequences::gather),
        new RecurringJob("daily-reports", CHECK, reports::gather),
        new RecurringJob("ended-plans", CHECK, planMails::gatherEnded),
        new RecurringJob("old-mailings", Duration.ofHours(6), this::deleteOld));
    return jobs;
  }

  private void deleteOld() {
    int deleted;
    do {
      deleted =
          mailingDao.deleteBefore(
              clock.instant().minus(settings.delivery().keepFor()), DELETED_AT_ONCE);
    } while (deleted == DELETED_AT_ONCE);
  }
}

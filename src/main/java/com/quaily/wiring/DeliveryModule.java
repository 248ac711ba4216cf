package com.quaily.wiring;

import com.quaily.config.Settings;
import com.quaily.dao.DeliveryRecipientDao;
import com.quaily.dao.DeliveryTargetDao;
import com.quaily.dao.DeliveryTaskDao;
import com.quaily.dao.MailingDao;
import com.quaily.dao.MailingRecipientDao;
import com.quaily.dao.PostDao;
import com.quaily.dao.PreferencesDao;
import com.quaily.dao.SubscriberDao;
import com.quaily.dao.TransportDayDao;
import com.quaily.dao.UserDao;
import com.quaily.database.Database;
import com.quaily.delivery.DeliverySettings.Pace;
import com.quaily.delivery.sending.DeliveryNews;
import com.quaily.delivery.sending.DeliveryWorker;
import com.quaily.delivery.sending.MailLedger;
import com.quaily.delivery.sending.MailQueue;
import com.quaily.delivery.sending.MailSession;
import com.quaily.delivery.sending.MailWriter;
import com.quaily.delivery.sending.MailingGuard;
import com.quaily.delivery.sending.MailingSession;
import com.quaily.delivery.sending.PostMails;
import com.quaily.delivery.sending.RetryPlan;
import com.quaily.delivery.sending.SenderMarks;
import com.quaily.delivery.sending.SocialSession;
import com.quaily.delivery.social.SocialSender;
import com.quaily.delivery.transport.CountedTransport;
import com.quaily.delivery.transport.SendingRates;
import com.quaily.delivery.webhook.WebhookEvents;
import com.quaily.job.JobHandler;
import com.quaily.job.RecurringJob;
import com.quaily.notice.Notices;
import com.quaily.resource.delivery.CorrectionResource;
import com.quaily.resource.delivery.DeliveryReportResource;
import com.quaily.resource.delivery.DeliveryResource;
import com.quaily.resource.delivery.MailPreviewResource;
import com.quaily.resource.delivery.MailReportResource;
import com.quaily.resource.delivery.PostDeliveryResource;
import com.quaily.resource.delivery.SuppressionResource;
import com.quaily.resource.view.DeliveryViews;
import com.quaily.service.delivery.Deliveries;
import com.quaily.service.delivery.DeliveryPreview;
import com.quaily.service.delivery.DeliveryService;
import com.quaily.service.delivery.DeliveryService.Posts;
import com.quaily.service.delivery.PostCorrections;
import com.quaily.service.delivery.transport.MailTransports;
import com.quaily.wiring.MailingModule.PostMailTools;
import com.quaily.wiring.process.BounceReading;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Sending posts to subscribers and to other services. */
public final class DeliveryModule implements ProgramModule {

  private static final Duration MISSED_CHECK = Duration.ofSeconds(5);

  private final Database database;
  private final Settings settings;
  private final Clock clock;
  private final CountedTransport transport;
  private final PostMails mails;
  private final Outside outside;
  private final DeliveryPreview preview;
  private final Deliveries deliveries;
  private final PostModule postModule;
  private final BounceReading bounces;
  private final MailingModule mailings;

  /**
   * Whom deliveries tell besides readers.
   *
   * @param social posts on other services
   * @param events for webhooks
   */
  record Outside(SocialSender social, WebhookEvents events) {}

  DeliveryModule(
      Settings settings,
      Database database,
      PageModule pages,
      MailModule mail,
      PostModule posts,
      MailingModule mailings,
      Outside outside,
      Clock clock) {
    this.database = database;
    this.settings = settings;
    this.clock = clock;
    this.postModule = posts;
    this.mailings = mailings;
    this.outside = outside;
    bounces = mailings.bounces();
    PostMailTools tools = mailings.tools();
    transport =
        new CountedTransport(
            MailTransports.create(
                settings.delivery(),
                settings.mail(),
                mail.outbox(),
                database.dao(TransportDayDao.class),
                tools.messages().senderDomain(),
                clock));
    mails =
        new PostMails(
            settings.site(),
            pages.contexts(),
            database.dao(PostDao.class),
            tools.composer(),
            tools.messages(),
            new SenderMarks(tools.signer(), bounces.returnPath()),
            clock);
    preview =
        new DeliveryPreview(
            pages.contexts(),
            posts.lookup(),
            tools.composer(),
            mails,
            transport,
            database.dao(UserDao.class),
            clock);
    deliveries =
        new Deliveries(
            new Deliveries.Tables(
                database,
                database.dao(DeliveryTaskDao.class),
                database.dao(DeliveryRecipientDao.class),
                database.dao(DeliveryTargetDao.class),
                database.dao(PostDao.class),
                database.dao(PreferencesDao.class)),
            settings.delivery(),
            new Posts(posts.lookup(), posts.postService(), posts.schedule()),
            preview,
            outside.social(),
            pages.jobQueue(),
            clock);
  }

  /** Sends posts. */
  public DeliveryService deliveryService() {
    return deliveries.service();
  }

  /** Deliveries that each channel may start in a day; empty = any number. */
  Optional<Long> dailyQuota() {
    return Optional.of((long) settings.delivery().dailyQuota()).filter(quota -> quota > 0);
  }

  /** What sends in a process with the role worker. */
  DeliveryWorker newWorker(Notices notices) {
    Pace pace = settings.delivery().pace();
    RetryPlan retries = new RetryPlan(pace.firstRetry(), pace.giveUpAfter());
    DeliveryRecipientDao recipientDao = database.dao(DeliveryRecipientDao.class);
    DeliveryTargetDao targetDao = database.dao(DeliveryTargetDao.class);
    MailingRecipientDao mailingDao = database.dao(MailingRecipientDao.class);
    SendingRates rates = new SendingRates(pace.perSecond(), pace.perDomain());
    return new DeliveryWorker(
        database,
        database.dao(DeliveryTaskDao.class),
        recipientDao,
        targetDao,
        new DeliveryWorker.Sessions(
            session(new MailLedger(recipientDao), mails, rates, retries),
            new MailingSession(
                mailingDao,
                session(MailQueue.of(mailingDao), mailings.mails(), rates, retries),
                new MailingGuard(database.dao(MailingDao.class), mailingDao, notices, clock),
                clock),
            new SocialSession(targetDao, outside.social(), retries, clock),
            settings.delivery().sessions()),
        new DeliveryNews(notices, outside.events(), recipientDao),
        clock);
  }

  private MailSession session(
      MailQueue queue, MailWriter writer, SendingRates rates, RetryPlan retries) {
    return new MailSession(
        queue, database.dao(SubscriberDao.class), writer, transport, rates, retries, clock);
  }

  /** What hands over posts, and counts them. */
  CountedTransport transport() {
    return transport;
  }

  @Override
  public List<Object> resources(Views views) {
    return List.of(
        new DeliveryResource(
            deliveries.tasks(),
            deliveries.control(),
            deliveries.service(),
            postModule.postQueries(),
            new DeliveryViews(deliveries.tasks(), views.users(), views.channels())),
        new DeliveryReportResource(
            deliveries.tasks(), deliveries.report(), postModule.postQueries()),
        new SuppressionResource(bounces.suppressions(), postModule.postQueries()),
        new MailReportResource(bounces.reports()),
        new CorrectionResource(
            new PostCorrections(
                database,
                postModule.lookup(),
                postModule.postService(),
                mailings.corrections(),
                clock),
            postModule.postQueries()),
        new MailPreviewResource(preview, postModule.postQueries()),
        new PostDeliveryResource(deliveries.service(), postModule.postQueries(), views.posts()));
  }

  @Override
  public List<JobHandler<?>> jobHandlers() {
    return List.of(deliveries.startHandler());
  }

  @Override
  public List<RecurringJob> recurringJobs() {
    DeliveryRecipientDao recipientDao = database.dao(DeliveryRecipientDao.class);
    return List.of(
        new RecurringJob("missed-deliveries", MISSED_CHECK, deliveries.scheduled()::startMissed),
        new RecurringJob("old-deliveries", Duration.ofHours(6), deliveries::deleteOld),
        new RecurringJob(
            "dead-delivery-workers", Duration.ofHours(6), recipientDao::deleteDeadWorkers));
  }

  @Override
  public void close() {
    transport.close();
  }
}

package com.quaily.wiring;

import com.quaily.config.Settings;
import com.quaily.dao.ChannelDao;
import com.quaily.dao.JobDao;
import com.quaily.dao.SiteSettingDao;
import com.quaily.database.Database;
import com.quaily.job.JobFailures;
import com.quaily.job.JobHandler;
import com.quaily.job.RecurringJob;
import com.quaily.job.WaitingJobs;
import com.quaily.metrics.ErrorReports;
import com.quaily.model.channel.Channel;
import com.quaily.model.error.UnavailableException;
import com.quaily.page.publishing.store.PageChangeListener;
import com.quaily.storage.ObjectStorage;
import com.quaily.wiring.process.SiteAgreement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All modules that need the database, constructed in order of dependency. Shared by the API, the
 * workers and the command line.
 */
public final class Modules implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Modules.class);
  private static final List<String> BUILT_IN_SITES =
      List.of("portal", "tools", "dashboard", "front", "widget");

  private final Clock clock;
  private final DatabaseModule database;
  private final SiteAgreement agreement;
  private final PageModule page;
  private final MailModule mail;
  private final AccountModule account;
  private final OAuthModule oauth;
  private final ChannelModule channel;
  private final WebhookModule webhook;
  private final MailingModule mailing;
  private final SubscriptionModule subscription;
  private final PostModule post;
  private final MediaModule media;
  private final AbuseModule abuse;
  private final AnalyticsModule analytics;
  private final CreditModule credit;
  private final NoticeModule notice;
  private final WaitingJobs waitingJobs;
  private final JobFailures jobFailures;
  private final ErrorReports errorReports;
  private final DeliveryModule delivery;
  private final SocialModule social;
  private final AiModule ai;
  private final Views views;

  /** All modules in start order. */
  private final List<ProgramModule> all;

  /**
   * @param listener receives the keys of pages that this process changed, immediately
   */
  public Modules(Settings settings, ObjectStorage storage, PageChangeListener listener) {
    // PostgreSQL stores microseconds, so times in memory have the same precision.
    clock = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    database = new DatabaseModule(settings);
    Database db = database.database();
    agreement =
        new SiteAgreement(db.dao(SiteSettingDao.class), settings.site(), settings.hubs(), clock);
    page = new PageModule(settings, db, storage, listener, clock);
    mail = new MailModule(settings, db, page.templates(), clock);
    account = new AccountModule(settings, db, page, mail, clock);
    oauth = new OAuthModule(settings, db, account, clock);
    channel = new ChannelModule(settings, db, storage, page, mail, clock);
    DomainModule domain = new DomainModule(settings, db, page, mail, account, channel, clock);
    webhook = new WebhookModule(settings, db, page, channel, clock);
    mailing = new MailingModule(settings, db, page, account.signatures(), clock);
    subscription =
        new SubscriptionModule(db, page, mail, account, channel, webhook.events(), mailing, clock);
    post = new PostModule(db, page, channel, subscription, account, webhook.events(), clock);
    media = new MediaModule(settings, db, storage, clock);
    ArticleModule article = new ArticleModule(settings, post, media);
    CommentModule comment = new CommentModule(db, page, mail, channel, post, subscription, clock);
    abuse = new AbuseModule(db, page, account, channel, post, subscription, clock);
    TweetModule tweet = new TweetModule(db, page, channel, subscription, clock);
    analytics = new AnalyticsModule(db, channel, post, clock);
    ai = new AiModule(settings, db, page, account, clock);
    SearchModule search = new SearchModule(db, channel, page, ai, clock);
    ComposerModule composer = new ComposerModule(db, storage, page, channel, post, ai, clock);
    ScreeningModule screening = new ScreeningModule(db, page, ai, clock);
    credit = new CreditModule(db, clock);
    notice = new NoticeModule(settings, db, mail.mailer(), clock);
    waitingJobs = new WaitingJobs(db, db.dao(JobDao.class), clock);
    errorReports = new ErrorReports(settings.metrics().sentry());
    jobFailures = new JobFailures((name, failure) -> errorReports.report(failure, name));
    social = new SocialModule(settings, db, storage, page, account, channel, post, clock);
    delivery =
        new DeliveryModule(
            settings,
            db,
            page,
            mail,
            post,
            mailing,
            new DeliveryModule.Outside(social.sender(), webhook.events()),
            clock);
    all =
        List.of(
            page,
            account,
            oauth,
            channel,
            domain,
            subscription,
            post,
            media,
            article,
            comment,
            abuse,
            tweet,
            analytics,
            search,
            ai,
            composer,
            screening,
            credit,
            mailing,
            delivery,
            social,
            webhook,
            notice);
    views = Views.of(this, settings.site());
  }

  /** The JAX-RS resources of all modules. */
  List<Object> resources() {
    return all.stream().flatMap(module -> module.resources(views).stream()).toList();
  }

  List<JobHandler<?>> jobHandlers() {
    return all.stream().<JobHandler<?>>flatMap(module -> module.jobHandlers().stream()).toList();
  }

  List<RecurringJob> recurringJobs() {
    return all.stream().flatMap(module -> module.recurringJobs().stream()).toList();
  }

  /**
   * Migrates the database to the current schema. Call it before anything else.
   *
   * @throws UnavailableException when the database cannot be reached
   * @throws IllegalStateException when the pages were made with other settings of the site
   */
  public void migrate() {
    database.migrate();
    agreement.check();
  }

  /**
   * Like {@link #migrate}, but makes this process's settings those of the site.
   *
   * @return whether a setting changed, so that all pages must be rendered again
   */
  public boolean migrateAndAdopt() {
    database.migrate();
    return agreement.adopt();
  }

  /** Lets the workers render all channels again. */
  void renderAll() {
    database().dao(ChannelDao.class).selectAll().stream()
        .map(Channel::id)
        .forEach(page.changeLog()::channelChanged);
  }

  /** Starts the background work of every process with these modules. */
  void start() {
    all.forEach(ProgramModule::start);
  }

  DatabaseModule databaseModule() {
    return database;
  }

  public Database database() {
    return database.database();
  }

  public PageModule page() {
    return page;
  }

  MailModule mail() {
    return mail;
  }

  public AccountModule account() {
    return account;
  }

  public OAuthModule oauth() {
    return oauth;
  }

  public ChannelModule channel() {
    return channel;
  }

  SubscriptionModule subscription() {
    return subscription;
  }

  public PostModule post() {
    return post;
  }

  public MediaModule media() {
    return media;
  }

  public AbuseModule abuse() {
    return abuse;
  }

  AnalyticsModule analytics() {
    return analytics;
  }

  /** Messages on social services. */
  public SocialModule social() {
    return social;
  }

  /** Events for webhooks. */
  public WebhookModule webhook() {
    return webhook;
  }

  public CreditModule credit() {
    return credit;
  }

  public NoticeModule notice() {
    return notice;
  }

  public WaitingJobs waitingJobs() {
    return waitingJobs;
  }

  /** Counts and reports failures of jobs. */
  JobFailures jobFailures() {
    return jobFailures;
  }

  ErrorReports errorReports() {
    return errorReports;
  }

  MailingModule mailing() {
    return mailing;
  }

  public DeliveryModule delivery() {
    return delivery;
  }

  public AiModule ai() {
    return ai;
  }

  /**
   * Services with another clock, for content that is to have a past.
   *
   * @param clock in microseconds, like that of the modules
   */
  public PastServices past(Clock clock) {
    return new PastServices(this, clock);
  }

  Views views() {
    return views;
  }

  public Clock clock() {
    return clock;
  }

  /**
   * Publishes the built-in static sites, the scripts of pages, and the site's own pages if they are
   * missing in storage.
   *
   * @param webApplication the directory with the built-in static sites
   */
  public void publishSites(Path webApplication) {
    for (String service : BUILT_IN_SITES) {
      Path directory = webApplication.resolve(service);
      if (Files.isDirectory(directory)) {
        int changed = page.sitePublisher().publishBuiltIn(service, directory);
        LOG.info("site {}: {} files changed", service, changed);
      }
    }
    page.sitePublisher().publishAssets();
    writeSitePages();
  }

  /** A site that cannot have one of its own pages still serves all others. */
  private void writeSitePages() {
    try {
      page.sitePages().write();
    } catch (UnavailableException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.error("the site's own pages were not updated", e);
    }
  }

  @Override
  public void close() {
    all.forEach(ProgramModule::close);
    database.close();
    errorReports.close();
  }
}

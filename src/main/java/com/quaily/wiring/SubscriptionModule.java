package com.quaily.wiring;

import com.quaily.dao.PreferencesDao;
import com.quaily.dao.SequenceMailDao;
import com.quaily.dao.SubscriberDao;
import com.quaily.dao.SubscriptionDao;
import com.quaily.dao.UserDao;
import com.quaily.database.Database;
import com.quaily.delivery.webhook.WebhookEvents;
import com.quaily.job.RecurringJob;
import com.quaily.page.message.SubscriptionPages;
import com.quaily.resource.subscription.OneClickUnsubscribeResource;
import com.quaily.resource.subscription.PreferenceResource;
import com.quaily.resource.subscription.SequenceResource;
import com.quaily.resource.subscription.StopEmailResource;
import com.quaily.resource.subscription.SubscriberImportResource;
import com.quaily.resource.subscription.SubscriberListResource;
import com.quaily.resource.subscription.SubscriberQueryResource;
import com.quaily.resource.subscription.SubscriberResource;
import com.quaily.resource.subscription.SubscriptionFormResource;
import com.quaily.resource.subscription.SubscriptionResource;
import com.quaily.resource.view.SubscriptionViews;
import com.quaily.service.challenge.ChallengeProvider;
import com.quaily.service.channel.ChannelAccess;
import com.quaily.service.subscription.DoubleOptIn;
import com.quaily.service.subscription.PreferenceService;
import com.quaily.service.subscription.SequenceService;
import com.quaily.service.subscription.SubscriberImport;
import com.quaily.service.subscription.SubscriberService;
import com.quaily.service.subscription.SubscriptionService;
import com.quaily.service.subscription.Subscriptions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Subscriptions for readers, and subscribers for writers. */
final class SubscriptionModule implements ProgramModule {

  private final SubscriptionDao subscriptionDao;
  private final Clock clock;
  private final ChallengeProvider challengeProvider;
  private final Subscriptions subscriptions;
  private final DoubleOptIn doubleOptIn;
  private final SubscriptionService subscriptionService;
  private final SubscriptionPages subscriptionPages;
  private final PreferenceService preferenceService;
  private final SequenceService sequenceService;
  private final SubscriberService subscriberService;
  private final SubscriberImport subscriberImport;

  SubscriptionModule(
      Database database,
      PageModule pages,
      MailModule mail,
      AccountModule accounts,
      ChannelModule channels,
      WebhookEvents webhookEvents,
      MailingModule mailings,
      Clock clock) {
    SubscriberDao subscriberDao = database.dao(SubscriberDao.class);
    subscriptionDao = database.dao(SubscriptionDao.class);
    UserDao userDao = database.dao(UserDao.class);
    this.clock = clock;
    ChannelAccess access = channels.access();
    challengeProvider = accounts.challengeProvider();
    subscriptions =
        new Subscriptions(
            subscriptionDao, subscriberDao, userDao, webhookEvents, mailings.greetings(), clock);
    doubleOptIn =
        new DoubleOptIn(
            database, subscriptionDao, userDao, subscriptions, access, mail.systemMailer(), clock);
    subscriptionService =
        new SubscriptionService(
            database, subscriptionDao, subscriberDao, userDao, subscriptions, access, clock);
    preferenceService =
        new PreferenceService(
            database, database.dao(PreferencesDao.class), subscriptionService, clock);
    sequenceService =
        new SequenceService(database, database.dao(SequenceMailDao.class), access, clock);
    subscriptionPages = new SubscriptionPages(access::find, pages.renderer(), pages.urls());
    subscriberService =
        new SubscriberService(
            database,
            subscriptionDao,
            subscriberDao,
            userDao,
            subscriptions,
            access,
            mailings.planMails(),
            clock);
    subscriberImport = new SubscriberImport(database, subscriberDao, subscriptions, access, clock);
  }

  Subscriptions subscriptions() {
    return subscriptions;
  }

  SubscriptionService subscriptionService() {
    return subscriptionService;
  }

  SubscriberService subscriberService() {
    return subscriberService;
  }

  SubscriberImport subscriberImport() {
    return subscriberImport;
  }

  SubscriptionPages subscriptionPages() {
    return subscriptionPages;
  }

  @Override
  public List<Object> resources(Views views) {
    SubscriptionViews subscriptionViews = new SubscriptionViews(views.users(), views.channels());
    return List.of(
        new SubscriptionResource(
            doubleOptIn, subscriptionService, subscriptionViews, challengeProvider),
        new SubscriptionFormResource(doubleOptIn, subscriptionPages, challengeProvider),
        new OneClickUnsubscribeResource(subscriptionService),
        new StopEmailResource(subscriptionService, subscriptionPages),
        new PreferenceResource(preferenceService, views.channels()),
        new SequenceResource(sequenceService),
        new SubscriberResource(subscriberService, subscriptionViews),
        new SubscriberListResource(subscriberService, subscriptionViews),
        new SubscriberQueryResource(subscriberService, subscriptionViews),
        new SubscriberImportResource(subscriberImport));
  }

  @Override
  public List<RecurringJob> recurringJobs() {
    return List.of(
        new RecurringJob(
            "expired-subscription-requests",
            Duration.ofHours(1),
            () -> subscriptionDao.deleteExpiredRequests(clock.instant())));
  }
}

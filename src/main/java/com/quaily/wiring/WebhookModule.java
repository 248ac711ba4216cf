package com.quaily.wiring;

import com.quaily.config.Settings;
import com.quaily.dao.ChannelDao;
import com.quaily.dao.WebhookDao;
import com.quaily.database.Database;
import com.quaily.delivery.webhook.WebhookEvents;
import com.quaily.job.JobHandler;
import com.quaily.job.RecurringJob;
import com.quaily.resource.delivery.WebhookDeliveryResource;
import com.quaily.resource.delivery.WebhookResource;
import com.quaily.service.delivery.webhook.WebSubPingHandler;
import com.quaily.service.delivery.webhook.WebhookAddress;
import com.quaily.service.delivery.webhook.WebhookDispatcher;
import com.quaily.service.delivery.webhook.WebhookSecrets;
import com.quaily.service.delivery.webhook.WebhookSender;
import com.quaily.service.delivery.webhook.WebhookService;
import com.quaily.service.http.WebClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Tells other servers what happened: webhooks, and WebSub hubs. */
public final class WebhookModule implements ProgramModule {

  private static final Duration ROUND = Duration.ofSeconds(1);

  /** How long events and what became of them are shown. */
  private static final Duration KEPT = Duration.ofDays(30);

  private final WebhookDao webhookDao;
  private final Clock clock;
  private final WebClient client;
  private final WebClient hubClient;
  private final WebhookEvents events;
  private final WebhookService service;
  private final WebhookDispatcher dispatcher;
  private final WebSubPingHandler pings;

  WebhookModule(
      Settings settings, Database database, PageModule page, ChannelModule channel, Clock clock) {
    webhookDao = database.dao(WebhookDao.class);
    this.clock = clock;
    ChannelDao channelDao = database.dao(ChannelDao.class);
    boolean privateAddresses = settings.social().privateAddresses();
    client =
        new WebClient(
            privateAddresses ? WebClient.Reach.ANY : WebClient.Reach.PUBLIC,
            settings.social().timeout());
    hubClient = new WebClient(WebClient.Reach.ANY, settings.social().timeout());
    WebhookSecrets secrets = new WebhookSecrets(SocialModule.secretBox(settings));
    events = new WebhookEvents(webhookDao, channelDao, page.urls(), clock);
    service =
        new WebhookService(
            database,
            webhookDao,
            events,
            secrets,
            channel.access(),
            new WebhookAddress(privateAddresses),
            clock);
    dispatcher =
        new WebhookDispatcher(
            webhookDao, new WebhookSender(webhookDao, client, secrets, clock), clock);
    pings = new WebSubPingHandler(settings.hubs(), channelDao, page.urls(), hubClient);
  }

  /** Records events for webhooks. */
  public WebhookEvents events() {
    return events;
  }

  @Override
  public List<Object> resources(Views views) {
    return List.of(new WebhookResource(service), new WebhookDeliveryResource(service));
  }

  @Override
  public List<JobHandler<?>> jobHandlers() {
    return List.of(pings);
  }

  @Override
  public List<RecurringJob> recurringJobs() {
    return List.of(
        new RecurringJob("webhook-deliveries", ROUND, dispatcher::sendDue),
        new RecurringJob(
            "old-webhook-events",
            Duration.ofHours(1),
            () -> webhookDao.deleteEventsBefore(clock.instant().minus(KEPT))));
  }

  @Override
  public void close() {
    dispatcher.close();
    client.close();
    hubClient.close();
  }
}

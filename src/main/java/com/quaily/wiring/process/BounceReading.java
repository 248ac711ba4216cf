package com.quaily.wiring.process;

import com.quaily.dao.SuppressionDao;
import com.quaily.database.Database;
import com.quaily.delivery.DeliverySettings;
import com.quaily.delivery.bounce.BounceMailbox;
import com.quaily.delivery.bounce.ReportReader;
import com.quaily.delivery.bounce.ReturnPath;
import com.quaily.job.RecurringJob;
import com.quaily.service.crypto.Signatures;
import com.quaily.service.delivery.bounce.Bounces;
import com.quaily.service.delivery.bounce.MailReports;
import com.quaily.service.delivery.bounce.SesReportReader;
import com.quaily.service.delivery.bounce.SnsPages;
import com.quaily.service.delivery.bounce.SnsReports;
import com.quaily.service.delivery.bounce.SnsReports.WebPages;
import com.quaily.service.delivery.bounce.SnsSignatures;
import com.quaily.service.delivery.bounce.SuppressionList;
import com.quaily.service.delivery.bounce.WebhookReports;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What reads bounces and acts on them. */
public final class BounceReading {

  private static final String PURPOSE = "bounce";

  private final Optional<ReturnPath> returnPath;
  private final List<RecurringJob> jobs;
  private final SuppressionList suppressions;
  private final MailReports reports;

  public BounceReading(
      Optional<DeliverySettings.Bounces> settings,
      Database database,
      Signatures signatures,
      Clock clock) {
    SuppressionDao suppressionDao = database.dao(SuppressionDao.class);
    Bounces bounces = new Bounces(database, suppressionDao, clock);
    returnPath =
        settings.map(
            found -> new ReturnPath(found.address(), text -> signatures.sign(PURPOSE, text)));
    jobs =
        settings.filter(found -> !found.mailbox().isEmpty()).stream()
            .map(found -> job(found, bounces))
            .toList();
    suppressions = new SuppressionList(database, suppressionDao, clock);
    reports = reports(settings, bounces, clock);
  }

  private MailReports reports(
      Optional<DeliverySettings.Bounces> settings, Bounces bounces, Clock clock) {
    WebPages pages = new SnsPages();
    Optional<SnsReports> sns =
        settings
            .map(DeliverySettings.Bounces::snsTopic)
            .filter(topic -> !topic.isEmpty())
            .map(
                topic ->
                    new SnsReports(
                        topic,
                        new SnsSignatures(pages, clock),
                        new SesReportReader(returnPath.orElseThrow()),
                        pages));
    List<WebhookReports> webhooks =
        settings.stream()
            .flatMap(found -> found.webhooks().stream())
            .map(webhook -> new WebhookReports(webhook, returnPath.orElseThrow()))
            .toList();
    return new MailReports(sns, webhooks, bounces::handle);
  }

  private RecurringJob job(DeliverySettings.Bounces settings, Bounces bounces) {
    ReportReader reader = new ReportReader(returnPath.orElseThrow());
    BounceMailbox mailbox = new BounceMailbox(settings.mailbox(), reader, bounces::handle);
    return new RecurringJob("bounces", settings.every(), mailbox::read);
  }

  public Optional<ReturnPath> returnPath() {
    return returnPath;
  }

  public List<RecurringJob> jobs() {
    return jobs;
  }

  /** What takes reports over HTTP. */
  public MailReports reports() {
    return reports;
  }

  public SuppressionList suppressions() {
    return suppressions;
  }
}

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
import com.quaily.service.delivery.bounce.SuppressionList;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What reads bounces and acts on them. */
public final class BounceReading {

  private static final String PURPOSE = "bounce";

  private final Optional<ReturnPath> returnPath;
  private final List<RecurringJob> jobs;
  private final SuppressionList suppressions;

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

  public SuppressionList suppressions() {
    return suppressions;
  }
}

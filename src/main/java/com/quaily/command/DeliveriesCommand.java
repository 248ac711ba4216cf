package com.quaily.command;

import com.quaily.dao.ChannelDao;
import com.quaily.dao.DeliveryRecipientDao;
import com.quaily.dao.DeliveryTaskDao;
import com.quaily.dao.MailingDao;
import com.quaily.dao.MailingRecipientDao;
import com.quaily.database.Database;
import com.quaily.model.channel.Channel;
import com.quaily.model.delivery.DeliveryProgress;
import com.quaily.model.delivery.DeliveryTask;
import com.quaily.model.delivery.DomainCount;
import com.quaily.model.delivery.Mailing;
import com.quaily.model.delivery.MessageState;
import com.quaily.service.delivery.DeliveryReport;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists deliveries. */
@Command(
    name = "deliveries",
    description = "Lists the latest deliveries of all channels and what became of their emails.",
    mixinStandardHelpOptions = true)
public final class DeliveriesCommand implements Callable<Integer> {

  private static final String COLUMNS = "%-8s %-20s %-10s %9s %9s %9s %9s %9s  %s%n";

  private static final String DOMAIN_COLUMNS = "%-30s %9s %9s %9s %9s %10s%n";

  @Mixin private ConfigOptions config;

  @Option(names = "--limit", description = "Number of deliveries (default: 20).")
  private int limit = 20;

  @Option(
      names = "--domains",
      paramLabel = "ID",
      description = "Prints what became of the emails of one delivery, by the readers' domains.")
  private Long task;

  @Option(
      names = "--resume-mailing",
      paramLabel = "ID",
      description = "Lets a paused mailing go on.")
  private Long mailing;

  @Override
  public Integer call() throws Exception {
    try (CommandContext context = new CommandContext(config.load())) {
      Database database = context.modules().database();
      if (mailing != null) {
        return resume(database);
      }
      if (task != null) {
        return printDomains(database);
      }
      System.out.printf(
          COLUMNS,
          "id",
          "channel",
          "status",
          "sent",
          "failed",
          "uncertain",
          "skipped",
          "queued",
          "notice");
      for (DeliveryTask task : database.dao(DeliveryTaskDao.class).selectLatest(limit)) {
        print(database, task);
      }
      printPaused(database);
      return 0;
    }
  }

  private static void printPaused(Database database) {
    for (Mailing paused : database.dao(MailingDao.class).selectPaused()) {
      System.out.printf(
          "mailing %d (%s) of channel %s is paused: too many addresses do not exist%n",
          paused.id(), paused.kind().wireName(), channel(database, paused.channelId()));
    }
  }

  private int resume(Database database) {
    return database.inTransaction(
        () -> {
          if (database.dao(MailingDao.class).resume(mailing) == 0) {
            System.err.println("quaily: there is no paused mailing " + mailing);
            return 1;
          }
          database.dao(MailingRecipientDao.class).makeDue(mailing, Clock.systemUTC().instant());
          return 0;
        });
  }

  private static String channel(Database database, long id) {
    return database.dao(ChannelDao.class).selectById(id).map(Channel::slug).orElse("");
  }

  private int printDomains(Database database) {
    if (database.dao(DeliveryTaskDao.class).selectById(task).isEmpty()) {
      System.err.println("quaily: there is no delivery " + task);
      return 1;
    }
    System.out.printf(
        DOMAIN_COLUMNS, "domain", "emails", "accepted", "deferred", "bounced", "complained");
    for (DomainCount count :
        database.dao(DeliveryRecipientDao.class).countByDomain(task, DeliveryReport.DOMAINS)) {
      System.out.printf(
          DOMAIN_COLUMNS,
          count.domain().isEmpty() ? "(others)" : count.domain(),
          count.mails(),
          count.accepted(),
          count.deferred(),
          count.bounced(),
          count.complained());
    }
    return 0;
  }

  private static void print(Database database, DeliveryTask task) {
    DeliveryProgress progress =
        new DeliveryProgress(
            task, database.dao(DeliveryRecipientDao.class).count(task.id()), List.of());
    System.out.printf(
        COLUMNS,
        task.id(),
        channel(database, task.channelId()),
        task.state().wireName(),
        progress.mails(MessageState.SENT),
        progress.mails(MessageState.FAILED),
        progress.mails(MessageState.UNCERTAIN),
        progress.mails(MessageState.SKIPPED),
        progress.mails(MessageState.QUEUED) + progress.mails(MessageState.SUBMITTING),
        (task.notice().wireName() + " " + task.detail()).strip());
  }
}

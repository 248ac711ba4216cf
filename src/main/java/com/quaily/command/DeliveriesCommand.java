package com.quaily.command;

import com.quaily.dao.ChannelDao;
import com.quaily.dao.DeliveryRecipientDao;
import com.quaily.dao.DeliveryTaskDao;
import com.quaily.database.Database;
import com.quaily.model.channel.Channel;
import com.quaily.model.delivery.DeliveryProgress;
import com.quaily.model.delivery.DeliveryTask;
import com.quaily.model.delivery.MessageState;
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

  @Mixin private ConfigOptions config;

  @Option(names = "--limit", description = "Number of deliveries (default: 20).")
  private int limit = 20;

  @Override
  public Integer call() throws Exception {
    try (CommandContext context = new CommandContext(config.load())) {
      Database database = context.modules().database();
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
      return 0;
    }
  }

  private static void print(Database database, DeliveryTask task) {
    DeliveryProgress progress =
        new DeliveryProgress(
            task, database.dao(DeliveryRecipientDao.class).count(task.id()), List.of());
    String channel =
        database.dao(ChannelDao.class).selectById(task.channelId()).map(Channel::slug).orElse("");
    System.out.printf(
        COLUMNS,
        task.id(),
        channel,
        task.state().wireName(),
        progress.mails(MessageState.SENT),
        progress.mails(MessageState.FAILED),
        progress.mails(MessageState.UNCERTAIN),
        progress.mails(MessageState.SKIPPED),
        progress.mails(MessageState.QUEUED) + progress.mails(MessageState.SUBMITTING),
        (task.notice().wireName() + " " + task.detail()).strip());
  }
}

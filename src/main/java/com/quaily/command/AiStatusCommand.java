package com.quaily.command;

import com.quaily.model.ai.AttemptSum;
import com.quaily.service.ai.AiReport;
import com.quaily.service.ai.ProxyStatus;
import java.math.BigDecimal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the queue, the proxies and what they cost. */
@Command(
    name = "ai-status",
    description = "Shows waiting AI tasks, the proxies, and tokens and money by day.",
    mixinStandardHelpOptions = true)
public final class AiStatusCommand implements Callable<Integer> {

  @Mixin private ConfigOptions config;

  @Option(names = "--days", description = "Days that are summed up (default: 7).")
  private int days = 7;

  @Override
  public Integer call() throws Exception {
    try (CommandContext context = new CommandContext(config.load())) {
      AiReport report = context.modules().ai().report();
      AiReport.State state = report.state();
      System.out.printf("%d tasks wait, %d run%n%n", state.pending(), state.running());
      System.out.printf("%-20s %8s %12s %8s  %s%n", "proxy", "running", "calls/min", "ms", "state");
      state.proxies().forEach(AiStatusCommand::print);
      System.out.printf(
          "%n%-10s %-16s %-12s %8s %8s %8s %10s %10s %8s%n",
          "day", "proxy", "kind", "channel", "calls", "failed", "tokens", "cost", "ms");
      report.sums(days).forEach(AiStatusCommand::print);
      return 0;
    }
  }

  private static void print(ProxyStatus proxy) {
    String state =
        proxy.coolUntil() == null
            ? proxy.state()
            : "cools until " + proxy.coolUntil() + ": " + proxy.reason();
    System.out.printf(
        "%-20s %8s %12d %8d  %s%n",
        proxy.name(),
        proxy.running() + "/" + proxy.slots(),
        proxy.callsPerMinute(),
        proxy.latency(),
        state);
  }

  private static void print(AttemptSum sum) {
    System.out.printf(
        "%-10s %-16s %-12s %8d %8d %8d %10d %10s %8d%n",
        sum.day(),
        sum.proxy(),
        sum.kind(),
        sum.channelId(),
        sum.attempts(),
        sum.failures(),
        sum.tokens(),
        BigDecimal.valueOf(sum.micros(), 6).stripTrailingZeros().toPlainString(),
        sum.latency());
  }
}

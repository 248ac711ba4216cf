package com.quaily.command;

import com.quaily.model.ai.AiKey;
import com.quaily.service.ai.AiKeyService.KeyCaps;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Commands for the keys of services that use the AI scheduler. */
@Command(
    name = "ai-key",
    description = "Creates, lists and deletes keys for the AI scheduler.",
    mixinStandardHelpOptions = true,
    subcommands = {
      AiKeyCommand.Create.class,
      AiKeyCommand.ListKeys.class,
      AiKeyCommand.Delete.class
    })
public final class AiKeyCommand {

  /** Creates a key. */
  @Command(
      name = "create",
      description = "Creates a key for another service and prints it once.",
      mixinStandardHelpOptions = true)
  static final class Create implements Callable<Integer> {

    @Mixin private ConfigOptions config;

    @Parameters(paramLabel = "NAME", description = "Name of the service.")
    private String name;

    @Option(names = "--calls-per-minute", description = "Calls in a minute (default: 600).")
    private int calls = 600;

    @Option(names = "--tokens-per-day", description = "Tokens in a day (default: 0, no cap).")
    private long tokensADay;

    @Option(names = "--tokens-per-month", description = "Tokens in a month (default: 0, no cap).")
    private long tokensAMonth;

    @Option(names = "--cost-per-day", description = "Money in a day (default: 0, no cap).")
    private BigDecimal costADay = BigDecimal.ZERO;

    @Option(names = "--cost-per-month", description = "Money in a month (default: 0, no cap).")
    private BigDecimal costAMonth = BigDecimal.ZERO;

    @Override
    public Integer call() throws Exception {
      KeyCaps caps =
          new KeyCaps(calls, tokensADay, tokensAMonth, micros(costADay), micros(costAMonth));
      try (CommandContext context = new CommandContext(config.load())) {
        System.out.println(context.modules().ai().keys().create(name, caps).text());
        return 0;
      }
    }

    private static long micros(BigDecimal amount) {
      return amount.movePointRight(6).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }
  }

  /** Lists the keys. */
  @Command(
      name = "list",
      description = "Lists the keys with their numbers, masked.",
      mixinStandardHelpOptions = true)
  static final class ListKeys implements Callable<Integer> {

    @Mixin private ConfigOptions config;

    @Override
    public Integer call() throws Exception {
      try (CommandContext context = new CommandContext(config.load())) {
        for (AiKey key : context.modules().ai().keys().list()) {
          System.out.println(key.id() + " " + key.masked() + " " + key.name());
        }
        return 0;
      }
    }
  }

  /** Deletes a key. */
  @Command(
      name = "delete",
      description = "Deletes a key; calls with it are refused from now on.",
      mixinStandardHelpOptions = true)
  static final class Delete implements Callable<Integer> {

    @Mixin private ConfigOptions config;

    @Parameters(paramLabel = "NUMBER", description = "Number of the key, as list shows it.")
    private long id;

    @Override
    public Integer call() throws Exception {
      try (CommandContext context = new CommandContext(config.load())) {
        context.modules().ai().keys().delete(id);
        return 0;
      }
    }
  }
}

package com.quaily.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Migrates the database to the current schema. */
@Command(
    name = "migrate",
    description = "Migrates the database to the current schema; serve does this at startup.",
    mixinStandardHelpOptions = true)
public final class MigrateCommand implements Callable<Integer> {

  @Mixin private ConfigOptions config;

  @Override
  public Integer call() throws Exception {
    try (CommandContext context = new CommandContext(config.load())) {
      boolean reachable = context.modules().database().isReachable();
      System.out.println(
          reachable ? "The database is up to date." : "The database cannot be reached.");
      return reachable ? 0 : 1;
    }
  }
}

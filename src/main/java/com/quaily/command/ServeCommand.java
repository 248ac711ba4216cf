package com.quaily.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs an instance until it is stopped; {@link ServeOptions} handles the usual arguments. */
@Command(
    name = ServeCommand.NAME,
    description = "Runs the server in one or more of its roles.",
    mixinStandardHelpOptions = true)
public final class ServeCommand implements Callable<Integer> {

  static final String NAME = "serve";

  @Mixin private ConfigOptions config;

  @Option(
      names = "--roles",
      paramLabel = "ROLE,…",
      description =
          "Comma-separated roles: router, api, worker," + " ai-scheduler, ai-proxy (default: all).")
  private String roles;

  @Override
  public Integer call() throws InterruptedException {
    return new ServeOptions(config.source(), Optional.ofNullable(roles)).run();
  }
}

package com.quaily.command;

import com.quaily.config.Settings;
import com.quaily.wiring.Role;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs an instance until it is told to stop. */
@Command(
    name = ServeCommand.NAME,
    description = "Runs the program: as a router, an API server, a worker, or all of them.",
    mixinStandardHelpOptions = true)
public final class ServeCommand implements Callable<Integer> {

  static final String NAME = "serve";

  @Mixin private ConfigOptions config;

  @Option(
      names = "--roles",
      paramLabel = "ROLE,…",
      description = "router, api, worker (default: all of them).")
  private String roles;

  @Override
  public Integer call() throws InterruptedException {
    Settings settings = config.load();
    Set<Role> chosen = roles == null ? Role.all() : Role.parse(roles);
    RunningServer server = new RunningServer(settings, chosen, false);
    System.out.println("READY http://" + settings.server().host() + ":" + server.port() + "/");
    server.join();
    return 0;
  }
}

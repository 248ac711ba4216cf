package com.quaily.command;

import com.quaily.config.Settings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Checks the configuration. */
@Command(
    name = "config",
    description = "Checks the configuration.",
    mixinStandardHelpOptions = true,
    subcommands = ConfigCommand.Check.class)
public final class ConfigCommand {

  /** Reads the configuration and prints it, or reports its errors. */
  @Command(
      name = "check",
      description = "Prints the effective configuration without secrets, or reports errors in it.",
      mixinStandardHelpOptions = true)
  static final class Check implements Callable<Integer> {

    @Mixin private ConfigOptions config;

    @Override
    public Integer call() {
      Settings settings = config.load();
      System.out.println("data      " + settings.data());
      System.out.println("site      " + settings.site());
      System.out.println("server    " + settings.server());
      System.out.println(
          "database  "
              + settings
                  .database()
                  .map(Object::toString)
                  .orElse("embedded, under the data directory"));
      System.out.println("storage   " + settings.storage());
      System.out.println("mail      " + settings.mail());
      System.out.println("channels  " + settings.hosting());
      System.out.println("notices   " + settings.notices());
      System.out.println("metrics   " + settings.metrics());
      System.out.println("router    " + settings.cache() + " " + settings.headers());
      settings.services().forEach(service -> System.out.println("service   " + service));
      settings.routes().forEach(route -> System.out.println("route     " + route));
      return 0;
    }
  }
}

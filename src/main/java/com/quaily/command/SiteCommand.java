package com.quaily.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Static sites. */
@Command(
    name = "site",
    description = "Publishes static sites such as the portal.",
    mixinStandardHelpOptions = true,
    subcommands = SiteCommand.Publish.class)
public final class SiteCommand {

  /** Publishes a directory as a static site. */
  @Command(
      name = "publish",
      description = "Publishes a directory as a static site.",
      mixinStandardHelpOptions = true)
  static final class Publish implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private ConfigOptions config;

    @Parameters(
        paramLabel = "SERVICE",
        index = "0",
        description = "Static site from the configuration, such as portal or tools.")
    private String service;

    @Parameters(paramLabel = "DIR", index = "1", description = "Directory to publish.")
    private Path directory;

    @Override
    public Integer call() throws Exception {
      if (!Files.isDirectory(directory) || !service.matches("[a-z0-9-]{1,40}")) {
        throw new ParameterException(
            spec.commandLine(), "a service name and an existing directory are required");
      }
      try (CommandContext context = new CommandContext(config.load())) {
        int changed = context.modules().page().sitePublisher().publish(service, directory);
        System.out.println("files changed: " + changed);
        return 0;
      }
    }
  }
}

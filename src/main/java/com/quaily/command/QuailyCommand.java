package com.quaily.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of the program. */
@Command(
    name = "quaily",
    description = "Newsletters and blogs on plain Linux.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      ServeCommand.class,
      DemoCommand.class,
      MigrateCommand.class,
      UserCommand.class,
      AiKeyCommand.class,
      AiStatusCommand.class,
      ChannelCommand.class,
      AppCommand.class,
      ReportCommand.class,
      ImportCommand.class,
      RenderCommand.class,
      FsckCommand.class,
      DeliveriesCommand.class,
      SiteCommand.class,
      ConfigCommand.class,
      DoctorCommand.class,
      JobsCommand.class,
      NoticeCommand.class,
      VersionCommand.class,
      CommandLine.HelpCommand.class
    })
public final class QuailyCommand implements Runnable {

  @Spec private CommandSpec spec;

  /** Runs a command and returns the exit code: 0 success, 1 failure, 2 usage error. */
  public static int execute(String... arguments) {
    return new CommandLine(new QuailyCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> Commands.explain(failure, command.getErr()))
        .execute(arguments);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is required");
  }
}

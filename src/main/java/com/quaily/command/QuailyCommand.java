package com.quaily.command;

import com.quaily.config.SettingsException;
import com.quaily.model.QuailyException;
import java.io.UncheckedIOException;
import java.util.Arrays;
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
      ChannelCommand.class,
      ImportCommand.class,
      RenderCommand.class,
      FsckCommand.class,
      SiteCommand.class,
      ConfigCommand.class,
      CommandLine.HelpCommand.class
    })
public final class QuailyCommand implements Runnable {

  @Spec private CommandSpec spec;

  /** Runs a command and answers the exit code: 0 good, 1 failed, 2 wrongly called. */
  public static int execute(String... arguments) {
    // A server should not wait until the options of all other commands are read.
    if (arguments.length > 0 && arguments[0].equals(ServeCommand.NAME)) {
      CommandLine serve =
          new CommandLine(new ServeCommand()).setCommandName("quaily " + ServeCommand.NAME);
      return execute(serve, Arrays.copyOfRange(arguments, 1, arguments.length));
    }
    return execute(new CommandLine(new QuailyCommand()), arguments);
  }

  private static int execute(CommandLine command, String... arguments) {
    return command
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(QuailyCommand::explain)
        .execute(arguments);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is needed");
  }

  /** Mistakes of the caller are one line; only our own are a stack. */
  private static int explain(
      Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    boolean expected =
        failure instanceof SettingsException
            || failure instanceof QuailyException
            || failure instanceof UncheckedIOException
            || failure instanceof IllegalStateException;
    if (expected) {
      command.getErr().println("quaily: " + failure.getMessage());
    } else {
      failure.printStackTrace(command.getErr());
    }
    return 1;
  }
}

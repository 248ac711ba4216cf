package com.quaily.command;

import com.quaily.config.SettingsException;
import com.quaily.model.error.QuailyException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Optional;

/** The way into the command line, the short one for servers included. */
public final class Commands {

  private Commands() {}

  /** Runs a command and answers the exit code: 0 good, 1 failed, 2 wrongly called. */
  public static int execute(String... arguments) {
    Optional<ServeOptions> serve = ServeOptions.parse(arguments);
    if (serve.isEmpty()) {
      return QuailyCommand.execute(arguments);
    }
    try {
      return serve.get().run();
    } catch (Exception e) {
      return explain(e, new PrintWriter(System.err, true));
    }
  }

  /** Mistakes of the caller are one line; only our own are a stack. */
  static int explain(Exception failure, PrintWriter out) {
    boolean expected =
        failure instanceof SettingsException
            || failure instanceof QuailyException
            || failure instanceof UncheckedIOException
            || failure instanceof IllegalStateException;
    if (expected) {
      out.println("quaily: " + failure.getMessage());
    } else {
      failure.printStackTrace(out);
    }
    return 1;
  }
}

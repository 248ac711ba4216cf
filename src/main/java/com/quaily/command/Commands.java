package com.quaily.command;

import com.quaily.config.SettingsException;
import com.quaily.model.error.QuailyException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Optional;

/** The entry point of the command line, with a fast path for servers. */
public final class Commands {

  private Commands() {}

  /** Runs a command and returns the exit code: 0 success, 1 failure, 2 usage error. */
  public static int execute(String... arguments) {
    Optional<ServeOptions> serve = ServeOptions.parse(arguments);
    if (serve.isEmpty()) {
      return QuailyCommand.execute(arguments);
    }
    try {
      return serve.get().run();
    } catch (Exception e) {
      return explain(e, new PrintWriter(System.err, true, Charset.defaultCharset()));
    }
  }

  /** User errors are one line; internal errors have a stack trace. */
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

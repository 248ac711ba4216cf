package com.quaily;

import com.quaily.command.QuailyCommand;

/** Starts the program. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    int exitCode = QuailyCommand.execute(arguments);
    // The exit of the command is the exit of the program; servers come back only when they stop.
    System.exit(exitCode);
  }
}

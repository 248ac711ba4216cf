package com.quaily;

import com.quaily.command.QuailyCommand;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Starts the program. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    LogProvider.use();
    // Jersey speaks through java.util.logging; in a process of our own that ends in our log. In
    // somebody else's servlet container it is the container's affair.
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    int exitCode = QuailyCommand.execute(arguments);
    // The exit of the command is the exit of the program; servers come back only when they stop.
    System.exit(exitCode);
  }
}

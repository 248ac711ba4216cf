package com.quaily;

import com.quaily.command.Commands;
import com.quaily.log.LogProvider;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Starts the program. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    LogProvider.use();
    Thread bridge = new Thread(Main::bridge, "log-bridge");
    bridge.setDaemon(true);
    bridge.start();
    int exitCode = Commands.execute(arguments);
    // The exit of the command is the exit of the program; servers come back only when they stop.
    System.exit(exitCode);
  }

  /**
   * Jersey speaks through java.util.logging; in a process of our own that ends in our log. In
   * somebody else's servlet container it is the container's affair. In the background, because it
   * makes the JDK search every jar, and long before Jersey has anything to say.
   */
  private static void bridge() {
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
  }
}

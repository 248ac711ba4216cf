package com.quaily;

import com.quaily.command.Commands;
import com.quaily.log.LogProvider;
import java.util.Set;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Starts the program. */
public final class Main {

  /** What the others print is a result that a script may read, so it comes alone. */
  private static final Set<String> SERVERS = Set.of("serve", "demo");

  private Main() {}

  public static void main(String[] arguments) {
    LogProvider.use(SERVERS.contains(arguments.length == 0 ? "" : arguments[0]));
    Thread bridge = new Thread(Main::bridge, "log-bridge");
    bridge.setDaemon(true);
    bridge.start();
    int exitCode = Commands.execute(arguments);
    // The command's exit code is the program's exit code; a server returns only when it stops.
    System.exit(exitCode);
  }

  /**
   * Jersey logs through java.util.logging, which is routed to our log in our own process. In an
   * external servlet container this is the container's responsibility. Done in the background,
   * because it makes the JDK search every jar, long before Jersey logs anything.
   */
  private static void bridge() {
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
  }
}

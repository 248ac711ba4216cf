package com.quaily;

import com.quaily.dao.EmbeddedPostgres;
import com.quaily.server.EmbeddedServer;
import com.quaily.server.ServerSettings;
import com.typesafe.config.ConfigFactory;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Stand-in for the command line. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) throws Exception {
    List<String> given = List.of(arguments);
    String port = option(given, "--port", "8080");
    for (String argument : given) {
      if (argument.startsWith("--config=")) {
        port =
            ConfigFactory.parseFile(new File(argument.substring("--config=".length())))
                .getString("server.port");
      }
    }
    if (given.contains("demo")) {
      EmbeddedPostgres.start(Path.of(option(given, "--data", "data")));
    }
    EmbeddedServer server =
        new EmbeddedServer(
            ServerSettings.plain("127.0.0.1", Integer.parseInt(port)),
            Path.of(System.getProperty("quaily.webapp", "src/main/webapp")),
            Map.of(),
            UnaryOperator.identity());
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    server.start();
    System.out.println("READY http://127.0.0.1:" + server.port() + "/");
    server.join();
  }

  private static String option(List<String> arguments, String name, String fallback) {
    int at = arguments.indexOf(name);
    return at < 0 ? fallback : arguments.get(at + 1);
  }
}

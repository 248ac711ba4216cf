package com.quaily.command;

import com.quaily.config.Settings;
import com.quaily.server.EmbeddedServer;
import com.quaily.server.StoredPages;
import com.quaily.wiring.Application;
import com.quaily.wiring.Role;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An instance with its web server, until the process is told to stop. */
final class RunningServer {

  private static final Logger LOG = LoggerFactory.getLogger(RunningServer.class);

  private final Application instance;
  private final EmbeddedServer server;

  /**
   * Starts both. The port listens as soon as readers can be served; this returns when all roles
   * work, which may be later when the database or storage cannot be reached yet.
   *
   * @throws RuntimeException when they never will
   */
  RunningServer(Settings settings, Set<Role> roles, boolean demo) {
    Path webApplication = webApplication();
    instance = new Application(settings, roles, demo);
    server =
        new EmbeddedServer(
            settings.server(),
            webApplication,
            instance.attributes(),
            new StoredPages(instance.router().routeTable(), instance.router().pageServer())
                ::before);
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "shutdown"));
    CompletableFuture<Void> started = instance.start(webApplication);
    server.start();
    try {
      started.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException failure ? failure : e;
    }
  }

  /** The unpacked web application; in a source tree it is its sources. */
  static Path webApplication() {
    return Path.of(System.getProperty("quaily.webapp", "src/main/webapp"));
  }

  Application instance() {
    return instance;
  }

  int port() {
    return server.port();
  }

  void join() throws InterruptedException {
    server.join();
  }

  /** No new requests, then the rest of the work, then what it needs. */
  private void stop() {
    try {
      server.close();
      instance.close();
    } catch (Exception e) {
      LOG.error("the shutdown failed", e);
    }
  }
}

package com.quaily.command;

import com.quaily.config.Settings;
import com.quaily.server.BoundPorts;
import com.quaily.server.EmbeddedServer;
import com.quaily.server.StoredPages;
import com.quaily.wiring.Application;
import com.quaily.wiring.process.Role;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An instance with its web server, until the process is stopped. */
final class RunningServer {

  private static final Logger LOG = LoggerFactory.getLogger(RunningServer.class);

  private final Application instance;
  private final EmbeddedServer server;

  /**
   * Starts both. Takes the ports first, so that a start without them changes nothing; readers are
   * served as soon as possible. Returns when all roles work, which can be later if the database or
   * storage cannot be reached yet.
   *
   * @param remedy what to do when a port is in use
   * @param preparation runs once the ports are taken
   * @throws RuntimeException when startup fails permanently
   */
  RunningServer(
      Settings settings, Set<Role> roles, boolean demo, String remedy, Runnable preparation) {
    Path webApplication = webApplication();
    BoundPorts ports = BoundPorts.open(settings.server(), remedy);
    preparation.run();
    instance = new Application(settings, roles, demo);
    server =
        new EmbeddedServer(
            settings.server(),
            webApplication,
            instance.attributes(),
            new StoredPages(
                    instance.router().routeTable(),
                    instance.router().pageServer(),
                    instance.requests()::answered)
                ::before);
    server.use(ports);
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "shutdown"));
    CompletableFuture<Void> started = instance.start(webApplication);
    server.start();
    try {
      started.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException failure ? failure : e;
    }
  }

  /** The unpacked web application; in a source tree, its sources. */
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

  /** First stop accepting requests, then stop the work, then what it uses. */
  private void stop() {
    close(server);
    close(instance);
  }

  /** Logs a failure, so that the next part, which may hold unsaved data, is closed too. */
  private static void close(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      LOG.error("the shutdown failed", e);
    }
  }
}

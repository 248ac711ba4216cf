package com.quaily.wiring;

import com.quaily.ai.proxy.Proxies;
import com.quaily.ai.proxy.ProxyServer;
import com.quaily.config.Settings;
import com.quaily.database.ChangeFeed;
import com.quaily.database.DatabaseSettings;
import com.quaily.metrics.RequestMeters;
import com.quaily.model.delivery.KeptMail;
import com.quaily.model.error.UnavailableException;
import com.quaily.model.page.PageKeys;
import com.quaily.resource.ApiServlet;
import com.quaily.resource.site.AiProxyServlet;
import com.quaily.resource.site.DevMailServlet;
import com.quaily.resource.site.HealthServlet;
import com.quaily.resource.site.MetricsServlet;
import com.quaily.routing.RoutingFilter;
import com.quaily.storage.ObjectStorage;
import com.quaily.wiring.process.AlertChecks;
import com.quaily.wiring.process.DiskRoom;
import com.quaily.wiring.process.ProxyCalls;
import com.quaily.wiring.process.Role;
import com.quaily.wiring.process.StartupTasks;
import com.quaily.wiring.process.StorageFactory;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running instance of the program with its roles, without the web server.
 *
 * <pre>
 * storage ─► router                     (role router)
 *    └─────► modules ─► API             (role api)
 *               ├─────► worker          (role worker)
 *               └─────► AI scheduler    (role ai-scheduler)
 * AI proxies ─► other instances         (role ai-proxy)
 * change feed: database ─► router's cache, worker
 * </pre>
 */
public final class Application implements Closeable {

  private static final Logger LOG = LoggerFactory.getLogger(Application.class);

  private final Settings settings;
  private final Set<Role> roles;
  private final boolean demo;
  private final ObjectStorage storage;
  private final DiskRoom diskRoom;
  private final RouterModule router;
  private final RequestMeters requests = new RequestMeters();
  private final MetricsModule metrics;
  private final Optional<Modules> modules;
  private final Optional<Proxies> sharedProxies;
  private final StartupTasks startupTasks;
  private final Optional<ChangeFeed> changeFeed;

  /** Empty until the database can be reached. */
  private volatile Optional<Worker> worker = Optional.empty();

  private Path webApplication = Path.of(".");

  /**
   * @param demo whether kept email is shown
   */
  public Application(Settings settings, Set<Role> roles, boolean demo) {
    this.settings = settings;
    this.roles = Set.copyOf(roles);
    this.demo = demo;
    storage = StorageFactory.create(settings);
    diskRoom = DiskRoom.of(settings);
    router = new RouterModule(settings, storage);
    LongAdder written = new LongAdder();
    modules =
        needsDatabase(roles)
            ? Optional.of(
                new Modules(
                    settings,
                    storage,
                    keys -> {
                      written.add(keys.size());
                      router.pageChanges().changed(keys);
                    }))
            : Optional.empty();
    sharedProxies = sharedProxies();
    // Running jobs end first, then the database closes: see close().
    modules.ifPresent(m -> m.databaseModule().stopOnlyOnClose());
    startupTasks =
        new StartupTasks(modules.map(this::steps).orElseGet(List::of), settings.startupWait());
    changeFeed =
        databaseSettings().map(database -> new ChangeFeed(database, listeners(), this::missedSome));
    metrics = new MetricsModule(requests, router.cache(), modules, changeFeed, written);
    modules.ifPresent(
        m ->
            m.notice()
                .watch(
                    new AlertChecks(
                            settings,
                            m.database(),
                            m.ai().report(),
                            requests,
                            this::isStorageReachable,
                            m.clock())
                        .all()));
  }

  /**
   * The AI proxies that this instance runs for others; without a key there is nobody to use them.
   */
  private Optional<Proxies> sharedProxies() {
    return roles.contains(Role.AI_PROXY) && !settings.ai().proxyKey().isEmpty()
        ? Optional.of(new Proxies(settings.ai().proxies(), Optional.empty(), Clock.systemUTC()))
        : Optional.empty();
  }

  private static boolean needsDatabase(Set<Role> roles) {
    return !Collections.disjoint(roles, Set.of(Role.API, Role.WORKER, Role.AI_SCHEDULER));
  }

  private Optional<DatabaseSettings> databaseSettings() {
    return modules.map(m -> m.databaseModule().settings()).or(settings::database);
  }

  private Map<String, Consumer<String>> listeners() {
    Map<String, Consumer<String>> listeners = new HashMap<>();
    listeners.put(
        ChangeFeed.PAGE_CHANGED, keys -> router.pageChanges().changed(List.of(keys.split("\n"))));
    modules.ifPresent(
        m -> {
          for (String topic : AiModule.TOPICS) {
            listeners.put(topic, payload -> m.ai().signals().hear(topic, payload));
          }
        });
    if (roles.contains(Role.WORKER)) {
      for (String topic : Worker.TOPICS) {
        listeners.put(topic, payload -> worker.ifPresent(w -> w.hear(topic, payload)));
      }
    }
    return listeners;
  }

  /** The feed may have lost notifications: check everything. */
  private void missedSome() {
    router.pageChanges().missedSome();
    worker.ifPresent(Worker::missedSome);
  }

  /**
   * Starts the instance. Readers are served immediately; what needs an unreachable database or
   * storage starts when it becomes available.
   *
   * @param builtIn the directory with the built-in static sites
   * @return completes when everything works; fails if it never will
   */
  public CompletableFuture<Void> start(Path builtIn) {
    webApplication = builtIn;
    router.start();
    changeFeed.ifPresent(ChangeFeed::start);
    return startupTasks.start().thenRun(() -> LOG.info("started as {}", roles));
  }

  private List<StartupTasks.Step> steps(Modules needed) {
    return List.of(
        new StartupTasks.Step(
            "the database at " + needed.databaseModule().place(), () -> useDatabase(needed)),
        new StartupTasks.Step("storage", () -> needed.publishSites(webApplication)));
  }

  private void useDatabase(Modules needed) {
    if (!demo) {
      needed.migrate();
    } else if (needed.migrateAndAdopt()) {
      needed.renderAll();
    }
    needed.start();
    if (roles.contains(Role.AI_SCHEDULER)) {
      needed.ai().startScheduler();
    }
    if (roles.contains(Role.WORKER) && worker.isEmpty()) {
      Worker begun = new Worker(needed, settings.workerThreads());
      begun.start();
      worker = Optional.of(begun);
    }
  }

  /** The servlet context attributes for filters and servlets. */
  public Map<String, Object> attributes() {
    Map<String, Object> attributes = new HashMap<>();
    attributes.put(RoutingFilter.ROUTE_TABLE, router.routeTable());
    attributes.put(RoutingFilter.PAGE_SERVER, router.pageServer());
    Supplier<Map<String, Boolean>> readiness = this::readiness;
    attributes.put(HealthServlet.READINESS, readiness);
    attributes.put(
        MetricsServlet.SOURCE,
        new MetricsServlet.Source(
            settings.metrics().token().orElse(""), metrics.metrics()::scrape));
    if (roles.contains(Role.API)) {
      modules.ifPresent(m -> attributes.put(ApiServlet.APPLICATION, ApiModule.create(settings, m)));
    }
    sharedProxies.ifPresent(
        proxies ->
            attributes.put(
                AiProxyServlet.CALLS,
                new ProxyCalls(new ProxyServer(proxies, settings.ai().proxyKey()))));
    if (demo) {
      modules.ifPresent(
          m -> {
            IntFunction<List<KeptMail>> mailbox = m.mail().outbox()::newest;
            attributes.put(DevMailServlet.MAILBOX, mailbox);
          });
    }
    return attributes;
  }

  private Map<String, Boolean> readiness() {
    Map<String, Boolean> parts = new TreeMap<>();
    parts.put("storage", isStorageReachable());
    modules.ifPresent(m -> parts.put("database", m.databaseModule().isReady()));
    parts.put("disk", diskRoom.isEnough());
    return parts;
  }

  private boolean isStorageReachable() {
    try {
      storage.head(PageKeys.siteRobots());
      return true;
    } catch (UnavailableException e) {
      LOG.debug("storage is not reachable", e);
      return false;
    }
  }

  public RouterModule router() {
    return router;
  }

  /** Counts answered requests. */
  public RequestMeters requests() {
    return requests;
  }

  /** Empty if the roles need no database. */
  public Optional<Modules> modules() {
    return modules;
  }

  public Settings settings() {
    return settings;
  }

  /** Shuts down without losing work: the worker first, then what it uses. */
  @Override
  public void close() throws IOException {
    startupTasks.close();
    worker.ifPresent(Worker::close);
    changeFeed.ifPresent(ChangeFeed::close);
    router.close();
    metrics.metrics().close();
    sharedProxies.ifPresent(Proxies::close);
    modules.ifPresent(Modules::close);
    if (storage instanceof Closeable closeable) {
      closeable.close();
    }
  }
}

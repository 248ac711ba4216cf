package com.quaily.wiring;

import com.quaily.config.Settings;
import com.quaily.routing.ChannelDomains;
import com.quaily.routing.PageChanges;
import com.quaily.routing.PageServer;
import com.quaily.routing.cache.PageCache;
import com.quaily.routing.route.RouteTable;
import com.quaily.storage.ObjectStorage;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Builds the router, which needs only storage. */
public final class RouterModule implements AutoCloseable {

  private static final Duration DOMAINS_EVERY = Duration.ofSeconds(30);
  private static final int BACKGROUND_THREADS = 4;

  private final ScheduledExecutorService background;
  private final PageCache cache;
  private final ChannelDomains domains;
  private final RouteTable routeTable;
  private final PageServer pageServer;
  private final PageChanges pageChanges;

  public RouterModule(Settings settings, ObjectStorage storage) {
    background =
        Executors.newScheduledThreadPool(
            BACKGROUND_THREADS,
            work -> {
              Thread thread = new Thread(work, "router-background");
              thread.setDaemon(true);
              return thread;
            });
    cache = new PageCache(storage, settings.headers(), settings.cache(), background);
    routeTable = new RouteTable(settings.routing());
    domains = new ChannelDomains(cache, routeTable);
    pageChanges = new PageChanges(cache, domains);
    pageServer = new PageServer(cache, settings.headers());
  }

  void start() {
    domains.start(background, DOMAINS_EVERY);
  }

  public RouteTable routeTable() {
    return routeTable;
  }

  public PageServer pageServer() {
    return pageServer;
  }

  PageCache cache() {
    return cache;
  }

  /** Receives notifications of changed pages. */
  PageChanges pageChanges() {
    return pageChanges;
  }

  @Override
  public void close() {
    background.shutdownNow();
    try {
      background.awaitTermination(2, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    cache.close();
  }
}

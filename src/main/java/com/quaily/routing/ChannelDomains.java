package com.quaily.routing;

import com.quaily.model.error.UnavailableException;
import com.quaily.model.page.PageKeys;
import com.quaily.routing.cache.PageCache;
import com.quaily.routing.cache.PageVariant;
import com.quaily.routing.http.ContentEncoding;
import com.quaily.routing.route.RoutePattern;
import com.quaily.routing.route.RouteTable;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the route table's custom domains in sync with the table in storage. */
public final class ChannelDomains {

  private static final Logger LOG = LoggerFactory.getLogger(ChannelDomains.class);

  private final PageCache cache;
  private final RouteTable routes;
  private Optional<String> etag = Optional.empty();

  public ChannelDomains(PageCache cache, RouteTable routes) {
    this.cache = cache;
    this.routes = routes;
  }

  /** Reads the table now and then periodically, in the executor. */
  public void start(ScheduledExecutorService executor, Duration interval) {
    // The future carries no result: refresh() logs its failures and never throws.
    var unused =
        executor.scheduleWithFixedDelay(
            this::refresh, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Reads the table; keeps the current one if it cannot be read. May block. */
  public synchronized void refresh() {
    try {
      Optional<PageVariant> table = cache.get(PageKeys.hosts(), ContentEncoding.IDENTITY);
      Optional<String> current = table.map(stored -> stored.info().etag());
      if (!current.equals(etag)) {
        routes.setChannelDomains(table.isPresent() ? read(table.get().body().toArray()) : Map.of());
        etag = current;
      }
    } catch (UnavailableException down) {
      LOG.debug("Keeping the current domain table: storage cannot be reached", down);
    } catch (IOException malformed) {
      LOG.error("{} is malformed; keeping the current domain table", PageKeys.hosts(), malformed);
    } catch (RuntimeException failure) {
      LOG.error("Could not read {}", PageKeys.hosts(), failure);
    }
  }

  private static Map<String, String> read(byte[] json) throws IOException {
    Map<String, String> valid = new HashMap<>();
    JsonMap.parse(json)
        .forEach(
            (host, channel) -> {
              if (RoutePattern.isChannelSlug(channel) && !host.isBlank()) {
                valid.put(host, channel);
              } else {
                LOG.warn("Ignoring domain {}: its channel slug is invalid", host);
              }
            });
    return valid;
  }
}

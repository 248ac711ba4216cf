package com.quaily.routing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.quaily.model.page.PageKeys;
import com.quaily.routing.cache.PageCache;
import com.quaily.routing.cache.PageVariant;
import com.quaily.routing.http.ContentEncoding;
import com.quaily.routing.route.RequestPath;
import com.quaily.routing.route.Route.Place;
import com.quaily.routing.route.RoutePattern;
import com.quaily.storage.StorageKey;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Redirects of moved pages and channels. Thread-safe. */
final class Redirects {

  private static final Logger LOG = LoggerFactory.getLogger(Redirects.class);
  private static final int LONGEST_CHAIN = 16;

  /** In all parsed tables together. */
  private static final long PARSED_ENTRIES = 200_000;

  private record Table(String etag, Map<String, String> targets) {}

  private final PageCache cache;
  private final Cache<String, Table> parsed =
      Caffeine.newBuilder()
          .maximumWeight(PARSED_ENTRIES)
          .weigher((String key, Table table) -> 10 + table.targets().size())
          .executor(Runnable::run)
          .build();

  Redirects(PageCache cache) {
    this.cache = cache;
  }

  /**
   * Follows all moves of a page, so that the reader is redirected once. May block.
   *
   * @return empty when the page has not moved, or there is a redirect loop
   */
  Optional<Place> resolve(Place from) {
    Place place = from;
    for (int hops = 0; hops < LONGEST_CHAIN; hops++) {
      Optional<Place> next = next(place);
      if (next.isEmpty()) {
        return place.equals(from) ? Optional.empty() : Optional.of(place);
      }
      place = next.get();
    }
    LOG.warn("Redirect loop at {}/{}", from.channel(), from.path());
    return Optional.empty();
  }

  /** The encoded, root-relative address of a place. */
  static String location(Place place) {
    String path = place.path();
    String tail = path.isEmpty() ? "" : RequestPath.encode(List.of(path.split("/")), false);
    String location = place.base() + tail;
    return location.isEmpty() ? "/" : location;
  }

  private Optional<Place> next(Place place) {
    Map<String, String> targets = targets(place.channel());
    String moved = targets.get("");
    String path = place.path().isEmpty() ? null : targets.get(place.path());
    if (path != null && StorageKey.isValid(path)) {
      return Optional.of(new Place(place.channel(), path, place.base()));
    }
    if (moved != null && RoutePattern.isChannelSlug(moved)) {
      String base = place.base().isEmpty() ? "" : "/" + moved;
      return Optional.of(new Place(moved, place.path(), base));
    }
    return Optional.empty();
  }

  private Map<String, String> targets(String channel) {
    String key = PageKeys.redirects(channel);
    return cache
        .get(key, ContentEncoding.IDENTITY)
        .map(stored -> parsed(key, stored).targets())
        .orElse(Map.of());
  }

  private Table parsed(String key, PageVariant stored) {
    String etag = stored.info().etag();
    Table known = parsed.getIfPresent(key);
    if (known != null && known.etag().equals(etag)) {
      return known;
    }
    Table table = new Table(etag, parse(key, stored.body().toArray()));
    parsed.put(key, table);
    return table;
  }

  private static Map<String, String> parse(String key, byte[] json) {
    try {
      return JsonMap.parse(json);
    } catch (IOException malformed) {
      LOG.error("{} is malformed; ignoring its redirects", key, malformed);
      return Map.of();
    }
  }
}

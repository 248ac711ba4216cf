package com.quaily.routing;

import com.quaily.model.page.PageKeys;
import com.quaily.routing.cache.PageCache;
import java.util.Collection;
import java.util.List;

/** Receives notifications of changed objects in storage. Thread-safe. */
public final class PageChanges {

  private final PageCache cache;
  private final ChannelDomains domains;

  public PageChanges(PageCache cache, ChannelDomains domains) {
    this.cache = cache;
    this.domains = domains;
  }

  /**
   * These objects were written or deleted. After this returns, new requests do not see the old
   * content. May block while the domain table is read.
   *
   * @param keys storage keys; unknown ones are ignored
   */
  public void changed(Collection<String> keys) {
    cache.invalidate(keys);
    if (keys.contains(PageKeys.hosts())) {
      domains.refresh();
    }
  }

  /** The feed may have lost notifications, so everything is revalidated against storage. */
  public void missedSome() {
    cache.distrustAll();
    cache.invalidate(List.of(PageKeys.hosts()));
    domains.refresh();
  }
}

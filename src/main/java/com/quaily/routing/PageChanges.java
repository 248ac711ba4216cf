package com.quaily.routing;

import com.quaily.model.page.PageKeys;
import com.quaily.routing.cache.PageCache;
import java.util.Collection;
import java.util.List;

/**
 * Where the change feed tells this router what has been written to storage. For use by many
 * threads.
 */
public final class PageChanges {

  private final PageCache cache;
  private final ChannelDomains domains;

  public PageChanges(PageCache cache, ChannelDomains domains) {
    this.cache = cache;
    this.domains = domains;
  }

  /**
   * These objects were written or deleted. When it returns no reader that comes later sees their
   * old content. May block for as long as it takes to read the table of domains.
   *
   * @param keys storage keys; unknown ones do no harm
   */
  public void changed(Collection<String> keys) {
    cache.invalidate(keys);
    if (keys.contains(PageKeys.hosts())) {
      domains.refresh();
    }
  }

  /**
   * The feed had a gap: anything may have changed, so everything is compared with storage again.
   */
  public void missedSome() {
    cache.distrustAll();
    cache.invalidate(List.of(PageKeys.hosts()));
    domains.refresh();
  }
}

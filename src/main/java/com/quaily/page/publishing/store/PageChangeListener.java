package com.quaily.page.publishing.store;

import java.util.List;

/** Notified immediately of changed pages in this process. */
@FunctionalInterface
public interface PageChangeListener {

  /** Called on the writing thread after the pages are stored; must be fast. */
  void pagesChanged(List<String> keys);
}

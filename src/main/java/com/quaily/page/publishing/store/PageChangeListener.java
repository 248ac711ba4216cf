package com.quaily.page.publishing.store;

import java.util.List;

/** Is told which stored pages changed, in this process and at once. */
@FunctionalInterface
public interface PageChangeListener {

  /** Called on the writing thread after the pages are in storage; must be quick. */
  void pagesChanged(List<String> keys);
}

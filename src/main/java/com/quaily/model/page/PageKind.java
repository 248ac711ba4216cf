package com.quaily.model.page;

/** What a stored page is; the name is kept in the manifest. */
public enum PageKind {
  ARTICLE,
  PAID,
  LIST,
  TAG,
  FEED,
  SITEMAP,
  WIDGET,
  NOT_FOUND,
  ROUTING,
  SITE
}

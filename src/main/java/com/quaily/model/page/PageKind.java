package com.quaily.model.page;

/** The kind of a stored page; the manifest stores the name. */
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

package com.quaily.model.page;

/** The kind of a stored page; the manifest stores the name. */
public enum PageKind {
  ARTICLE,
  PAID,
  LIST,
  TAG,
  FEED,
  SITEMAP,
  /** The widgets, and the pages beside the posts: about, bower, packs. */
  WIDGET,
  NOT_FOUND,
  ROUTING,
  SITE
}

package com.quaily.service.subscription;

import com.quaily.model.Limits;
import java.net.URI;
import java.net.URISyntaxException;

/** The page that a form was sent from, as evidence of what somebody saw when they agreed. */
final class FormAddress {

  private FormAddress() {}

  /** The page without what may tell of its reader; empty when the browser did not say. */
  static String of(String referer) {
    if (referer == null || referer.length() > Limits.URL) {
      return "";
    }
    try {
      URI uri = new URI(referer);
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      return web && uri.getHost() != null
          ? new URI(uri.getScheme(), null, uri.getHost(), uri.getPort(), uri.getPath(), null, null)
              .toASCIIString()
          : "";
    } catch (URISyntaxException e) {
      return "";
    }
  }
}

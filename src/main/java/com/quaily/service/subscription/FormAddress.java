package com.quaily.service.subscription;

import com.quaily.model.Limits;
import java.net.URI;
import java.net.URISyntaxException;

/** The page whose form was submitted, as evidence of what the subscriber saw. */
final class FormAddress {

  private FormAddress() {}

  /** The page without private parts of its URL; empty when the browser did not send it. */
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

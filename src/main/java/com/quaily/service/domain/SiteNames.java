package com.quaily.service.domain;

import com.quaily.model.Site;
import java.net.URI;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The names of the site itself, which no channel can have: with the names above them, where cookies
 * and certificates for them can be set, and the names below them.
 */
public final class SiteNames {

  private static final String WWW = "www.";

  private final Set<String> names = new HashSet<>();

  /**
   * @param others further host names and addresses of the site
   */
  public SiteNames(Site site, Collection<String> others) {
    add(URI.create(site.baseUrl()).getHost());
    others.forEach(this::add);
  }

  private void add(String host) {
    String name = host.toLowerCase(Locale.ROOT).replaceAll(":\\d+$", "");
    // Where the site is www.example.com, example.com is its name too.
    String bare = name.startsWith(WWW) ? name.substring(WWW.length()) : name;
    if (bare.contains(".") && !DomainVerification.isAddress(bare)) {
      names.add(bare);
    }
  }

  /** Whether a domain is a name of the site, or above or below one. */
  boolean include(String domain) {
    return names.stream()
        .anyMatch(
            name ->
                domain.equals(name) || domain.endsWith("." + name) || name.endsWith("." + domain));
  }
}

package com.quaily.model.subscription;

import java.util.List;
import java.util.Set;

/**
 * Addresses and domains that cannot subscribe to a channel.
 *
 * @param entries addresses, and domains including their subdomains, in lower case
 */
public record DenyList(Set<String> entries) {

  public static DenyList of(List<String> entries) {
    return new DenyList(Set.copyOf(entries));
  }

  /** Whether the address or its domain is listed; the address must be normalized. */
  public boolean denies(String email) {
    if (entries.isEmpty()) {
      return false;
    }
    String domain = email.substring(email.indexOf('@') + 1);
    while (!entries.contains(domain)) {
      int dot = domain.indexOf('.');
      if (dot < 0) {
        return entries.contains(email);
      }
      domain = domain.substring(dot + 1);
    }
    return true;
  }
}

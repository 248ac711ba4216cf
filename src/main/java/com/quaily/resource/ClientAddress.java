package com.quaily.resource;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** Where a request comes from, seen through the proxies that are ours. */
public final class ClientAddress {

  private final Set<String> trustedProxies;

  /**
   * @param trustedProxies addresses whose {@code X-Forwarded-For} is believed
   */
  public ClientAddress(Set<String> trustedProxies) {
    this.trustedProxies = Set.copyOf(trustedProxies);
  }

  /** The nearest address that is not one of our own proxies. */
  String of(HttpServletRequest request) {
    String address = request.getRemoteAddr();
    String forwarded = request.getHeader("X-Forwarded-For");
    if (forwarded == null) {
      return address;
    }
    String[] hops = forwarded.split(",");
    for (int i = hops.length - 1; i >= 0 && trustedProxies.contains(address); i--) {
      address = hops[i].strip();
    }
    return address;
  }
}

package com.quaily.service.domain;

import com.quaily.model.error.UnavailableException;
import java.util.List;

/** Asks the domain name system. */
public interface DomainResolver {

  /**
   * The names that a host is an alias of, in lower case and without a dot at the end; empty when it
   * is none.
   *
   * @throws UnavailableException when nobody answers
   */
  List<String> aliases(String host);

  /**
   * The IPv4 and IPv6 addresses of a host, aliases followed; empty when it has none.
   *
   * @throws UnavailableException when nobody answers
   */
  List<String> addresses(String host);
}

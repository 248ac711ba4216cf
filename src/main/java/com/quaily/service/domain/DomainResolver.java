package com.quaily.service.domain;

import com.quaily.model.error.UnavailableException;
import java.util.List;

/** Resolves DNS names. */
public interface DomainResolver {

  /**
   * The CNAME targets of a host, in lower case and without a trailing dot; empty when there are
   * none.
   *
   * @throws UnavailableException when the lookup fails
   */
  List<String> aliases(String host);

  /**
   * The texts of a host's TXT records; empty when there are none.
   *
   * @throws UnavailableException when the lookup fails
   */
  List<String> texts(String host);

  /**
   * The IPv4 and IPv6 addresses of a host, following aliases; empty when it has none.
   *
   * @throws UnavailableException when the lookup fails
   */
  List<String> addresses(String host);
}

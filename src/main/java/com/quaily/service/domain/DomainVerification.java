package com.quaily.service.domain;

import com.quaily.service.channel.HostingSettings;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Checks whether a domain points to this installation. */
public final class DomainVerification {

  private static final Pattern IP_LITERAL = Pattern.compile("[0-9.]+|[0-9a-fA-F.]*:[0-9a-fA-F:.]*");

  private final DomainResolver resolver;
  private final HostingSettings hosting;

  public DomainVerification(DomainResolver resolver, HostingSettings hosting) {
    this.resolver = resolver;
    this.hosting = hosting;
  }

  /**
   * The required DNS records of a domain: an alias of this host, or these addresses.
   *
   * @param alias for the CNAME record
   * @param addresses for A and AAAA records, which a zone apex needs
   */
  public record Expected(String alias, List<String> addresses) {}

  /**
   * The result of a check.
   *
   * @param leadsHere whether the domain points here
   * @param found aliases and addresses of the domain
   */
  public record Look(boolean leadsHere, List<String> found) {}

  /** What domains must point to. */
  public Expected expected() {
    return new Expected(hosting.domainTarget(), ownAddresses());
  }

  private List<String> ownAddresses() {
    if (!hosting.domainAddresses().isEmpty()) {
      return hosting.domainAddresses();
    }
    String target = hosting.domainTarget();
    return isAddress(target) ? List.of(target) : resolver.addresses(target);
  }

  /** Looks up where a domain points. */
  public Look look(String domain) {
    List<String> found = new ArrayList<>(resolver.aliases(domain));
    boolean alias = found.contains(hosting.domainTarget().toLowerCase(Locale.ROOT));
    List<String> addresses = resolver.addresses(domain);
    found.addAll(addresses);
    return new Look(alias || areOwn(addresses), List.copyOf(found));
  }

  /** All addresses must match, because clients can choose any. */
  private boolean areOwn(List<String> addresses) {
    return !addresses.isEmpty() && numbers(ownAddresses()).containsAll(numbers(addresses));
  }

  /** An address has several spellings. */
  private static Set<BigInteger> numbers(List<String> addresses) {
    return addresses.stream()
        .filter(DomainVerification::isAddress)
        .map(DomainVerification::number)
        .collect(Collectors.toSet());
  }

  static boolean isAddress(String text) {
    return IP_LITERAL.matcher(text).matches();
  }

  private static BigInteger number(String address) {
    try {
      // An address literal needs no lookup.
      return new BigInteger(1, InetAddress.getByName(address).getAddress());
    } catch (UnknownHostException e) {
      return BigInteger.ONE.negate();
    }
  }
}

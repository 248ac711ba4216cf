package com.quaily.service.domain;

import com.quaily.model.channel.DomainState;
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

/** Checks whether a domain points to this installation and belongs to the channel. */
public final class DomainVerification {

  private static final Pattern IP_LITERAL = Pattern.compile("[0-9.]+|[0-9a-fA-F.]*:[0-9a-fA-F:.]*");

  private final DomainResolver resolver;
  private final HostingSettings hosting;
  private final DomainOwnership ownership;

  public DomainVerification(
      DomainResolver resolver, HostingSettings hosting, DomainOwnership ownership) {
    this.resolver = resolver;
    this.hosting = hosting;
    this.ownership = ownership;
  }

  /**
   * The required DNS records of a domain: an alias of this host, or these addresses; and a text, or
   * the channel's own alias instead of the common one.
   *
   * @param alias for the CNAME record; empty when domains point to an address
   * @param ownAlias for the CNAME record, without a text; empty when domains point to an address
   * @param addresses for A and AAAA records, which a zone apex needs
   * @param textName the name of the TXT record
   * @param text the value of the TXT record
   */
  public record Expected(
      String alias, String ownAlias, List<String> addresses, String textName, String text) {}

  /**
   * The result of a check.
   *
   * @param leadsHere whether the domain points here
   * @param owned whether it belongs to the channel
   * @param found aliases, addresses and ownership texts of the domain
   */
  public record Look(boolean leadsHere, boolean owned, List<String> found) {

    /** Whether the channel can be served there. */
    public boolean isGood() {
      return leadsHere && owned;
    }
  }

  /** The records that a channel's domain must have. */
  public Expected expected(long channelId, String domain) {
    String target = hosting.domainTarget();
    return new Expected(
        isAddress(target) ? "" : target,
        ownership.alias(channelId),
        ownAddresses(),
        ownership.textName(domain),
        ownership.text(channelId));
  }

  private List<String> ownAddresses() {
    if (!hosting.domainAddresses().isEmpty()) {
      return hosting.domainAddresses();
    }
    String target = hosting.domainTarget();
    return isAddress(target) ? List.of(target) : resolver.addresses(target);
  }

  /** Looks up where a channel's domain points, and unless it is proven already, whose it is. */
  public Look look(DomainState state) {
    String domain = state.domain();
    List<String> aliases = resolver.aliases(domain);
    boolean ownAlias = aliases.contains(ownership.alias(state.channelId()));
    boolean alias = ownAlias || aliases.contains(hosting.domainTarget().toLowerCase(Locale.ROOT));
    List<String> found = new ArrayList<>(aliases);
    List<String> addresses = resolver.addresses(domain);
    found.addAll(addresses);
    boolean owned = state.proven() || ownAlias;
    if (!owned) {
      List<String> texts = resolver.texts(ownership.textName(domain));
      found.addAll(texts);
      owned = texts.contains(ownership.text(state.channelId()));
    }
    return new Look(alias || areOwn(addresses), owned, List.copyOf(found));
  }

  /**
   * Whether the text that proves a channel's ownership is set.
   *
   * @throws com.quaily.model.error.UnavailableException when the lookup fails
   */
  boolean isProven(long channelId, String domain) {
    return resolver.texts(ownership.textName(domain)).contains(ownership.text(channelId));
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

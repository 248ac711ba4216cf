package com.quaily.service.domain;

import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.UnavailableException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Lookup;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.ReverseMap;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** Queries a DNS server directly, bypassing caches and the hosts file. */
public final class DnsResolver implements DomainResolver {

  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private final String server;

  /**
   * @param server host and port; empty = the system's servers
   */
  public DnsResolver(String server) {
    this.server = server;
  }

  @Override
  public List<String> aliases(String host) {
    return ask(host, Type.CNAME).stream()
        .map(answer -> ((CNAMERecord) answer).getTarget().toString(true).toLowerCase(Locale.ROOT))
        .toList();
  }

  /** A record can consist of several strings, which belong together. */
  @Override
  public List<String> texts(String host) {
    return ask(host, Type.TXT).stream()
        .map(answer -> String.join("", ((TXTRecord) answer).getStrings()))
        .toList();
  }

  @Override
  public List<String> addresses(String host) {
    List<String> addresses = new ArrayList<>();
    ask(host, Type.A)
        .forEach(answer -> addresses.add(((ARecord) answer).getAddress().getHostAddress()));
    ask(host, Type.AAAA)
        .forEach(answer -> addresses.add(((AAAARecord) answer).getAddress().getHostAddress()));
    return addresses;
  }

  /**
   * The hosts that take mail for a domain, in lower case and without a trailing dot; empty when
   * there are none.
   *
   * @throws UnavailableException when the lookup fails
   */
  public List<String> mailServers(String domain) {
    return ask(domain, Type.MX).stream()
        .map(answer -> ((MXRecord) answer).getTarget().toString(true).toLowerCase(Locale.ROOT))
        .toList();
  }

  /**
   * The names that an address has; empty when it has none.
   *
   * @throws UnavailableException when the lookup fails
   */
  public List<String> names(InetAddress address) {
    return ask(ReverseMap.fromAddress(address).toString(), Type.PTR).stream()
        .map(answer -> ((PTRRecord) answer).getTarget().toString(true).toLowerCase(Locale.ROOT))
        .toList();
  }

  private List<Record> ask(String host, int type) {
    try {
      Lookup lookup = new Lookup(Name.fromString(host, Name.root), type);
      lookup.setResolver(resolver());
      lookup.setCache(null);
      lookup.setHostsFileParser(null);
      Record[] answers = lookup.run();
      return switch (lookup.getResult()) {
        case Lookup.SUCCESSFUL -> Arrays.asList(answers);
        case Lookup.HOST_NOT_FOUND, Lookup.TYPE_NOT_FOUND -> List.of();
        default ->
            throw new UnavailableException(
                ErrorCode.DNS_UNAVAILABLE, ErrorCode.DNS_UNAVAILABLE.message());
      };
    } catch (TextParseException | UnknownHostException e) {
      throw new UnavailableException(ErrorCode.DNS_UNAVAILABLE, e);
    }
  }

  private Resolver resolver() throws UnknownHostException {
    Resolver resolver = server.isEmpty() ? new ExtendedResolver() : named();
    resolver.setTimeout(PATIENCE);
    return resolver;
  }

  private Resolver named() throws UnknownHostException {
    int colon = server.lastIndexOf(':');
    SimpleResolver resolver = new SimpleResolver(server.substring(0, colon));
    resolver.setPort(Integer.parseInt(server.substring(colon + 1)));
    return resolver;
  }
}

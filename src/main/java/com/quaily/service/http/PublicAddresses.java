package com.quaily.service.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Resolves names to addresses of the public internet only. The connection is made to the very
 * addresses that were checked, so a name cannot change its address in between.
 */
final class PublicAddresses implements DnsResolver {

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] addresses = SystemDefaultDnsResolver.INSTANCE.resolve(host);
    for (InetAddress address : addresses) {
      if (!isPublic(address)) {
        throw new NotPublicException(host);
      }
    }
    return addresses;
  }

  @Override
  public String resolveCanonicalHostname(String host) throws UnknownHostException {
    return SystemDefaultDnsResolver.INSTANCE.resolveCanonicalHostname(host);
  }

  /** Whether the address can belong to a server on the public internet. */
  static boolean isPublic(InetAddress address) {
    if (address.isMulticastAddress()) {
      return false;
    }
    byte[] bytes = address.getAddress();
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    return address instanceof Inet6Address
        ? isPublic6(first, second, bytes[2] & 0xff, bytes[3] & 0xff)
        : isPublic4(first, second, bytes[2] & 0xff);
  }

  /** The special-purpose blocks of RFC 6890 and the addresses that no server has. */
  private static boolean isPublic4(int first, int second, int third) {
    boolean reserved = first == 0 || first == 10 || first == 127 || first >= 224;
    boolean shared = first == 100 && second >= 64 && second < 128;
    boolean linkLocal = first == 169 && second == 254;
    boolean privateUse =
        (first == 172 && second >= 16 && second < 32) || (first == 192 && second == 168);
    boolean protocol = first == 192 && second == 0 && (third == 0 || third == 2);
    boolean testing =
        (first == 198 && (second == 18 || second == 19))
            || (first == 198 && second == 51 && third == 100)
            || (first == 203 && second == 0 && third == 113);
    return !(reserved || shared || linkLocal || privateUse || protocol || testing);
  }

  /** Global unicast, without the forms that contain an IPv4 address and without documentation. */
  private static boolean isPublic6(int first, int second, int third, int fourth) {
    boolean global = (first & 0xe0) == 0x20;
    boolean sixToFour = first == 0x20 && second == 0x02;
    boolean teredo = first == 0x20 && second == 0x01 && third == 0 && fourth == 0;
    boolean documentation = first == 0x20 && second == 0x01 && third == 0x0d && fourth == 0xb8;
    return global && !sixToFour && !teredo && !documentation;
  }
}

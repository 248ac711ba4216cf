package com.quaily.server;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** The network that a client's address belongs to, for limits that one client must not evade. */
final class ClientNetwork {

  /** A provider gives each customer at least this much of an IPv6 address. */
  private static final int CUSTOMER_BYTES = 8;

  private ClientNetwork() {}

  /**
   * The /64 of an IPv6 address; other addresses as they are.
   *
   * @param address an address in text form, with or without brackets; never resolved
   */
  static String of(String address) {
    if (address == null || address.indexOf(':') < 0) {
      return String.valueOf(address);
    }
    try {
      // With a colon, this is a literal address; Java does not ask a name server.
      InetAddress parsed = InetAddress.getByName(address);
      return parsed instanceof Inet6Address
          ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), CUSTOMER_BYTES))
          : parsed.getHostAddress();
    } catch (UnknownHostException malformed) {
      return address;
    }
  }
}

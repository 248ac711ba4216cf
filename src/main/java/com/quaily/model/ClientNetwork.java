package com.quaily.model;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The networks that limits are counted for. An IPv4 address counts alone. The owner of an IPv6
 * network can use any of its addresses, so a /64 counts as one client; and since whole /48 networks
 * are given to one customer, these are counted too.
 *
 * @param narrow the IPv4 address or the /64
 * @param wide the /48; empty for IPv4
 */
public record ClientNetwork(String narrow, Optional<String> wide) {

  /** How many narrow networks' worth of calls a wide one may make. */
  public static final int WIDE_FACTOR = 8;

  private static final Pattern LITERAL =
      Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F.]*:[0-9a-fA-F:.]*");
  private static final int IPV4_BYTES = 4;
  private static final int NARROW_BYTES = 8;
  private static final int WIDE_BYTES = 6;

  /**
   * The networks of an address, in any of its spellings.
   *
   * @param address with or without brackets and zone; anything that is no address counts by itself
   */
  public static ClientNetwork of(String address) {
    String bare = address.replaceAll("[\\[\\]]|%.*", "");
    if (!LITERAL.matcher(bare).matches()) {
      return new ClientNetwork(address, Optional.empty());
    }
    try {
      // A literal needs no lookup. An IPv4 address inside an IPv6 one comes out as IPv4.
      byte[] bytes = InetAddress.getByName(bare).getAddress();
      return bytes.length == IPV4_BYTES
          ? new ClientNetwork(prefix(bytes, IPV4_BYTES), Optional.empty())
          : new ClientNetwork(prefix(bytes, NARROW_BYTES), Optional.of(prefix(bytes, WIDE_BYTES)));
    } catch (UnknownHostException e) {
      return new ClientNetwork(address, Optional.empty());
    }
  }

  private static String prefix(byte[] address, int bytes) {
    return HexFormat.of().formatHex(Arrays.copyOf(address, bytes)) + "/" + bytes * Byte.SIZE;
  }
}

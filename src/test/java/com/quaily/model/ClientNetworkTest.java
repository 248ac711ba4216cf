package com.quaily.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientNetworkTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2001:db8:1:2::1",
        "2001:0DB8:0001:0002:0000:0000:0000:0001",
        "[2001:db8:1:2:ffff:ffff:ffff:ffff]",
        "2001:db8:1:2::1%eth0"
      })
  void everySpellingOfANetworkIsOneClient(String address) {
    assertEquals(ClientNetwork.of("2001:db8:1:2::9"), ClientNetwork.of(address));
  }

  @Test
  void neighboringNetworksShareTheWideOne() {
    ClientNetwork one = ClientNetwork.of("2001:db8:1:2::1");
    ClientNetwork other = ClientNetwork.of("2001:db8:1:3::1");

    assertNotEquals(one.narrow(), other.narrow());
    assertEquals(one.wide(), other.wide());
    assertNotEquals(one.wide(), ClientNetwork.of("2001:db8:2:2::1").wide());
  }

  @Test
  void ipv4CountsByItsAddressAlsoInsideIpv6() {
    ClientNetwork plain = ClientNetwork.of("192.0.2.1");

    assertEquals(Optional.empty(), plain.wide());
    assertEquals(plain, ClientNetwork.of("::ffff:192.0.2.1"));
    assertEquals(plain, ClientNetwork.of("::ffff:c000:201"));
    assertNotEquals(plain.narrow(), ClientNetwork.of("192.0.2.2").narrow());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "unknown", "999.1.1.1", "1::2::3", "host.example"})
  void whatIsNoAddressCountsByItself(String text) {
    assertEquals(new ClientNetwork(text, Optional.empty()), ClientNetwork.of(text));
  }
}

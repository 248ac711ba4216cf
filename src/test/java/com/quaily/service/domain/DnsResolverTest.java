package com.quaily.service.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.UnavailableException;
import com.quaily.testing.DnsServer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DnsResolverTest {

  private final DnsServer server = new DnsServer();
  private final DnsResolver underTest = new DnsResolver(server.address());

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void itReturnsAliasesAndAddresses() {
    server.alias("letters.example.net", "Site.Example.org");
    server.address("example.net", "192.0.2.7");
    server.address("example.net", "2001:db8::7");

    assertEquals(List.of("site.example.org"), underTest.aliases("letters.example.net"));
    assertEquals(List.of(), underTest.aliases("example.net"));
    assertEquals(List.of("192.0.2.7", "2001:db8:0:0:0:0:0:7"), underTest.addresses("example.net"));
  }

  @Test
  void itReturnsTexts() {
    server.text("_quaily.example.net", "quaily-verification=a");
    server.text("_quaily.example.net", "other");

    assertEquals(List.of("quaily-verification=a", "other"), underTest.texts("_quaily.example.net"));
    assertEquals(List.of(), underTest.texts("nobody.example.net"));
  }

  @Test
  void aNameThatDoesNotExistHasNoRecords() {
    assertEquals(List.of(), underTest.aliases("nobody.example.net"));
    assertEquals(List.of(), underTest.addresses("nobody.example.net"));
  }

  @Test
  void aRefusalByTheServerIsAnError() {
    server.refuse();

    UnavailableException failure =
        assertThrows(UnavailableException.class, () -> underTest.addresses("example.net"));
    assertEquals(ErrorCode.DNS_UNAVAILABLE, failure.code());
  }
}

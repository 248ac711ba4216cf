package com.quaily.service.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.quaily.service.channel.HostingSettings;
import com.quaily.service.crypto.Signatures;
import com.quaily.service.domain.DomainVerification.Expected;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DomainVerificationTest {

  private final DomainResolver resolver = mock(DomainResolver.class);

  private Expected expected(String target) {
    Signatures signatures = mock(Signatures.class);
    when(signatures.sign(anyString(), anyString())).thenReturn("signature");
    HostingSettings hosting =
        new HostingSettings(target, List.of(), "", "", Duration.ofDays(7), Duration.ofDays(7));
    return new DomainVerification(resolver, hosting, new DomainOwnership(signatures, target))
        .expected(1, "letters.example.net");
  }

  @Test
  void domainsAreAliasesOfAHost() {
    when(resolver.addresses("site.example.org")).thenReturn(List.of("192.0.2.7"));
    Expected expected = expected("site.example.org");
    assertEquals("site.example.org", expected.alias());
    assertEquals(List.of("192.0.2.7"), expected.addresses());
  }

  @Test
  void noDomainCanBeAnAliasOfAnAddress() {
    Expected expected = expected("192.0.2.7");
    assertEquals("", expected.alias());
    assertEquals("", expected.ownAlias());
    assertEquals(List.of("192.0.2.7"), expected.addresses());
  }
}

package com.quaily.delivery.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SendingRatesTest {

  @Test
  void withoutARateNobodyWaits() {
    SendingRates rates = new SendingRates(0, 0);
    for (int i = 0; i < 100; i++) {
      assertEquals(Duration.ZERO, rates.take());
      assertEquals(Duration.ZERO, rates.take("a@mail.example"));
    }
  }

  @Test
  void turnsOfADomainFollowEachOtherAndOtherDomainsDoNotWait() {
    SendingRates rates = new SendingRates(0, 0.01);
    assertEquals(Duration.ZERO, rates.take("a@mail.example"));
    List<Duration> waits = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      waits.add(rates.take("b@MAIL.example"));
    }
    for (int i = 1; i < waits.size(); i++) {
      assertTrue(waits.get(i).minus(waits.get(i - 1)).toSeconds() >= 90, waits::toString);
    }
    assertEquals(Duration.ZERO, rates.take("c@other.example"));
  }
}

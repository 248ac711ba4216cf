package com.quaily.delivery.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.quaily.model.delivery.Fault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultRulesTest {

  @ParameterizedTest
  @CsvSource({
    "550, 550 5.1.1 <a@b.example>: Recipient address rejected, MAILBOX_NOT_FOUND",
    "550, 550 5.1.2 domain not found, DNS_ERROR",
    "556, 556 5.1.10 null MX, DNS_ERROR",
    "552, 552 5.2.2 mailbox full, MAILBOX_FULL",
    "452, 452 4.2.2 over quota, MAILBOX_FULL",
    "550, 550 5.7.26 unauthenticated, POLICY_REJECTED",
    "554, 554 5.7.1 blocked by our spam filter, POLICY_REJECTED",
    "554, 554 5.7.1 <a@b.example>: Relay access denied, RELAY_DENIED",
    "550, 550 No such user here, MAILBOX_NOT_FOUND",
    "552, 552 5.3.4 too big, MESSAGE_TOO_LARGE",
    "451, 451 4.7.1 greylisted, TEMPORARY_DEFERRED",
    "550, 550 because, OTHER"
  })
  void answersHaveClasses(int code, String reply, Fault fault) {
    assertEquals(fault, FaultRules.of(code, reply));
  }
}

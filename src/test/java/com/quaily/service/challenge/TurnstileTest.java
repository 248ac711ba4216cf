package com.quaily.service.challenge;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.model.error.UnavailableException;
import com.quaily.service.challenge.ChallengeProvider.Action;
import com.quaily.service.challenge.ChallengeProvider.Solution;
import com.quaily.testing.RemoteStub;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TurnstileTest {

  private static final String PATH = "/turnstile/v0/siteverify";

  private final RemoteStub stub = new RemoteStub();
  private final Turnstile underTest = turnstile(stub.uri(PATH), Duration.ofSeconds(20));

  private static Turnstile turnstile(URI uri, Duration timeout) {
    return new Turnstile(new ChallengeSettings.Turnstile("0xSITE", "0xSECRET", uri, timeout));
  }

  @AfterEach
  void stop() {
    stub.close();
  }

  private void verify(String token) {
    underTest.verify(new Solution(Action.SUBSCRIBE, token, "192.0.2.7"));
  }

  @Test
  void usesTheProvidersParameters() {
    stub.answer(
        PATH,
        200,
        """
        {"success": true, "challenge_ts": "2026-11-22T17:00:00.000Z", "hostname": "letters.example",
         "error-codes": [], "action": "subscribe", "cdata": ""}\
        """);

    assertDoesNotThrow(() -> verify("t&k=n"));

    assertEquals("POST", stub.last().method());
    assertEquals("0xSECRET", stub.last().form().get("secret"));
    assertEquals("t&k=n", stub.last().form().get("response"));
    assertEquals("192.0.2.7", stub.last().form().get("remoteip"));
    assertEquals("turnstile", underTest.challenge().provider());
    assertEquals("0xSITE", underTest.challenge().siteKey());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"success\": false, \"error-codes\": [\"invalid-input-response\"]}",
        "{\"success\": false, \"error-codes\": [\"timeout-or-duplicate\"]}",
        "{\"success\": true, \"action\": \"request_auth_code\"}"
      })
  void refusesWhatTheProviderDoesNotVouchFor(String answer) {
    stub.answer(PATH, 200, answer);

    InvalidException refused = assertThrows(InvalidException.class, () -> verify("token"));

    assertEquals(ErrorCode.CHALLENGE_FAILED, refused.code());
  }

  @Test
  void neverAsksAboutWhatCannotBeAToken() {
    for (String token : new String[] {null, "", "x".repeat(2049)}) {
      assertThrows(InvalidException.class, () -> verify(token));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "{}",
        "<html>",
        "{\"success\": \"true\"}",
        "{\"success\": 1}"
      })
  void rejectsEveryoneWhenTheResponseIsInvalid(String answer) {
    stub.answer(PATH, 200, answer);

    assertUnavailable(underTest);
  }

  @Test
  void rejectsEveryoneWhenTheProviderFails() {
    stub.answer(PATH, 500, "{\"success\": true}");
    assertUnavailable(underTest);
    stub.answer(PATH, 302, "{\"success\": true}");
    assertUnavailable(underTest);
    stub.answer(PATH, 200, "{\"success\": true, \"x\": \"" + "x".repeat(100_000) + "\"}");
    assertUnavailable(underTest);
    stub.stall(PATH);
    assertUnavailable(turnstile(stub.uri(PATH), Duration.ofMillis(200)));
    URI gone = stub.uri(PATH);
    stub.close();
    assertUnavailable(turnstile(gone, Duration.ofSeconds(20)));
  }

  private static void assertUnavailable(Turnstile underTest) {
    UnavailableException failure =
        assertThrows(
            UnavailableException.class,
            () -> underTest.verify(new Solution(Action.SUBSCRIBE, "token", "192.0.2.7")));
    assertEquals(ErrorCode.CHALLENGE_UNAVAILABLE, failure.code());
  }
}

package com.quaily.service.oauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.model.error.InvalidException;
import com.quaily.testing.OAuthClient;
import org.junit.jupiter.api.Test;

class CodeChallengeTest {

  @Test
  void publicClientsHashTheirVerifier() {
    CodeChallenge hashed = CodeChallenge.of(OAuthClient.CHALLENGE, "S256", true);
    assertTrue(hashed.isMetBy(OAuthClient.VERIFIER));
    assertFalse(hashed.isMetBy(OAuthClient.CHALLENGE));
    assertFalse(hashed.isMetBy(null));

    for (String method : new String[] {"plain", "", null, "s256", "S512"}) {
      InvalidException refused =
          assertThrows(
              InvalidException.class, () -> CodeChallenge.of(OAuthClient.VERIFIER, method, true));
      assertEquals("code_challenge_method", refused.field().orElseThrow());
    }
  }

  @Test
  void clientsWithASecretMaySendTheVerifierItself() {
    CodeChallenge plain = CodeChallenge.of(OAuthClient.VERIFIER, null, false);

    assertTrue(plain.isMetBy(OAuthClient.VERIFIER));
    assertFalse(plain.isMetBy(OAuthClient.CHALLENGE));
  }

  @Test
  void aVerifierWithoutAChallengeIsRefused() {
    CodeChallenge none = CodeChallenge.of(null, null, false);

    assertTrue(none.isMetBy(null));
    assertTrue(none.isMetBy(""));
    assertFalse(none.isMetBy(OAuthClient.VERIFIER));
  }
}

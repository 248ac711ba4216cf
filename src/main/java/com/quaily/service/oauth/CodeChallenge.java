package com.quaily.service.oauth;

import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.service.crypto.Secrets;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * A PKCE code challenge, which makes an intercepted code useless (RFC 7636).
 *
 * @param value empty when the application sent none
 * @param method {@code S256}, {@code plain}, or empty if the value is
 */
public record CodeChallenge(String value, String method) {

  private static final String S256 = "S256";
  private static final String PLAIN = "plain";
  private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

  /**
   * Validates an application's parameters.
   *
   * @param publicClient whether the application has no secret: then a challenge is mandatory, and
   *     it must be a hash, because who reads the request would otherwise know the verifier
   */
  static CodeChallenge of(String value, String method, boolean publicClient) {
    if (value == null || value.isEmpty()) {
      if (publicClient) {
        throw new InvalidException(
            ErrorCode.MISSING_FIELD, "code_challenge", "is required for public clients (RFC 7636)");
      }
      return new CodeChallenge("", "");
    }
    if (!VALUE.matcher(value).matches()) {
      throw new InvalidException(
          ErrorCode.INVALID_FIELD,
          "code_challenge",
          "must have 43 to 128 characters that RFC 7636 allows");
    }
    // The default method of the RFC.
    String named = method == null || method.isEmpty() ? PLAIN : method;
    if (!named.equals(S256) && (publicClient || !named.equals(PLAIN))) {
      throw new InvalidException(
          ErrorCode.INVALID_FIELD,
          "code_challenge_method",
          publicClient ? "must be S256 for public clients" : "must be S256 or plain");
    }
    return new CodeChallenge(value, named);
  }

  boolean isPresent() {
    return !value.isEmpty();
  }

  /** Whether the challenge was derived from this verifier; null when none was sent. */
  boolean isMetBy(String verifier) {
    if (!isPresent()) {
      return verifier == null || verifier.isEmpty();
    }
    if (verifier == null || !VALUE.matcher(verifier).matches()) {
      return false;
    }
    String expected =
        method.equals(S256)
            ? Base64.getUrlEncoder().withoutPadding().encodeToString(Secrets.hash(verifier))
            : verifier;
    return Secrets.equal(
        expected.getBytes(StandardCharsets.UTF_8), value.getBytes(StandardCharsets.UTF_8));
  }
}

package com.quaily.resource.oauth;

import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.UnauthorizedException;
import com.quaily.service.oauth.OAuthTokens.TokenRequest;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/** A token request: a form, often with client credentials in a header. */
public final class TokenForm {

  private static final String BASIC = "basic ";

  @Parameter(hidden = true)
  @HeaderParam("Authorization")
  private String authorization;

  @FormParam("grant_type")
  private String grantType;

  @FormParam("client_id")
  private String clientId;

  @FormParam("client_secret")
  private String clientSecret;

  @FormParam("code")
  private String code;

  @FormParam("redirect_uri")
  private String redirectUri;

  @FormParam("code_verifier")
  private String codeVerifier;

  @FormParam("refresh_token")
  private String refreshToken;

  /**
   * @throws UnauthorizedException when the header is malformed
   */
  TokenRequest request() {
    boolean byHeader =
        authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith(BASIC);
    String[] client =
        byHeader
            ? credentials(authorization.substring(BASIC.length()).strip())
            : new String[] {clientId, clientSecret};
    return new TokenRequest(
        client[0], client[1], grantType, code, redirectUri, codeVerifier, refreshToken);
  }

  /** Id and secret, each form-encoded before they were joined (RFC 6749, 2.3.1). */
  private static String[] credentials(String encoded) {
    try {
      String both = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
      int colon = both.indexOf(':');
      if (colon >= 0) {
        return new String[] {decode(both.substring(0, colon)), decode(both.substring(colon + 1))};
      }
    } catch (IllegalArgumentException e) {
      throw new UnauthorizedException(ErrorCode.CLIENT_REFUSED);
    }
    throw new UnauthorizedException(ErrorCode.CLIENT_REFUSED);
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}

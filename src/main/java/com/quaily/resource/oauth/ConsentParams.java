package com.quaily.resource.oauth;

import com.quaily.service.oauth.OAuthConsents.ConsentRequest;
import jakarta.ws.rs.QueryParam;

/** An application's authorization request. */
public final class ConsentParams {

  @QueryParam("client_id")
  private String clientId;

  @QueryParam("redirect_uri")
  private String redirectUri;

  @QueryParam("response_type")
  private String responseType;

  @QueryParam("scope")
  private String scope;

  @QueryParam("state")
  private String state;

  @QueryParam("code_challenge")
  private String codeChallenge;

  @QueryParam("code_challenge_method")
  private String codeChallengeMethod;

  ConsentRequest request() {
    return new ConsentRequest(
        clientId, redirectUri, responseType, scope, state, codeChallenge, codeChallengeMethod);
  }

  /** Null when none was sent. */
  String state() {
    return state;
  }
}

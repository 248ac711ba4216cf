package com.quaily.service.delivery.social;

import com.quaily.model.delivery.SocialService;

/** The OAuth 2 endpoints of a service where the site has an application. */
interface OAuthEndpoint {

  SocialService service();

  /** The address that asks the writer for consent. */
  String authorizationUrl(String state, String challenge);

  /** Exchanges the code that the writer came back with. */
  OAuthGrant exchange(String code, String verifier) throws SocialException;

  /** Exchanges a refresh token, which cannot be used again. */
  OAuthGrant refresh(String refreshToken) throws SocialException;
}

package com.quaily.resource.filter;

import com.quaily.model.error.ErrorCode;
import com.quaily.resource.api.AnsweredAsOAuth;
import com.quaily.resource.api.ErrorResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Map;

/** Reports errors to OAuth libraries as defined in RFC 6749 and RFC 6750. */
@AnsweredAsOAuth
public final class OAuthErrors implements ContainerResponseFilter {

  private static final Map<Integer, String> NAMES =
      Map.of(
          ErrorCode.CLIENT_REFUSED.number(), "invalid_client",
          ErrorCode.GRANT_REFUSED.number(), "invalid_grant",
          ErrorCode.GRANT_TYPE_UNSUPPORTED.number(), "unsupported_grant_type",
          ErrorCode.BAD_TOKEN.number(), "invalid_token",
          ErrorCode.BAD_API_KEY.number(), "invalid_token",
          ErrorCode.AUTHENTICATION_REQUIRED.number(), "invalid_token",
          ErrorCode.FORBIDDEN.number(), "insufficient_scope",
          ErrorCode.SCOPE_MISSING.number(), "insufficient_scope");

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    MultivaluedMap<String, Object> headers = response.getHeaders();
    headers.putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
    headers.putSingle("Pragma", "no-cache");
    headers.putSingle("X-Content-Type-Options", "nosniff");
    if (response.getEntity() instanceof ErrorResponse failure) {
      String error = name(failure, response.getStatus());
      if (response.getStatus() == 401) {
        headers.putSingle(HttpHeaders.WWW_AUTHENTICATE, challenge(error));
      }
      response.setEntity(
          new OAuthFailure(error, failure.message()), null, MediaType.APPLICATION_JSON_TYPE);
    }
  }

  private static String name(ErrorResponse failure, int status) {
    return NAMES.getOrDefault(
        failure.code(), status >= 500 ? "temporarily_unavailable" : "invalid_request");
  }

  private static String challenge(String error) {
    return error.equals("invalid_client") ? "Basic" : "Bearer error=\"" + error + "\"";
  }

  /** RFC 6749, 5.2. */
  public record OAuthFailure(String error, String errorDescription) {}
}

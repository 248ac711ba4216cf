package com.quaily.resource.account;

import com.quaily.model.Caller;
import com.quaily.model.account.ApiKey;
import com.quaily.model.oauth.Scope;
import com.quaily.resource.access.Access;
import com.quaily.resource.access.RateLimited;
import com.quaily.resource.api.ApiResponse;
import com.quaily.resource.api.RequestBodies;
import com.quaily.service.account.ApiKeyService;
import com.quaily.service.account.ApiKeyService.NewApiKey;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import java.time.Instant;
import java.util.List;

/** API keys. */
@Path("/apikeys")
public final class ApiKeyResource {

  private final ApiKeyService apiKeyService;

  public ApiKeyResource(ApiKeyService apiKeyService) {
    this.apiKeyService = apiKeyService;
  }

  @Access(value = Access.Level.ANY_CALLER, scope = Scope.APIKEY_READ)
  @Operation(summary = "List the caller's API keys, masked, newest first")
  @GET
  public ApiResponse<List<ApiKeyView>> list(@Context Caller caller) {
    return ApiResponse.of(
        apiKeyService.list(caller.userId()).stream()
            .map(key -> ApiKeyView.of(key, key.masked()))
            .toList());
  }

  @Access(Access.Level.SESSION)
  @Operation(summary = "Create an API key; only this response contains the whole key")
  @POST
  public ApiResponse<ApiKeyView> create(@Context Caller caller, ApiKeyRequest body) {
    NewApiKey created = apiKeyService.create(caller, RequestBodies.require(body).name());
    return ApiResponse.of(ApiKeyView.of(created.apiKey(), created.key()));
  }

  @Access(value = Access.Level.ANY_CALLER, scope = Scope.APIKEY_READ)
  @Operation(summary = "Check whether a valid API key has this hash")
  @POST
  @Path("/verify")
  @RateLimited(name = "apikey-verify", perHour = 3_600, atOnce = 120)
  public ApiResponse<ValidityView> verify(HashRequest body) {
    return ApiResponse.of(
        new ValidityView(apiKeyService.isValid(RequestBodies.require(body).hash())));
  }

  @Access(Access.Level.SESSION)
  @Operation(summary = "Revoke an API key")
  @DELETE
  @Path("/{id}")
  public ApiResponse<Void> delete(@Context Caller caller, @PathParam("id") long id) {
    apiKeyService.delete(caller.userId(), id);
    return ApiResponse.done();
  }

  /** Body of {@code POST /apikeys}. */
  public record ApiKeyRequest(String name) {}

  /**
   * Body of {@code POST /apikeys/verify}.
   *
   * @param hash SHA-256 of the key in hexadecimal
   */
  public record HashRequest(String hash) {}

  /** Whether an API key is valid. */
  public record ValidityView(boolean valid) {}

  /** An API key, whole or masked. */
  public record ApiKeyView(
      long id, String name, String key, long userId, Instant createdAt, Instant updatedAt) {

    static ApiKeyView of(ApiKey apiKey, String key) {
      return new ApiKeyView(
          apiKey.id(), apiKey.name(), key, apiKey.userId(), apiKey.createdAt(), apiKey.updatedAt());
    }
  }
}

package com.quaily.resource.ai;

import com.quaily.resource.access.Access;
import com.quaily.resource.api.ApiResponse;
import com.quaily.resource.api.NotImplemented;
import com.quaily.resource.api.NotImplementedException;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Keeps the place of an endpoint that clients know; it returns 501 with an error code. */
@SuppressWarnings("DoNotCallSuggester") // Existing clients call it and handle the error.
@Path("/rerank")
@NotImplemented
public final class RerankResource {

  @Access(Access.Level.SERVICE)
  @Operation(summary = "Order texts by how well they answer a question")
  @POST
  public ApiResponse<Void> rerank() {
    throw new NotImplementedException();
  }
}

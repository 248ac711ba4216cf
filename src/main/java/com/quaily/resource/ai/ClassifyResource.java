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
@Path("/classify")
@NotImplemented
public final class ClassifyResource {

  @Access(Access.Level.SERVICE)
  @Operation(summary = "Sort a text into classes")
  @POST
  public ApiResponse<Void> classify() {
    throw new NotImplementedException();
  }
}

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
@Path("/images")
@NotImplemented
public final class ImageGenerationResource {

  @Access(Access.Level.SERVICE)
  @Operation(summary = "Make an image from a description")
  @POST
  @Path("/generations")
  public ApiResponse<Void> generateImage() {
    throw new NotImplementedException();
  }
}

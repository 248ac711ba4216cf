package com.quaily.resource.delivery;

import com.quaily.resource.access.Access;
import com.quaily.resource.api.ApiResponse;
import com.quaily.resource.api.NotImplemented;
import com.quaily.resource.api.NotImplementedException;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Sends a post to subscribers and other services. */
@SuppressWarnings("DoNotCallSuggester") // Existing clients call it and handle the error.
@Path("/lists/{list}/posts/{post}/deliver")
@NotImplemented
public final class PostDeliveryResource {

  @Access(Access.Level.COOPERATOR)
  @Operation(summary = "Send a post to subscribers and to other services")
  @PUT
  public ApiResponse<Void> deliver(@PathParam("list") String list, @PathParam("post") String post) {
    throw new NotImplementedException();
  }
}

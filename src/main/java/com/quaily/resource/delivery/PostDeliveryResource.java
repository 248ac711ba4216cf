package com.quaily.resource.delivery;

import com.quaily.resource.access.Access;
import com.quaily.resource.api.Answer;
import com.quaily.resource.api.Planned;
import com.quaily.resource.api.PlannedException;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Sends a post on its way to subscribers and other services. */
@SuppressWarnings("DoNotCallSuggester") // Called by clients, who are told what the failure means.
@Path("/lists/{list}/posts/{post}/deliver")
@Planned
public final class PostDeliveryResource {

  @Access(Access.Level.COOPERATOR)
  @Operation(summary = "Sends a post to subscribers and channels of other services")
  @PUT
  public Answer<Void> deliver(@PathParam("list") String list, @PathParam("post") String post) {
    throw new PlannedException();
  }
}

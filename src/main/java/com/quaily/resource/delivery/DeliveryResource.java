package com.quaily.resource.delivery;

import com.quaily.resource.access.Access;
import com.quaily.resource.api.ApiResponse;
import com.quaily.resource.api.NotImplemented;
import com.quaily.resource.api.NotImplementedException;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Deliveries of posts to subscribers and other services. */
@SuppressWarnings("DoNotCallSuggester") // Existing clients call it and handle the error.
@Path("/lists/{list}/delivery")
@NotImplemented
public final class DeliveryResource {

  @Access(Access.Level.COOPERATOR)
  @Operation(summary = "List a channel's deliveries, newest first")
  @GET
  public ApiResponse<Void> list(@PathParam("list") String list) {
    throw new NotImplementedException();
  }

  @Access(Access.Level.COOPERATOR)
  @Operation(summary = "Get a delivery and its progress")
  @GET
  @Path("/{task}")
  public ApiResponse<Void> get(@PathParam("list") String list, @PathParam("task") String task) {
    throw new NotImplementedException();
  }

  @Access(Access.Level.COOPERATOR)
  @Operation(summary = "Update the time and recipients of a delivery")
  @PUT
  @Path("/{task}")
  public ApiResponse<Void> update(@PathParam("list") String list, @PathParam("task") String task) {
    throw new NotImplementedException();
  }

  @Access(Access.Level.COOPERATOR)
  @Operation(summary = "Cancel a delivery that has not started")
  @PUT
  @Path("/{task}/cancel")
  public ApiResponse<Void> cancel(@PathParam("list") String list, @PathParam("task") String task) {
    throw new NotImplementedException();
  }

  @Access(Access.Level.COOPERATOR)
  @Operation(summary = "Get the result of each email of a delivery as CSV")
  @GET
  @Path("/{task}/report")
  public ApiResponse<Void> report(@PathParam("list") String list, @PathParam("task") String task) {
    throw new NotImplementedException();
  }
}

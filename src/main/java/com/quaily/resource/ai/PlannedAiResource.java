package com.quaily.resource.ai;

import com.quaily.resource.access.Access;
import com.quaily.resource.api.ApiResponse;
import com.quaily.resource.api.NotImplemented;
import com.quaily.resource.api.NotImplementedException;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** AI endpoints whose place is kept; they return 501 with an error code. */
@SuppressWarnings("DoNotCallSuggester") // Existing clients call it and handle the error.
@Path("/")
@NotImplemented
public final class PlannedAiResource {

  @Access(Access.Level.SERVICE)
  @Operation(summary = "Order texts by how well they answer a question")
  @POST
  @Path("rerank")
  public ApiResponse<Void> rerank() {
    throw new NotImplementedException();
  }

  @Access(Access.Level.SERVICE)
  @Operation(summary = "Sort a text into classes")
  @POST
  @Path("classify")
  public ApiResponse<Void> classify() {
    throw new NotImplementedException();
  }

  @Access(Access.Level.SERVICE)
  @Operation(summary = "Make an image from a description")
  @POST
  @Path("images/generations")
  public ApiResponse<Void> images() {
    throw new NotImplementedException();
  }

  @Access(Access.Level.SERVICE)
  @Operation(summary = "Check the facts of a text")
  @POST
  @Path("agents/factcheck")
  public ApiResponse<Void> factCheck() {
    throw new NotImplementedException();
  }
}

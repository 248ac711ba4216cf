package com.quaily.resource.subscription;

import com.quaily.model.Caller;
import com.quaily.model.oauth.Scope;
import com.quaily.model.subscription.NewSubscriber;
import com.quaily.resource.access.Access;
import com.quaily.resource.api.ApiResponse;
import com.quaily.resource.api.RequestBodies;
import com.quaily.service.subscription.SubscriberImport;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import java.util.List;

/** Imports subscribers. */
@Path("/auxilia/subscriptions")
public final class SubscriberImportResource {

  private final SubscriberImport memberImport;

  public SubscriberImportResource(SubscriberImport memberImport) {
    this.memberImport = memberImport;
  }

  @Access(value = Access.Level.OWNER, scope = Scope.SUBSCRIBER_FULL)
  @Operation(summary = "Subscribe up to 10,000 addresses; returns the number of new subscribers")
  @POST
  @Path("/{list}/members/add")
  public ApiResponse<Integer> add(
      @Context Caller caller, @PathParam("list") String list, MembersRequest body) {
    return ApiResponse.of(memberImport.add(caller, list, RequestBodies.require(body).members()));
  }

  /** Body of {@code POST …/members/add}. */
  public record MembersRequest(List<NewSubscriber> members) {}
}

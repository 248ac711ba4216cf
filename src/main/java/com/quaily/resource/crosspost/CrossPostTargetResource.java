package com.quaily.resource.crosspost;

import com.quaily.model.Caller;
import com.quaily.model.crosspost.CrossPostTarget;
import com.quaily.model.crosspost.Drift;
import com.quaily.model.oauth.Scope;
import com.quaily.resource.access.Access;
import com.quaily.resource.api.ApiResponse;
import com.quaily.resource.api.RequestBodies;
import com.quaily.service.crosspost.CrossPostReview;
import com.quaily.service.crosspost.CrossPostTargets;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import java.util.List;

/** Where translations of a channel's posts go, and which of its own are behind. */
@Path("/lists")
public final class CrossPostTargetResource {

  private final CrossPostTargets targets;
  private final CrossPostReview review;

  public CrossPostTargetResource(CrossPostTargets targets, CrossPostReview review) {
    this.targets = targets;
    this.review = review;
  }

  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(summary = "List the channels that get translations of this channel's posts")
  @GET
  @Path("/{list}/cross-post-targets")
  public ApiResponse<List<CrossPostTarget>> list(
      @Context Caller caller, @PathParam("list") String list) {
    return ApiResponse.of(targets.list(caller, list));
  }

  @Access(Access.Level.OWNER)
  @Operation(summary = "Replace the channels that get translations of this channel's posts")
  @PUT
  @Path("/{list}/cross-post-targets")
  public ApiResponse<List<CrossPostTarget>> replace(
      @Context Caller caller, @PathParam("list") String list, TargetsRequest body) {
    return ApiResponse.of(targets.replace(caller, list, RequestBodies.require(body).targets()));
  }

  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(summary = "List the translations in this channel whose originals have changed since")
  @GET
  @Path("/{list}/drifts")
  public ApiResponse<List<Drift>> drifts(@Context Caller caller, @PathParam("list") String list) {
    return ApiResponse.of(review.drifts(caller, list));
  }

  /**
   * Targets of a channel.
   *
   * @param targets other channels of the same owner, each with a language of its own
   */
  public record TargetsRequest(List<CrossPostTarget> targets) {}
}

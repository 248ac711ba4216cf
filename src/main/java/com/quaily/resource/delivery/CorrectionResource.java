package com.quaily.resource.delivery;

import com.quaily.model.Caller;
import com.quaily.model.channel.Channel;
import com.quaily.model.oauth.Scope;
import com.quaily.resource.access.Access;
import com.quaily.resource.access.RateLimited;
import com.quaily.resource.api.ApiResponse;
import com.quaily.resource.api.RequestBodies;
import com.quaily.service.delivery.PostCorrections;
import com.quaily.service.delivery.PostCorrections.Wish;
import com.quaily.service.post.PostQueries;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;

/** Tells readers of a change of a post that was sent. */
@Path("/lists/{list}/posts/{post}/corrections")
public final class CorrectionResource {

  private final PostCorrections corrections;
  private final PostQueries postQueries;

  public CorrectionResource(PostCorrections corrections, PostQueries postQueries) {
    this.corrections = corrections;
    this.postQueries = postQueries;
  }

  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(summary = "Count the readers who have a version from before the last visible change")
  @GET
  public ApiResponse<EarlierReadersView> count(
      @Context Caller caller, @PathParam("list") String list, @PathParam("post") String post) {
    Channel channel = postQueries.channel(list);
    return ApiResponse.of(
        new EarlierReadersView(corrections.countEarlierReaders(caller, channel, post)));
  }

  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @RateLimited(name = "correction")
  @Operation(
      summary = "Mark a dated correction on page and feed, and mail it to those with an older one")
  @POST
  public ApiResponse<CorrectionView> correct(
      @Context Caller caller,
      @PathParam("list") String list,
      @PathParam("post") String post,
      CorrectionRequest body) {
    CorrectionRequest wish = RequestBodies.require(body);
    int mailed =
        corrections.correct(
            caller,
            postQueries.channel(list),
            post,
            new Wish(wish.note(), wish.mark(), wish.mail()));
    return ApiResponse.of(new CorrectionView(mailed));
  }

  /** Who has an older version. */
  public record EarlierReadersView(long readers) {}

  /** How many readers get an email. */
  public record CorrectionView(int mailed) {}

  /**
   * What to do about a change.
   *
   * @param note what changed, on one line
   * @param mark whether page and feed show it
   * @param mail whether those get the new version who got an older one
   */
  public record CorrectionRequest(String note, boolean mark, boolean mail) {}
}

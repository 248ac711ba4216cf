package com.quaily.resource.tweet;

import com.quaily.model.Caller;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.model.oauth.Scope;
import com.quaily.model.tweet.Tweet;
import com.quaily.resource.access.Access;
import com.quaily.resource.access.RateLimited;
import com.quaily.resource.api.ApiResponse;
import com.quaily.resource.api.PaginationParams;
import com.quaily.resource.api.RequestBodies;
import com.quaily.resource.view.SliceView;
import com.quaily.resource.view.TweetView;
import com.quaily.resource.view.TweetViews;
import com.quaily.service.tweet.TweetQueries;
import com.quaily.service.tweet.TweetService;
import com.quaily.service.tweet.TweetService.NewTweet;
import com.quaily.service.tweet.TweetService.TweetChange;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.util.List;
import java.util.Optional;

/** Tweets, the short notes of a channel. */
@Path("/tweets")
public final class TweetResource {

  private final TweetService tweetService;
  private final TweetQueries tweetQueries;
  private final TweetViews tweetViews;

  public TweetResource(
      TweetService tweetService, TweetQueries tweetQueries, TweetViews tweetViews) {
    this.tweetService = tweetService;
    this.tweetQueries = tweetQueries;
    this.tweetViews = tweetViews;
  }

  @Access(Access.Level.ANYBODY)
  @Operation(
      summary = "List a channel's tweets, newest first; public omits those for paying subscribers")
  @GET
  public ApiResponse<SliceView<TweetView>> list(
      @Context Optional<Caller> caller,
      @QueryParam("list") String list,
      @QueryParam("public") String open,
      @BeanParam PaginationParams slice) {
    return ApiResponse.of(
        SliceView.of(
            tweetQueries.list(
                caller,
                requireList(list),
                PaginationParams.flag(open),
                slice.offset(),
                slice.limit()),
            tweetViews::view));
  }

  @Access(Access.Level.ANYBODY)
  @Operation(summary = "List a channel's pinned tweets, newest first")
  @GET
  @Path("/pinned")
  public ApiResponse<List<TweetView>> pinned(
      @Context Optional<Caller> caller, @QueryParam("list") String list) {
    return ApiResponse.of(
        tweetQueries.pinned(caller, requireList(list)).stream().map(tweetViews::view).toList());
  }

  private static String requireList(String list) {
    if (list == null) {
      throw new InvalidException(ErrorCode.MISSING_FIELD, "list", "an id or slug is required");
    }
    return list;
  }

  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(summary = "Create a tweet")
  @POST
  @RateLimited(name = "tweet", perHour = 300, atOnce = 60)
  public ApiResponse<TweetView> create(
      @Context Caller caller, @QueryParam("list") String list, TweetRequest body) {
    TweetRequest request = RequestBodies.require(body);
    return show(
        caller,
        tweetService.create(
            caller,
            requireList(list),
            new NewTweet(
                request.text(),
                Boolean.TRUE.equals(request.isPremium()),
                request.tags() == null ? List.of() : request.tags())));
  }

  @Access(Access.Level.ANYBODY)
  @Operation(summary = "Get a tweet; masked for callers who may not read it")
  @GET
  @Path("/{tweet}")
  public ApiResponse<TweetView> get(
      @Context Optional<Caller> caller, @PathParam("tweet") String tweet) {
    return ApiResponse.of(tweetViews.view(tweetQueries.get(caller, tweet)));
  }

  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(summary = "Update a tweet; omitted fields keep their values")
  @PUT
  @Path("/{tweet}")
  public ApiResponse<TweetView> update(
      @Context Caller caller, @PathParam("tweet") String tweet, TweetRequest body) {
    TweetRequest request = RequestBodies.require(body);
    return show(
        caller,
        tweetService.update(
            caller, tweet, new TweetChange(request.text(), request.isPremium(), request.tags())));
  }

  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(summary = "Delete a tweet and its replies")
  @DELETE
  @Path("/{tweet}")
  public ApiResponse<Void> delete(@Context Caller caller, @PathParam("tweet") String tweet) {
    tweetService.delete(caller, tweet);
    return ApiResponse.done();
  }

  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(summary = "Pin a tweet")
  @PUT
  @Path("/{tweet}/pin")
  public ApiResponse<TweetView> pin(@Context Caller caller, @PathParam("tweet") String tweet) {
    return show(caller, tweetService.pin(caller, tweet, true));
  }

  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(summary = "Unpin a tweet")
  @DELETE
  @Path("/{tweet}/unpin")
  public ApiResponse<TweetView> unpin(@Context Caller caller, @PathParam("tweet") String tweet) {
    return show(caller, tweetService.pin(caller, tweet, false));
  }

  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(
      summary =
          "Restrict a tweet to paying subscribers, or lift the restriction with enabled=false")
  @PUT
  @Path("/{tweet}/premium")
  public ApiResponse<TweetView> makePremium(
      @Context Caller caller, @PathParam("tweet") String tweet, PremiumRequest body) {
    boolean premium = body == null || !Boolean.FALSE.equals(body.premium());
    return show(caller, tweetService.update(caller, tweet, TweetChange.ofPremium(premium)));
  }

  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(summary = "Make a tweet public")
  @DELETE
  @Path("/{tweet}/premium")
  public ApiResponse<TweetView> makeOpen(@Context Caller caller, @PathParam("tweet") String tweet) {
    return show(caller, tweetService.update(caller, tweet, TweetChange.ofPremium(false)));
  }

  @Access(value = Access.Level.ANY_CALLER, scope = Scope.POST_WRITE)
  @Operation(summary = "Set the caller's reaction, or remove it if it is the same")
  @POST
  @Path("/{tweet}/reactions")
  @RateLimited(name = "reaction")
  public ApiResponse<TweetView> react(
      @Context Caller caller, @PathParam("tweet") String tweet, TweetReactionRequest body) {
    TweetReactionRequest request = RequestBodies.require(body);
    return show(caller, tweetService.react(caller, tweet, request.emoji(), request.code()));
  }

  private ApiResponse<TweetView> show(Caller caller, Tweet tweet) {
    return ApiResponse.of(tweetViews.view(tweetQueries.show(Optional.of(caller), tweet)));
  }

  /** Body of {@code POST /tweets} and {@code PUT /tweets/:id}. */
  public record TweetRequest(String text, Boolean isPremium, List<String> tags) {}

  /** Body of {@code PUT /tweets/:id/premium}. */
  public record PremiumRequest(Boolean premium) {}

  /** Body of {@code POST /tweets/:id/reactions}. */
  public record TweetReactionRequest(String emoji, Integer code) {}
}

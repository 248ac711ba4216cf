package com.quaily.resource.tweet;

import com.quaily.model.Caller;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.model.oauth.Scope;
import com.quaily.model.tweet.Tweet;
import com.quaily.resource.access.Access;
import com.quaily.resource.access.Callers;
import com.quaily.resource.access.RateLimited;
import com.quaily.resource.api.Answer;
import com.quaily.resource.api.Bodies;
import com.quaily.resource.api.SliceParams;
import com.quaily.resource.view.SliceView;
import com.quaily.resource.view.TweetView;
import com.quaily.resource.view.TweetViews;
import com.quaily.service.tweet.TweetReading;
import com.quaily.service.tweet.TweetService;
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
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;

/** Tweets: the short notes of a channel. */
@Path("/tweets")
public final class TweetResource {

  private final TweetService tweetService;
  private final TweetReading tweetReading;
  private final TweetViews tweetViews;

  public TweetResource(
      TweetService tweetService, TweetReading tweetReading, TweetViews tweetViews) {
    this.tweetService = tweetService;
    this.tweetReading = tweetReading;
    this.tweetViews = tweetViews;
  }

  /** The tweets of a channel, the newest first; with {@code public} only those all may read. */
  @Access(Access.Level.ANYBODY)
  @Operation(summary = "The tweets of a list, the newest first; public leaves out premium ones")
  @GET
  public Answer<SliceView<TweetView>> list(
      @Context SecurityContext security,
      @QueryParam("list") String list,
      @QueryParam("public") String open,
      @BeanParam SliceParams slice) {
    return Answer.of(
        SliceView.of(
            tweetReading.list(
                Callers.of(security),
                requireList(list),
                SliceParams.flag(open),
                slice.offset(),
                slice.limit()),
            tweetViews::view));
  }

  /** The pinned tweets of a channel, the newest first. */
  @Access(Access.Level.ANYBODY)
  @Operation(summary = "The pinned tweets of a list, the newest first")
  @GET
  @Path("/pinned")
  public Answer<List<TweetView>> pinned(
      @Context SecurityContext security, @QueryParam("list") String list) {
    return Answer.of(
        tweetReading.pinned(Callers.of(security), requireList(list)).stream()
            .map(tweetViews::view)
            .toList());
  }

  private static String requireList(String list) {
    if (list == null) {
      throw new InvalidException(ErrorCode.MISSING_FIELD, "list", "an id or slug is needed");
    }
    return list;
  }

  /** Writes a tweet. */
  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(summary = "Writes a tweet")
  @POST
  @RateLimited(name = "tweet", perHour = 300, atOnce = 60)
  public Answer<TweetView> create(
      @Context SecurityContext security, @QueryParam("list") String list, TweetRequest body) {
    TweetRequest request = Bodies.require(body);
    return show(
        security,
        tweetService.create(
            Callers.require(security),
            requireList(list),
            request.text(),
            Boolean.TRUE.equals(request.isPremium())));
  }

  /** A tweet; masked when only premium subscribers may read it and the caller is none. */
  @Access(Access.Level.ANYBODY)
  @Operation(summary = "A tweet; masked for who may not read it")
  @GET
  @Path("/{tweet}")
  public Answer<TweetView> get(
      @Context SecurityContext security, @PathParam("tweet") String tweet) {
    return Answer.of(tweetViews.view(tweetReading.get(Callers.of(security), tweet)));
  }

  /** Changes a tweet; what is left out stays. */
  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(summary = "Changes a tweet; what is left out stays")
  @PUT
  @Path("/{tweet}")
  public Answer<TweetView> update(
      @Context SecurityContext security, @PathParam("tweet") String tweet, TweetRequest body) {
    TweetRequest request = Bodies.require(body);
    return show(
        security,
        tweetService.update(Callers.require(security), tweet, request.text(), request.isPremium()));
  }

  /** Deletes a tweet with its replies. */
  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(summary = "Deletes a tweet with its replies")
  @DELETE
  @Path("/{tweet}")
  public Answer<Void> delete(@Context SecurityContext security, @PathParam("tweet") String tweet) {
    tweetService.delete(Callers.require(security), tweet);
    return Answer.done();
  }

  /** Puts a tweet before all others. */
  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(summary = "Puts a tweet before all others")
  @PUT
  @Path("/{tweet}/pin")
  public Answer<TweetView> pin(
      @Context SecurityContext security, @PathParam("tweet") String tweet) {
    return show(security, tweetService.pin(Callers.require(security), tweet, true));
  }

  /** Puts a tweet back among the others. */
  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(summary = "Puts a tweet back among the others")
  @DELETE
  @Path("/{tweet}/unpin")
  public Answer<TweetView> unpin(
      @Context SecurityContext security, @PathParam("tweet") String tweet) {
    return show(security, tweetService.pin(Callers.require(security), tweet, false));
  }

  /** Keeps a tweet for premium subscribers, unless the body says otherwise. */
  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(summary = "Keeps a tweet for premium subscribers, unless the body says otherwise")
  @PUT
  @Path("/{tweet}/premium")
  public Answer<TweetView> makePremium(
      @Context SecurityContext security, @PathParam("tweet") String tweet, PremiumRequest body) {
    boolean premium = body == null || !Boolean.FALSE.equals(body.premium());
    return show(security, tweetService.update(Callers.require(security), tweet, null, premium));
  }

  /** Lets everybody read a tweet. */
  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(summary = "Lets everybody read a tweet")
  @DELETE
  @Path("/{tweet}/premium")
  public Answer<TweetView> makeOpen(
      @Context SecurityContext security, @PathParam("tweet") String tweet) {
    return show(security, tweetService.update(Callers.require(security), tweet, null, false));
  }

  /** Sets the caller's reaction, or takes it back when it is this one already. */
  @Access(value = Access.Level.ANY_CALLER, scope = Scope.POST_WRITE)
  @Operation(summary = "Sets the caller's reaction, or takes the same one back")
  @POST
  @Path("/{tweet}/reactions")
  @RateLimited(name = "reaction")
  public Answer<TweetView> react(
      @Context SecurityContext security, @PathParam("tweet") String tweet, ReactionRequest body) {
    ReactionRequest request = Bodies.require(body);
    return show(
        security,
        tweetService.react(Callers.require(security), tweet, request.emoji(), request.code()));
  }

  private Answer<TweetView> show(SecurityContext security, Tweet tweet) {
    Optional<Caller> caller = Callers.of(security);
    return Answer.of(tweetViews.view(tweetReading.show(caller, tweet)));
  }

  /** Body of {@code POST /tweets} and {@code PUT /tweets/:id}. */
  public record TweetRequest(String text, Boolean isPremium) {}

  /** Body of {@code PUT /tweets/:id/premium}. */
  public record PremiumRequest(Boolean premium) {}

  /** Body of {@code POST /tweets/:id/reactions}. */
  public record ReactionRequest(String emoji, Integer code) {}
}

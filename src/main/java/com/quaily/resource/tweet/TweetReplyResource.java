package com.quaily.resource.tweet;

import com.quaily.model.Caller;
import com.quaily.model.oauth.Scope;
import com.quaily.model.tweet.TweetReply;
import com.quaily.resource.access.Access;
import com.quaily.resource.access.RateLimited;
import com.quaily.resource.api.ApiResponse;
import com.quaily.resource.api.PaginationParams;
import com.quaily.resource.api.RequestBodies;
import com.quaily.resource.view.SliceView;
import com.quaily.resource.view.TweetView.TweetReplyView;
import com.quaily.resource.view.TweetViews;
import com.quaily.service.tweet.TweetQueries;
import com.quaily.service.tweet.TweetReplies;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import java.util.Optional;

/** Replies to tweets. */
@Path("/tweets")
public final class TweetReplyResource {

  private final TweetReplies tweetReplies;
  private final TweetQueries tweetQueries;
  private final TweetViews tweetViews;

  public TweetReplyResource(
      TweetReplies tweetReplies, TweetQueries tweetQueries, TweetViews tweetViews) {
    this.tweetReplies = tweetReplies;
    this.tweetQueries = tweetQueries;
    this.tweetViews = tweetViews;
  }

  @Access(Access.Level.ANYBODY)
  @Operation(summary = "List the replies to a tweet, newest first")
  @GET
  @Path("/{tweet}/replies")
  public ApiResponse<SliceView<TweetReplyView>> list(
      @Context Optional<Caller> caller,
      @PathParam("tweet") String tweet,
      @BeanParam PaginationParams slice) {
    return ApiResponse.of(
        SliceView.of(
            tweetQueries.replies(caller, tweet, slice.offset(), slice.limit()), tweetViews::reply));
  }

  @Access(value = Access.Level.ANY_CALLER, scope = Scope.POST_WRITE)
  @Operation(summary = "Reply to a tweet or to another reply")
  @POST
  @Path("/{tweet}/replies")
  @RateLimited(name = "reply", perHour = 120, atOnce = 30)
  public ApiResponse<TweetReplyView> create(
      @Context Caller caller, @PathParam("tweet") String tweet, ReplyRequest body) {
    ReplyRequest request = RequestBodies.require(body);
    TweetReply reply = tweetReplies.create(caller, tweet, request.replyId(), request.text());
    return ApiResponse.of(
        tweetViews.reply(tweetQueries.show(reply), tweetQueries.get(Optional.of(caller), tweet)));
  }

  @Access(value = Access.Level.ANY_CALLER, scope = Scope.POST_WRITE)
  @Operation(summary = "Delete a reply by the caller or to a tweet in their channel")
  @DELETE
  @Path("/{tweet}/replies/{reply}")
  public ApiResponse<Void> delete(
      @Context Caller caller, @PathParam("tweet") String tweet, @PathParam("reply") String reply) {
    tweetReplies.delete(caller, tweet, reply);
    return ApiResponse.done();
  }

  /** Body of {@code POST /tweets/:id/replies}. */
  public record ReplyRequest(Long replyId, String text) {}
}

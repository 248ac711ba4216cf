package com.quaily.resource.delivery;

import com.quaily.model.Caller;
import com.quaily.model.channel.Channel;
import com.quaily.model.oauth.Scope;
import com.quaily.page.template.PageLanguage;
import com.quaily.resource.access.Access;
import com.quaily.resource.api.ApiResponse;
import com.quaily.resource.api.RequestTimes;
import com.quaily.resource.view.PostView;
import com.quaily.resource.view.PostViews;
import com.quaily.service.delivery.DeliveryService;
import com.quaily.service.post.PostQueries;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import java.util.List;

/** Sends a post to subscribers and other services. */
@Path("/lists/{list}/posts/{post}/deliver")
public final class PostDeliveryResource {

  private final DeliveryService deliveries;
  private final PostQueries postQueries;
  private final PostViews postViews;

  public PostDeliveryResource(
      DeliveryService deliveries, PostQueries postQueries, PostViews postViews) {
    this.deliveries = deliveries;
    this.postQueries = postQueries;
    this.postViews = postViews;
  }

  /** Without a body, the post goes to everything that is switched on, at once. */
  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(
      summary = "Send a post to subscribers and to other services; a draft is published first")
  @PUT
  public ApiResponse<PostView> deliver(
      @Context Caller caller,
      @PathParam("list") String list,
      @PathParam("post") String post,
      DeliveryRequest body) {
    Channel channel = postQueries.channel(list);
    DeliveryRequest request = body == null ? new DeliveryRequest(null, null, null) : body;
    return ApiResponse.of(
        postViews.whole(
            channel,
            deliveries.deliver(
                caller,
                channel,
                post,
                new DeliveryService.Request(
                    request.channels(),
                    RequestTimes.parse(
                        "scheduled_at", request.scheduledAt(), PageLanguage.zone(channel)),
                    Boolean.TRUE.equals(request.again())))));
  }

  /**
   * Body of {@code PUT …/deliver}.
   *
   * @param channels email and the names of other services; empty = all that are switched on
   * @param scheduledAt RFC 3339; empty = at once
   * @param again whether a post that was already sent is sent again
   */
  public record DeliveryRequest(List<String> channels, String scheduledAt, Boolean again) {}
}

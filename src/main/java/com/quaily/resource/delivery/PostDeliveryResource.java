package com.quaily.resource.delivery;

import com.quaily.model.Caller;
import com.quaily.model.Language;
import com.quaily.model.channel.Channel;
import com.quaily.model.oauth.Scope;
import com.quaily.page.template.PageLanguage;
import com.quaily.resource.access.Access;
import com.quaily.resource.access.RateLimited;
import com.quaily.resource.api.ApiResponse;
import com.quaily.resource.api.RequestTimes;
import com.quaily.resource.view.MailPreviewView;
import com.quaily.resource.view.PostView;
import com.quaily.resource.view.PostViews;
import com.quaily.service.delivery.DeliveryPreview;
import com.quaily.service.delivery.DeliveryService;
import com.quaily.service.post.PostQueries;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.util.List;

/** Sends a post to subscribers and other services. */
@Path("/lists/{list}/posts/{post}")
public final class PostDeliveryResource {

  private final DeliveryService deliveries;
  private final DeliveryPreview preview;
  private final PostQueries postQueries;
  private final PostViews postViews;

  public PostDeliveryResource(
      DeliveryService deliveries,
      DeliveryPreview preview,
      PostQueries postQueries,
      PostViews postViews) {
    this.deliveries = deliveries;
    this.preview = preview;
    this.postQueries = postQueries;
    this.postViews = postViews;
  }

  /** Without a body, the post goes to everything that is switched on, at once. */
  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(summary = "Send a post to subscribers and to other services; a draft is published first")
  @PUT
  @Path("/deliver")
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

  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(summary = "Get the email of a post as its readers would get it")
  @GET
  @Path("/mail")
  public ApiResponse<MailPreviewView> mail(
      @Context Caller caller,
      @PathParam("list") String list,
      @PathParam("post") String post,
      @QueryParam("lang") String lang,
      @QueryParam("premium") boolean premium) {
    Channel channel = postQueries.channel(list);
    Language language = lang == null || lang.isEmpty() ? null : Language.of(lang);
    return ApiResponse.of(
        MailPreviewView.of(preview.mail(caller, channel, post, language, premium)));
  }

  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(summary = "Email a post to oneself, as its readers would get it")
  @POST
  @Path("/mail/test")
  @RateLimited(name = "test-mail", perHour = 60, atOnce = 10)
  public ApiResponse<TestMailView> test(
      @Context Caller caller,
      @PathParam("list") String list,
      @PathParam("post") String post,
      @QueryParam("premium") boolean premium) {
    Channel channel = postQueries.channel(list);
    return ApiResponse.of(new TestMailView(preview.test(caller, channel, post, premium)));
  }

  /**
   * Body of {@code PUT …/deliver}.
   *
   * @param channels email and the names of other services; empty = all that are switched on
   * @param scheduledAt RFC 3339; empty = at once
   * @param again whether a post that was already sent is sent again
   */
  public record DeliveryRequest(List<String> channels, String scheduledAt, Boolean again) {}

  /** Where a test went. */
  public record TestMailView(String email) {}
}

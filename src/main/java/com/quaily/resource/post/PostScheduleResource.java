package com.quaily.resource.post;

import com.quaily.model.Caller;
import com.quaily.model.channel.Channel;
import com.quaily.model.oauth.Scope;
import com.quaily.page.template.PageLanguage;
import com.quaily.resource.access.Access;
import com.quaily.resource.api.ApiResponse;
import com.quaily.resource.api.RequestBodies;
import com.quaily.resource.api.RequestTimes;
import com.quaily.resource.view.PostView;
import com.quaily.resource.view.PostViews;
import com.quaily.service.post.PostQueries;
import com.quaily.service.post.PostSchedule;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;

/** The time at which a draft will be published. */
@Path("/lists/{list}/posts/{post}/schedule")
public final class PostScheduleResource {

  private final PostSchedule schedule;
  private final PostQueries postQueries;
  private final PostViews postViews;

  public PostScheduleResource(PostSchedule schedule, PostQueries postQueries, PostViews postViews) {
    this.schedule = schedule;
    this.postQueries = postQueries;
    this.postViews = postViews;
  }

  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(summary = "Schedule the publication of a draft, or change its time")
  @POST
  public ApiResponse<PostView> schedule(
      @Context Caller caller,
      @PathParam("list") String list,
      @PathParam("post") String post,
      ScheduleRequest body) {
    String time = RequestBodies.require(body).publishAt();
    Channel channel = postQueries.channel(list);
    return ApiResponse.of(
        postViews.whole(
            channel,
            schedule.schedule(
                caller,
                channel,
                post,
                RequestTimes.parse("publish_at", time, PageLanguage.zone(channel)))));
  }

  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(summary = "Cancel the scheduled publication of a draft")
  @DELETE
  public ApiResponse<PostView> cancel(
      @Context Caller caller, @PathParam("list") String list, @PathParam("post") String post) {
    Channel channel = postQueries.channel(list);
    return ApiResponse.of(postViews.whole(channel, schedule.cancel(caller, channel, post)));
  }

  /**
   * A scheduled publication.
   *
   * @param publishAt RFC 3339; in the future, at most 5 years ahead
   */
  public record ScheduleRequest(String publishAt) {}
}

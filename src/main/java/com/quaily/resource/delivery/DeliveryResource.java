package com.quaily.resource.delivery;

import com.quaily.model.Caller;
import com.quaily.model.channel.Channel;
import com.quaily.model.delivery.DeliveryProgress;
import com.quaily.model.oauth.Scope;
import com.quaily.page.template.PageLanguage;
import com.quaily.resource.access.Access;
import com.quaily.resource.api.ApiResponse;
import com.quaily.resource.api.PaginationParams;
import com.quaily.resource.api.RequestTimes;
import com.quaily.resource.view.AudienceView;
import com.quaily.resource.view.DeliveryTaskView;
import com.quaily.resource.view.DeliveryViews;
import com.quaily.resource.view.SliceView;
import com.quaily.service.delivery.DeliveryControl;
import com.quaily.service.delivery.DeliveryService;
import com.quaily.service.delivery.DeliveryTasks;
import com.quaily.service.post.PostQueries;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import java.util.List;

/** Deliveries of posts to subscribers and other services. */
@Path("/lists/{list}/delivery")
public final class DeliveryResource {

  private final DeliveryTasks tasks;
  private final DeliveryControl control;
  private final DeliveryService deliveries;
  private final PostQueries postQueries;
  private final DeliveryViews views;

  public DeliveryResource(
      DeliveryTasks tasks,
      DeliveryControl control,
      DeliveryService deliveries,
      PostQueries postQueries,
      DeliveryViews views) {
    this.tasks = tasks;
    this.control = control;
    this.deliveries = deliveries;
    this.postQueries = postQueries;
    this.views = views;
  }

  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(summary = "List a channel's deliveries, newest first")
  @GET
  public ApiResponse<SliceView<DeliveryTaskView>> list(
      @Context Caller caller, @PathParam("list") String list, @BeanParam PaginationParams slice) {
    return ApiResponse.of(
        SliceView.ofAll(
            tasks.list(caller, postQueries.channel(list), slice.offset(), slice.limit()),
            views::inList));
  }

  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(summary = "Count whom a delivery of the channel would reach now")
  @GET
  @Path("/audience")
  public ApiResponse<AudienceView> audience(
      @Context Caller caller, @PathParam("list") String list) {
    return ApiResponse.of(AudienceView.of(deliveries.audience(caller, postQueries.channel(list))));
  }

  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(summary = "Get a delivery and its progress")
  @GET
  @Path("/{task}")
  public ApiResponse<DeliveryTaskView> get(
      @Context Caller caller, @PathParam("list") String list, @PathParam("task") String task) {
    Channel channel = postQueries.channel(list);
    return show(channel, tasks.get(caller, channel, task));
  }

  /** Fields that are not given keep their values. */
  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(summary = "Update the time and targets of a scheduled delivery")
  @PUT
  @Path("/{task}")
  public ApiResponse<DeliveryTaskView> update(
      @Context Caller caller,
      @PathParam("list") String list,
      @PathParam("task") String task,
      DeliveryUpdateRequest body) {
    Channel channel = postQueries.channel(list);
    DeliveryUpdateRequest request = body == null ? new DeliveryUpdateRequest(null, null) : body;
    return show(
        channel,
        control.update(
            caller,
            channel,
            task,
            request.channels(),
            RequestTimes.parse("scheduled_at", request.scheduledAt(), PageLanguage.zone(channel))));
  }

  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(summary = "Cancel a delivery; what is not sent yet stays unsent")
  @PUT
  @Path("/{task}/cancel")
  public ApiResponse<DeliveryTaskView> cancel(
      @Context Caller caller, @PathParam("list") String list, @PathParam("task") String task) {
    Channel channel = postQueries.channel(list);
    return show(channel, control.cancel(caller, channel, task));
  }

  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(summary = "Pause a delivery that is being sent")
  @PUT
  @Path("/{task}/pause")
  public ApiResponse<DeliveryTaskView> pause(
      @Context Caller caller, @PathParam("list") String list, @PathParam("task") String task) {
    Channel channel = postQueries.channel(list);
    return show(channel, control.pause(caller, channel, task));
  }

  @Access(value = Access.Level.COOPERATOR, scope = Scope.POST_WRITE)
  @Operation(summary = "Resume a paused delivery")
  @PUT
  @Path("/{task}/resume")
  public ApiResponse<DeliveryTaskView> resume(
      @Context Caller caller, @PathParam("list") String list, @PathParam("task") String task) {
    Channel channel = postQueries.channel(list);
    return show(channel, control.resume(caller, channel, task));
  }

  private ApiResponse<DeliveryTaskView> show(Channel channel, DeliveryProgress delivery) {
    return ApiResponse.of(views.whole(channel, delivery));
  }

  /**
   * Body of {@code PUT …/delivery/:task}.
   *
   * @param channels email and the names of other services
   * @param scheduledAt RFC 3339
   */
  public record DeliveryUpdateRequest(List<String> channels, String scheduledAt) {}
}

package com.quaily.resource.delivery;

import com.quaily.model.Caller;
import com.quaily.model.channel.Channel;
import com.quaily.model.delivery.DeliveryTask;
import com.quaily.model.delivery.MessageState;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.model.oauth.Scope;
import com.quaily.resource.access.Access;
import com.quaily.resource.api.ApiResponse;
import com.quaily.resource.api.PaginationParams;
import com.quaily.resource.view.DeliveryRecipientView;
import com.quaily.resource.view.DomainCountView;
import com.quaily.resource.view.SliceView;
import com.quaily.service.delivery.DeliveryReport;
import com.quaily.service.delivery.DeliveryTasks;
import com.quaily.service.post.PostQueries;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Arrays;
import java.util.List;

/** What became of each email of a delivery. */
@Path("/lists/{list}/delivery")
public final class DeliveryReportResource {

  private static final String CSV = "text/csv; charset=utf-8";

  private final DeliveryTasks tasks;
  private final DeliveryReport report;
  private final PostQueries postQueries;

  public DeliveryReportResource(
      DeliveryTasks tasks, DeliveryReport report, PostQueries postQueries) {
    this.tasks = tasks;
    this.report = report;
    this.postQueries = postQueries;
  }

  @Access(value = Access.Level.COOPERATOR, scope = Scope.SUBSCRIBER_FULL)
  @Operation(summary = "Get the result of each email of a delivery as CSV")
  @GET
  @Path("/{task}/report")
  @Produces(CSV)
  public Response report(
      @Context Caller caller, @PathParam("list") String list, @PathParam("task") String key) {
    DeliveryTask task = tasks.require(caller, postQueries.channel(list), key);
    StreamingOutput content = out -> report.write(task, out);
    return Response.ok(content, CSV)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"delivery-" + task.id() + ".csv\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  @Access(value = Access.Level.COOPERATOR, scope = Scope.SUBSCRIBER_FULL)
  @Operation(summary = "List the recipients of a delivery; email matches the start of addresses")
  @GET
  @Path("/{task}/recipients")
  public ApiResponse<SliceView<DeliveryRecipientView>> recipients(
      @Context Caller caller,
      @PathParam("list") String list,
      @PathParam("task") String task,
      @BeanParam PaginationParams slice,
      @QueryParam("email") String email,
      @QueryParam("status") String status) {
    Channel channel = postQueries.channel(list);
    return ApiResponse.of(
        SliceView.of(
            report.recipients(
                caller, channel, task, email, state(status), slice.offset(), slice.limit()),
            DeliveryRecipientView::of));
  }

  @Access(value = Access.Level.COOPERATOR, scope = Scope.SUBSCRIBER_FULL)
  @Operation(
      summary = "Get what became of a delivery's emails to the 20 largest domains and the others")
  @GET
  @Path("/{task}/domains")
  public ApiResponse<List<DomainCountView>> domains(
      @Context Caller caller, @PathParam("list") String list, @PathParam("task") String task) {
    return ApiResponse.of(
        report.domains(caller, postQueries.channel(list), task).stream()
            .map(DomainCountView::of)
            .toList());
  }

  private static MessageState state(String name) {
    if (name == null || name.isEmpty()) {
      return null;
    }
    return Arrays.stream(MessageState.values())
        .filter(state -> state.wireName().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidException(
                    ErrorCode.INVALID_FIELD,
                    "status",
                    "must be queued, submitting, sent, failed, uncertain or skipped"));
  }
}

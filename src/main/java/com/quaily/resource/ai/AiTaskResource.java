package com.quaily.resource.ai;

import com.quaily.model.ai.AiKey;
import com.quaily.model.ai.AiTask;
import com.quaily.resource.access.Access;
import com.quaily.resource.api.ApiResponse;
import com.quaily.resource.api.RequestBodies;
import com.quaily.service.ai.AiKeyService;
import com.quaily.service.ai.AiTaskService;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.util.UUID;

/** AI tasks of other services. */
@Path("/tasks")
public final class AiTaskResource {

  /** The header with the key of a service. */
  public static final String KEY = "X-SUSANOO-KEY";

  private static final int LONGEST_WAIT = 60;

  private final AiKeyService keyService;
  private final AiTaskService taskService;

  public AiTaskResource(AiKeyService keyService, AiTaskService taskService) {
    this.keyService = keyService;
    this.taskService = taskService;
  }

  @Access(Access.Level.SERVICE)
  @Operation(summary = "Give a task to the AI scheduler")
  @POST
  public ApiResponse<Accepted> add(
      @HeaderParam(KEY) String key,
      @HeaderParam("Idempotency-Key") String idempotencyKey,
      AiTaskRequest body) {
    AiKey service = keyService.authenticate(key);
    AiTask task = taskService.add(service, RequestBodies.require(body).toRequest(), idempotencyKey);
    return ApiResponse.of(new Accepted(0, task.traceId()));
  }

  @Access(Access.Level.SERVICE)
  @Operation(summary = "Get an AI task and its result; wait is a number of seconds, at most 60")
  @GET
  @Path("/result")
  public ApiResponse<AiTaskView> result(
      @HeaderParam(KEY) String key,
      @QueryParam("trace_id") String traceId,
      @QueryParam("wait") @DefaultValue("0") int wait) {
    AiKey service = keyService.authenticate(key);
    int seconds = Math.max(0, Math.min(LONGEST_WAIT, wait));
    AiTask task = taskService.await(service, traceId, Duration.ofSeconds(seconds));
    return ApiResponse.of(AiTaskView.of(task, taskService.pending()));
  }

  /** The scheduler has the task. */
  public record Accepted(int code, UUID traceId) {}
}

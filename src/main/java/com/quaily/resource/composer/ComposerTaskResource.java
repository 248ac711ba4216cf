package com.quaily.resource.composer;

import com.quaily.model.Caller;
import com.quaily.model.ai.TaskCost;
import com.quaily.model.composer.ComposerTask;
import com.quaily.model.composer.Suggestion;
import com.quaily.model.oauth.Scope;
import com.quaily.resource.access.Access;
import com.quaily.resource.api.ApiResponse;
import com.quaily.resource.api.QueryIds;
import com.quaily.resource.api.RequestBodies;
import com.quaily.service.composer.ComposerService;
import com.quaily.service.composer.ComposerTasks;
import com.quaily.service.composer.ComposerTasks.Progress;
import com.quaily.service.composer.WriterText;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Composer tasks and their results. */
@Path("/auxilia/tasks")
public final class ComposerTaskResource {

  private final ComposerService composerService;
  private final ComposerTasks tasks;

  public ComposerTaskResource(ComposerService composerService, ComposerTasks tasks) {
    this.composerService = composerService;
    this.tasks = tasks;
  }

  @Access(value = Access.Level.ANY_CALLER, scope = Scope.POST_WRITE)
  @Operation(
      summary =
          "Create a composer task for slug, summary, tags, metadata, tweets, titles, proofread,"
              + " draft, alt or translate")
  @POST
  @Path("/{task}")
  public ApiResponse<TaskView> create(
      @Context Caller caller, @PathParam("task") String type, WriterText body) {
    ComposerTask task = composerService.run(caller, type, RequestBodies.require(body));
    return ApiResponse.of(TaskView.of(new Progress(task, null, null, null)));
  }

  @Access(value = Access.Level.ANY_CALLER, scope = Scope.POST_WRITE)
  @Operation(summary = "Get a composer task of the caller and its result")
  @GET
  @Path("/{task}")
  public ApiResponse<TaskView> get(@Context Caller caller, @PathParam("task") String id) {
    return ApiResponse.of(TaskView.of(tasks.get(caller, QueryIds.require("id", id))));
  }

  @Access(value = Access.Level.ANY_CALLER, scope = Scope.POST_WRITE)
  @Operation(summary = "Cancel a composer task of the caller")
  @DELETE
  @Path("/{task}")
  public ApiResponse<TaskView> cancel(@Context Caller caller, @PathParam("task") String id) {
    return ApiResponse.of(TaskView.of(tasks.cancel(caller, QueryIds.require("id", id))));
  }

  @Access(value = Access.Level.ANY_CALLER, scope = Scope.POST_WRITE)
  @Operation(summary = "Record that the caller accepted the result of a composer task")
  @POST
  @Path("/{task}/accept")
  public ApiResponse<AcceptedView> accept(@Context Caller caller, @PathParam("task") String id) {
    return ApiResponse.of(AcceptedView.of(tasks.accept(caller, QueryIds.require("id", id))));
  }

  @Access(value = Access.Level.ANY_CALLER, scope = Scope.POST_WRITE)
  @Operation(summary = "Watch a composer task of the caller as server-sent events")
  @GET
  @Path("/{task}/events")
  @Produces("text/event-stream")
  public StreamingOutput events(@Context Caller caller, @PathParam("task") String id) {
    long task = QueryIds.require("id", id);
    Progress first = tasks.get(caller, task);
    return out -> TaskEvents.write(out, first, pause -> tasks.await(caller, task, pause));
  }

  /**
   * An accepted suggestion and where it comes from.
   *
   * @param sourceHash SHA-256 of the text that it was made for
   * @param prompt name and version; local without a model
   */
  public record AcceptedView(
      long taskId,
      String sourceHash,
      String prompt,
      @Nullable String model,
      long tokens,
      long micros,
      @Nullable Long acceptedBy,
      @Nullable Instant acceptedAt) {

    static AcceptedView of(Suggestion suggestion) {
      return new AcceptedView(
          suggestion.taskId(),
          HexFormat.of().formatHex(suggestion.sourceHash()),
          suggestion.prompt(),
          suggestion.model(),
          suggestion.tokens(),
          suggestion.micros(),
          suggestion.acceptedBy(),
          suggestion.acceptedAt());
    }
  }

  /**
   * A task.
   *
   * @param status 1 pending, 2 running, 3 completed, 4 failed
   * @param partial what a model has written so far
   * @param error why it failed
   */
  public record TaskView(
      long id,
      String type,
      int status,
      @Nullable Map<String, Object> result,
      @Nullable String partial,
      @Nullable String error,
      @Nullable TaskCost cost,
      Instant createdAt,
      Instant updatedAt) {

    static TaskView of(Progress progress) {
      ComposerTask task = progress.task();
      return new TaskView(
          task.id(),
          task.type(),
          task.status(),
          task.result(),
          progress.partial(),
          progress.error(),
          progress.cost(),
          task.createdAt(),
          task.updatedAt());
    }
  }
}

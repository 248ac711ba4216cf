package com.quaily.resource.composer;

import com.quaily.model.Caller;
import com.quaily.model.composer.ComposerTask;
import com.quaily.model.oauth.Scope;
import com.quaily.resource.access.Access;
import com.quaily.resource.api.ApiResponse;
import com.quaily.resource.api.QueryIds;
import com.quaily.resource.api.RequestBodies;
import com.quaily.resource.composer.ComposerResource.TextRequest;
import com.quaily.service.composer.ComposerService;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Composer tasks and their results. */
@Path("/auxilia/tasks")
public final class ComposerTaskResource {

  private final ComposerService composerService;

  public ComposerTaskResource(ComposerService composerService) {
    this.composerService = composerService;
  }

  @Access(value = Access.Level.ANY_CALLER, scope = Scope.POST_WRITE)
  @Operation(summary = "Create a composer task for slug, summary, tags, metadata or tweets")
  @POST
  @Path("/{task}")
  public ApiResponse<TaskView> create(
      @Context Caller caller, @PathParam("task") String type, TextRequest body) {
    TextRequest text = RequestBodies.require(body);
    return ApiResponse.of(
        TaskView.of(composerService.run(caller, type, text.title(), text.content())));
  }

  @Access(value = Access.Level.ANY_CALLER, scope = Scope.POST_WRITE)
  @Operation(summary = "Get a composer task of the caller and its result")
  @GET
  @Path("/{task}")
  public ApiResponse<TaskView> get(@Context Caller caller, @PathParam("task") String id) {
    return ApiResponse.of(TaskView.of(composerService.get(caller, QueryIds.require("id", id))));
  }

  /**
   * A task.
   *
   * @param status 1 pending, 2 running, 3 completed, 4 failed
   */
  public record TaskView(
      long id,
      String type,
      int status,
      @Nullable Map<String, Object> result,
      Instant createdAt,
      Instant updatedAt) {

    static TaskView of(ComposerTask task) {
      return new TaskView(
          task.id(), task.type(), task.status(), task.result(), task.createdAt(), task.updatedAt());
    }
  }
}

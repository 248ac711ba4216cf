package com.quaily.resource.composer;

import com.quaily.model.Caller;
import com.quaily.model.oauth.Scope;
import com.quaily.resource.access.Access;
import com.quaily.resource.api.ApiResponse;
import com.quaily.resource.api.RequestBodies;
import com.quaily.service.composer.ComposerService;
import com.quaily.service.composer.WriterText;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.util.List;
import java.util.Map;

/** Suggests metadata for a text. Also available at {@code /auxilia/composer}. */
@Path("/composer")
public final class ComposerResource {

  private final ComposerService composerService;

  public ComposerResource(ComposerService composerService) {
    this.composerService = composerService;
  }

  @Access(value = Access.Level.ANY_CALLER, scope = Scope.POST_WRITE)
  @Operation(summary = "Suggest slug, summary and tags for a text, or the fields named in includes")
  @POST
  @Path("/metadata")
  public ApiResponse<Map<String, Object>> metadata(
      @Context Caller caller, @QueryParam("includes") String includes, WriterText body) {
    return ApiResponse.of(composerService.metadata(caller, RequestBodies.require(body), includes));
  }

  /** Same as metadata; clients use both names. */
  @Access(value = Access.Level.ANY_CALLER, scope = Scope.POST_WRITE)
  @Operation(summary = "Same as metadata, under the name that editors use")
  @POST
  @Path("/frontmatter")
  public ApiResponse<Map<String, Object>> frontMatter(
      @Context Caller caller, @QueryParam("includes") String includes, WriterText body) {
    return metadata(caller, includes, body);
  }

  @Access(value = Access.Level.ANY_CALLER, scope = Scope.POST_WRITE)
  @Operation(summary = "Split a text into a thread of tweets")
  @POST
  @Path("/generate-tweets")
  public ApiResponse<ThreadView> tweets(@Context Caller caller, WriterText body) {
    return ApiResponse.of(
        new ThreadView(composerService.tweets(caller, RequestBodies.require(body))));
  }

  /** A thread. */
  public record ThreadView(List<String> tweets) {}
}

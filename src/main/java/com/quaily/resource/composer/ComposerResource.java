package com.quaily.resource.composer;

import com.quaily.model.oauth.Scope;
import com.quaily.resource.access.Access;
import com.quaily.resource.access.Callers;
import com.quaily.resource.api.ApiResponse;
import com.quaily.resource.api.RequestBodies;
import com.quaily.service.composer.ComposerService;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Map;

/** Helps writers with what stands around a text. Answers at {@code /auxilia/composer} as well. */
@Path("/composer")
public final class ComposerResource {

  private final ComposerService composerService;

  public ComposerResource(ComposerService composerService) {
    this.composerService = composerService;
  }

  /** Slug, summary and tags of a text. */
  @Access(value = Access.Level.ANY_CALLER, scope = Scope.POST_WRITE)
  @Operation(summary = "Slug, summary and tags of a text, or those named in includes")
  @POST
  @Path("/metadata")
  public ApiResponse<Map<String, Object>> metadata(
      @Context SecurityContext security,
      @QueryParam("includes") String includes,
      TextRequest body) {
    TextRequest text = RequestBodies.require(body);
    return ApiResponse.of(
        composerService.metadata(
            Callers.require(security), text.title(), text.content(), includes));
  }

  /** As metadata; clients ask by either name. */
  @Access(value = Access.Level.ANY_CALLER, scope = Scope.POST_WRITE)
  @Operation(summary = "The same as metadata, under the name that editors know")
  @POST
  @Path("/frontmatter")
  public ApiResponse<Map<String, Object>> frontMatter(
      @Context SecurityContext security,
      @QueryParam("includes") String includes,
      TextRequest body) {
    return metadata(security, includes, body);
  }

  /** The text as a thread. */
  @Access(value = Access.Level.ANY_CALLER, scope = Scope.POST_WRITE)
  @Operation(summary = "A text as a thread of short notes")
  @POST
  @Path("/generate-tweets")
  public ApiResponse<ThreadView> tweets(TextRequest body) {
    TextRequest text = RequestBodies.require(body);
    return ApiResponse.of(new ThreadView(composerService.tweets(text.title(), text.content())));
  }

  /** A text; one of both is enough. */
  public record TextRequest(String title, String content) {}

  /** A thread. */
  public record ThreadView(List<String> tweets) {}
}

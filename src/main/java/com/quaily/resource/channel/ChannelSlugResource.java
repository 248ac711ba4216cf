package com.quaily.resource.channel;

import com.quaily.model.error.ErrorCode;
import com.quaily.resource.access.Access;
import com.quaily.resource.api.ApiResponse;
import com.quaily.service.channel.ChannelSlugs;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

/** Slugs for channels that do not exist yet. No channel can be called {@code new}. */
@Path("/lists/new")
public final class ChannelSlugResource {

  private final ChannelSlugs slugs;

  public ChannelSlugResource(ChannelSlugs slugs) {
    this.slugs = slugs;
  }

  @Access(Access.Level.ANY_CALLER)
  @Operation(summary = "Check a slug for a new channel; without one, suggest a slug for a title")
  @GET
  public ApiResponse<SlugView> check(
      @QueryParam("slug") String slug, @QueryParam("title") String title) {
    if (slug != null) {
      return ApiResponse.of(
          new SlugView(slug, slugs.refusal(slug).map(ErrorCode::number).orElse(0)));
    }
    return ApiResponse.of(new SlugView(slugs.suggest(title).orElse(""), 0));
  }

  /**
   * A slug.
   *
   * @param slug empty when there is no suggestion
   * @param code the error code that a channel with this slug would get; 0 when the slug is free
   */
  public record SlugView(String slug, int code) {}
}

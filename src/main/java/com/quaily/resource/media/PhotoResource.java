package com.quaily.resource.media;

import com.quaily.model.media.PhotoPage;
import com.quaily.model.oauth.Scope;
import com.quaily.resource.access.Access;
import com.quaily.resource.access.RateLimited;
import com.quaily.resource.api.ApiResponse;
import com.quaily.resource.api.PaginationParams;
import com.quaily.service.media.Unsplash;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

/** Stock photos for cover images. Also available at {@code /auxilia/composer/unsplash}. */
@Path("/composer/unsplash/photos")
public final class PhotoResource {

  private static final int FIRST = 1;
  private static final int LIMIT = 10;

  private final Unsplash unsplash;

  public PhotoResource(Unsplash unsplash) {
    this.unsplash = unsplash;
  }

  /** Search results with the provider's field names. */
  @Access(value = Access.Level.ANY_CALLER, scope = Scope.POST_WRITE)
  @RateLimited(name = "photos")
  @Operation(summary = "Search photos at Unsplash; pages start at 1 and have 10 photos by default")
  @GET
  @Path("/search")
  public ApiResponse<PhotoPage> search(
      @QueryParam("query") String query,
      @QueryParam("page") String page,
      @QueryParam("limit") String limit) {
    return ApiResponse.of(
        unsplash.search(
            query,
            PaginationParams.number("page", page, FIRST),
            PaginationParams.number("limit", limit, LIMIT)));
  }

  /** The URL of a photo; the request counts as a download for the photographer. */
  @Access(value = Access.Level.ANY_CALLER, scope = Scope.POST_WRITE)
  @RateLimited(name = "photos")
  @Operation(summary = "Get the URL of the photo whose download_location is endpoint")
  @GET
  @Path("/download_url")
  public ApiResponse<PhotoAddress> downloadUrl(@QueryParam("endpoint") String endpoint) {
    return ApiResponse.of(new PhotoAddress(unsplash.downloadUrl(endpoint)));
  }

  /** The URL of a photo. */
  public record PhotoAddress(String url) {}
}

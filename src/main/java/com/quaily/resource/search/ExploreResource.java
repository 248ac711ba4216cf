package com.quaily.resource.search;

import com.quaily.model.Caller;
import com.quaily.resource.access.Access;
import com.quaily.resource.api.ApiResponse;
import com.quaily.resource.api.PaginationParams;
import com.quaily.resource.view.ChannelView;
import com.quaily.resource.view.ChannelViews;
import com.quaily.resource.view.PostView;
import com.quaily.resource.view.PostViews;
import com.quaily.resource.view.SliceView;
import com.quaily.service.search.SearchService;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.util.List;
import java.util.Optional;

/** Trending posts and channels. */
@Path("/explore")
public final class ExploreResource {

  private final SearchService searchService;
  private final PostViews postViews;
  private final ChannelViews channelViews;

  public ExploreResource(
      SearchService searchService, PostViews postViews, ChannelViews channelViews) {
    this.searchService = searchService;
    this.postViews = postViews;
    this.channelViews = channelViews;
  }

  @Access(Access.Level.ANYBODY)
  @Operation(summary = "List published posts by score, and the languages that there are")
  @GET
  @Path("/trending/posts")
  public ApiResponse<TrendingPostsView> posts(
      @Context Optional<Caller> caller,
      @BeanParam PaginationParams slice,
      @QueryParam("lang") String lang) {
    SliceView<PostView> posts =
        SliceView.ofAll(
            searchService.trendingPosts(lang, slice.offset(), slice.limit()),
            found -> postViews.acrossChannels(found, caller));
    return ApiResponse.of(
        new TrendingPostsView(posts.pagination(), posts.items(), searchService.languages()));
  }

  /**
   * Trending posts.
   *
   * @param langs BCP 47 tags that {@code lang} takes
   */
  public record TrendingPostsView(
      SliceView.PaginationView pagination, List<PostView> items, List<String> langs) {}

  @Access(Access.Level.ANYBODY)
  @Operation(summary = "List channels by their best post's score")
  @GET
  @Path("/trending/lists")
  public ApiResponse<SliceView<ChannelView>> channels(
      @Context Optional<Caller> caller,
      @BeanParam PaginationParams slice,
      @QueryParam("lang") String lang) {
    return ApiResponse.of(
        SliceView.of(
            searchService.trendingChannels(lang, slice.offset(), slice.limit()),
            channel -> channelViews.whole(channel, caller)));
  }
}

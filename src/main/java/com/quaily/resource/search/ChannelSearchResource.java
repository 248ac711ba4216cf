package com.quaily.resource.search;

import com.quaily.model.Caller;
import com.quaily.resource.access.Access;
import com.quaily.resource.api.ApiResponse;
import com.quaily.resource.api.RequestBodies;
import com.quaily.resource.search.PostSearchResource.SearchRequest;
import com.quaily.resource.view.ChannelView;
import com.quaily.resource.view.ChannelViews;
import com.quaily.resource.view.SliceView;
import com.quaily.service.search.SearchService;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.util.Optional;

/** Searches channels. */
@Path("/lists")
public final class ChannelSearchResource {

  private final SearchService searchService;
  private final ChannelViews channelViews;

  public ChannelSearchResource(SearchService searchService, ChannelViews channelViews) {
    this.searchService = searchService;
    this.channelViews = channelViews;
  }

  @Access(Access.Level.ANYBODY)
  @Operation(summary = "Search channels by words or by a similar title, best match first")
  @POST
  @Path("/search")
  public ApiResponse<SliceView<ChannelView>> search(
      @Context Optional<Caller> caller, SearchRequest body) {
    SearchRequest request = RequestBodies.require(body);
    return ApiResponse.of(
        SliceView.of(
            searchService.channels(request.q(), request.from(), request.most()),
            channel -> channelViews.whole(channel, caller)));
  }
}

package com.quaily.resource.subscription;

import com.quaily.model.Caller;
import com.quaily.model.subscription.Preferences;
import com.quaily.page.template.PageLanguage;
import com.quaily.resource.access.Access;
import com.quaily.resource.access.RateLimited;
import com.quaily.resource.api.ApiResponse;
import com.quaily.resource.api.RequestBodies;
import com.quaily.resource.view.ChannelView;
import com.quaily.resource.view.ChannelViews;
import com.quaily.service.subscription.PreferenceService;
import com.quaily.service.subscription.PreferenceService.Chosen;
import com.quaily.service.subscription.PreferenceService.Wishes;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How readers want a channel's emails, by the link in each email or by login. */
@Path("/subscriptions/{list}/preferences")
public final class PreferenceResource {

  private final PreferenceService preferences;
  private final ChannelViews channelViews;

  public PreferenceResource(PreferenceService preferences, ChannelViews channelViews) {
    this.preferences = preferences;
    this.channelViews = channelViews;
  }

  @Access(Access.Level.ANYBODY)
  @Operation(summary = "Get how the trace's recipient, or the caller, wants a channel's emails")
  @GET
  @RateLimited(name = "opponent")
  public ApiResponse<PreferencesView> get(
      @Context Optional<Caller> caller,
      @PathParam("list") String list,
      @QueryParam("trace_id") String traceId) {
    return ApiResponse.of(view(preferences.find(caller, list, traceId)));
  }

  @Access(Access.Level.ANYBODY)
  @Operation(
      summary = "Set how the trace's recipient, or the caller, wants a channel's emails",
      description = "Omitted fields stay as they are; pause false ends a pause.")
  @PUT
  @RateLimited(name = "opponent")
  public ApiResponse<PreferencesView> set(
      @Context Optional<Caller> caller,
      @PathParam("list") String list,
      @QueryParam("trace_id") String inQuery,
      PreferencesRequest body) {
    PreferencesRequest wishes = RequestBodies.require(body);
    String traceId = wishes.traceId() == null ? inQuery : wishes.traceId();
    return ApiResponse.of(view(preferences.update(caller, list, traceId, wishes.wishes())));
  }

  private PreferencesView view(Chosen chosen) {
    Preferences saved = chosen.preferences();
    return new PreferencesView(
        channelViews.brief(chosen.opponent().channel()),
        chosen.opponent().email(),
        saved.emailEnabled(),
        saved.cadence().wireName(),
        saved.pausedUntil(),
        saved.tags(),
        chosen.channelTags(),
        PageLanguage.zone(chosen.opponent().channel()).getId());
  }

  /**
   * What a reader chose.
   *
   * @param email masked
   * @param cadence instant, daily or weekly
   * @param pausedUntil null = not paused
   * @param tags only posts with one of them are sent; empty = all posts
   * @param channelTags what there is to choose from, the most used first
   * @param timeZone of the times at which digests are sent
   */
  public record PreferencesView(
      ChannelView list,
      String email,
      boolean emailEnabled,
      String cadence,
      @Nullable Instant pausedUntil,
      List<String> tags,
      List<String> channelTags,
      String timeZone) {}

  /**
   * What a reader wishes; null keeps what was chosen before.
   *
   * @param pause false ends a pause
   */
  public record PreferencesRequest(
      String traceId,
      Boolean emailEnabled,
      String cadence,
      Instant pausedUntil,
      Boolean pause,
      List<String> tags) {

    Wishes wishes() {
      Instant until = Boolean.FALSE.equals(pause) ? Instant.EPOCH : pausedUntil;
      return new Wishes(emailEnabled, cadence, until, tags);
    }
  }
}

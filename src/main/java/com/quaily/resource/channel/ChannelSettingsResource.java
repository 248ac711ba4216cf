package com.quaily.resource.channel;

import com.quaily.model.Caller;
import com.quaily.model.channel.Channel;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.resource.access.Access;
import com.quaily.resource.api.ApiResponse;
import com.quaily.resource.api.RequestBodies;
import com.quaily.resource.view.ChannelView;
import com.quaily.resource.view.ChannelViews;
import com.quaily.service.channel.ChannelSettingsService;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Channel settings for owners; omitted fields keep their values. */
@Path("/lists")
public final class ChannelSettingsResource {

  private final ChannelSettingsService settingsService;
  private final ChannelViews channelViews;

  public ChannelSettingsResource(
      ChannelSettingsService settingsService, ChannelViews channelViews) {
    this.settingsService = settingsService;
    this.channelViews = channelViews;
  }

  @Access(Access.Level.OWNER)
  @Operation(summary = "Update the notice above the channel's posts")
  @PUT
  @Path("/{list}/bulletin")
  public ApiResponse<ChannelView> updateBulletin(
      @Context Caller caller, @PathParam("list") String list, ListBulletinRequest body) {
    return show(
        caller,
        settingsService.updateBulletin(caller, list, RequestBodies.require(body).bulletin()));
  }

  @Access(Access.Level.OWNER)
  @Operation(summary = "Update who can comment")
  @PUT
  @Path("/{list}/comment")
  public ApiResponse<ChannelView> updateComment(
      @Context Caller caller, @PathParam("list") String list, ListCommentRequest body) {
    ListCommentRequest comment = RequestBodies.require(body);
    return show(
        caller,
        settingsService.updateComment(
            caller, list, comment.commentEnabled(), comment.commentStrategy()));
  }

  @Access(Access.Level.OWNER)
  @Operation(summary = "Enable or disable tweets")
  @PUT
  @Path("/{list}/tweets")
  public ApiResponse<ChannelView> updateTweets(
      @Context Caller caller, @PathParam("list") String list, ListTweetsRequest body) {
    return show(
        caller,
        settingsService.updateTweets(
            caller, list, RequestBodies.require(body).tweetsEnabled(), body.bulletin()));
  }

  @Access(Access.Level.OWNER)
  @Operation(summary = "Update which statistics readers see")
  @PUT
  @Path("/{list}/analytics")
  public ApiResponse<ChannelView> updateAnalytics(
      @Context Caller caller, @PathParam("list") String list, ListAnalyticsRequest body) {
    ListAnalyticsRequest analytics = RequestBodies.require(body);
    return show(
        caller,
        settingsService.updateAnalytics(
            caller, list, analytics.requireSupported().viewCountHidden(), analytics.analytics()));
  }

  @Access(Access.Level.OWNER)
  @Operation(summary = "Merge the channel's email texts; null removes a text")
  @PUT
  @Path("/{list}/text_templates")
  public ApiResponse<ChannelView> updateTextTemplates(
      @Context Caller caller, @PathParam("list") String list, ListTemplatesRequest body) {
    return show(
        caller,
        settingsService.updateTextTemplates(
            caller, list, RequestBodies.require(body).textTemplates()));
  }

  @Access(Access.Level.OWNER)
  @Operation(summary = "Update whether posts are sent by email, and who cannot subscribe")
  @PUT
  @Path("/{list}/email_settings")
  public ApiResponse<ChannelView> updateEmail(
      @Context Caller caller, @PathParam("list") String list, ListEmailRequest body) {
    ListEmailRequest email = RequestBodies.require(body);
    return show(
        caller,
        settingsService.updateEmail(
            caller, list, email.emailChannelEnabled(), email.emailDenyList()));
  }

  private ApiResponse<ChannelView> show(Caller caller, Channel channel) {
    return ApiResponse.of(channelViews.whole(channel, Optional.of(caller)));
  }

  /** Body of {@code PUT …/bulletin}. */
  public record ListBulletinRequest(String bulletin) {}

  /**
   * Body of {@code PUT …/comment}.
   *
   * @param commentStrategy 0 everyone, 1 after approval, 2 subscribers, 3 paying subscribers
   */
  public record ListCommentRequest(Boolean commentEnabled, Integer commentStrategy) {}

  /** Body of {@code PUT …/tweets}; omitted fields keep their values. */
  public record ListTweetsRequest(Boolean tweetsEnabled, String bulletin) {}

  /**
   * Body of {@code PUT …/analytics}. Scripts of other services and links of other domains are not
   * supported; their fields must be empty.
   */
  public record ListAnalyticsRequest(
      Boolean viewCountHidden,
      Map<String, Object> analytics,
      String aUmamiId,
      String aUmamiBase,
      String aGaId,
      Boolean shortenUrlEnabled,
      String shortenUrlProvider,
      String sinkSiteBase,
      String sinkSiteToken) {

    private static final String SCRIPTS =
        "is not supported: pages run no scripts of other services; leave it empty";
    private static final String SHORT_LINKS =
        "is not supported: links are not shortened; leave it empty";

    ListAnalyticsRequest requireSupported() {
      requireEmpty("a_umami_id", aUmamiId, SCRIPTS);
      requireEmpty("a_umami_base", aUmamiBase, SCRIPTS);
      requireEmpty("a_ga_id", aGaId, SCRIPTS);
      requireEmpty(
          "shorten_url_enabled", Boolean.TRUE.equals(shortenUrlEnabled) ? "true" : "", SHORT_LINKS);
      requireEmpty(
          "shorten_url_provider",
          "none".equals(shortenUrlProvider) ? "" : shortenUrlProvider,
          SHORT_LINKS);
      requireEmpty("sink_site_base", sinkSiteBase, SHORT_LINKS);
      requireEmpty("sink_site_token", sinkSiteToken, SHORT_LINKS);
      return this;
    }

    private static void requireEmpty(String field, String value, String message) {
      if (value != null && !value.isBlank()) {
        throw new InvalidException(ErrorCode.INVALID_FIELD, field, message);
      }
    }
  }

  /** Body of {@code PUT …/text_templates}. */
  public record ListTemplatesRequest(Map<String, Object> textTemplates) {}

  /** Body of {@code PUT …/email_settings}. */
  public record ListEmailRequest(Boolean emailChannelEnabled, List<String> emailDenyList) {}
}

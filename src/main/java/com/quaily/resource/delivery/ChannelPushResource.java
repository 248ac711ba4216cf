package com.quaily.resource.delivery;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.quaily.model.Caller;
import com.quaily.model.delivery.ChannelPush;
import com.quaily.resource.access.Access;
import com.quaily.resource.api.ApiResponse;
import com.quaily.resource.api.RequestBodies;
import com.quaily.resource.json.Json;
import com.quaily.resource.view.ChannelViews;
import com.quaily.resource.view.ListChannelView;
import com.quaily.service.channel.ChannelService;
import com.quaily.service.delivery.ChannelPushService;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Where a channel's posts are pushed besides email; the wire calls it the list's channel. */
@Path("/lists")
public final class ChannelPushResource {

  private static final ObjectMapper JSON = Json.mapper();
  private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};

  private final ChannelPushService pushService;
  private final ChannelService channelService;
  private final ChannelViews channelViews;

  public ChannelPushResource(
      ChannelPushService pushService, ChannelService channelService, ChannelViews channelViews) {
    this.pushService = pushService;
    this.channelService = channelService;
    this.channelViews = channelViews;
  }

  @Access(Access.Level.COOPERATOR)
  @Operation(summary = "Get where the channel's posts are pushed besides email, without secrets")
  @GET
  @Path("/{list}/channel")
  public ApiResponse<ListChannelView> get(@Context Caller caller, @PathParam("list") String list) {
    return show(pushService.get(caller, list));
  }

  /** Saves the given settings; omitted fields keep their values. */
  @Access(Access.Level.OWNER)
  @Operation(summary = "Update where the channel's posts are pushed; an empty secret removes it")
  @PUT
  @Path("/{list}/channel")
  public ApiResponse<ListChannelView> update(
      @Context Caller caller, @PathParam("list") String list, ListChannelRequest body) {
    Map<String, Object> values = JSON.convertValue(RequestBodies.require(body), VALUES);
    values.values().removeIf(Objects::isNull);
    return show(pushService.update(caller, list, values));
  }

  /** Creates the key pair that LINE requires. */
  @Access(Access.Level.OWNER)
  @Operation(summary = "Create new keys for LINE; register line_jwk_pub at LINE")
  @POST
  @Path("/{list}/channel/line/keys")
  public ApiResponse<ListChannelView> createLineKeys(
      @Context Caller caller, @PathParam("list") String list) {
    return show(pushService.createLineKeys(caller, list));
  }

  private ApiResponse<ListChannelView> show(ChannelPush push) {
    Map<String, Object> values = JSON.convertValue(push.settings(), VALUES);
    values.put("id", push.id());
    values.put("list_id", push.channelId());
    values.put("has_line_keys", push.secrets().containsKey(ChannelPush.LINE_PRIVATE_KEY));
    values.put("secrets_set", secretsSet(push));
    values.put("line_jwk_pub_decoded", values.get(ChannelPush.LINE_PUBLIC_KEY));
    values.put("list", channelViews.brief(channelService.get(String.valueOf(push.channelId()))));
    values.put("created_at", push.createdAt().toString());
    values.put("updated_at", push.updatedAt().toString());
    return ApiResponse.of(JSON.convertValue(values, ListChannelView.class));
  }

  private static List<String> secretsSet(ChannelPush push) {
    return push.secrets().entrySet().stream()
        .filter(secret -> !secret.getValue().toString().isEmpty())
        .map(Map.Entry::getKey)
        .filter(ChannelPush.SECRETS::contains)
        .sorted()
        .toList();
  }

  /** Body of {@code PUT …/channel}; tokens, secret and password are never returned. */
  public record ListChannelRequest(
      Boolean telegramChannelEnabled,
      Boolean telegramCustomBotEnabled,
      String telegramChannelId,
      String telegramChannelUrl,
      String telegramBotToken,
      Boolean discordChannelEnabled,
      String discordChannelId,
      String discordChannelInviteUrl,
      String discordBotToken,
      String discordWebhookUrl,
      Boolean lineChannelEnabled,
      String lineChannelId,
      String lineChannelBasicId,
      String lineChannelUrl,
      String lineChannelSecret,
      String lineAssertionSigningKey,
      String lineTestUserId,
      Boolean twitterChannelEnabled,
      String twitterAccountUrl,
      String twitterAccessToken,
      Boolean blueskyChannelEnabled,
      String blueskyServiceUrl,
      String blueskyProfileUrl,
      String blueskyUsername,
      String blueskyPassword,
      Boolean slackChannelEnabled,
      String slackChannelId,
      String slackChannelName,
      String slackChannelInviteUrl,
      String slackAccessToken,
      String slackWebhookUrl,
      Boolean mastodonChannelEnabled,
      String mastodonServerUrl,
      String mastodonProfileUrl,
      String mastodonAccessToken) {}
}

package com.quaily.resource.delivery;

import com.quaily.model.Caller;
import com.quaily.model.delivery.Webhook;
import com.quaily.resource.access.Access;
import com.quaily.resource.api.ApiResponse;
import com.quaily.resource.api.RequestBodies;
import com.quaily.service.delivery.webhook.WebhookService;
import com.quaily.service.delivery.webhook.WebhookService.Change;
import com.quaily.service.delivery.webhook.WebhookService.NewWebhook;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A channel's outgoing webhooks. */
@Path("/lists")
public final class WebhookResource {

  private final WebhookService webhooks;

  public WebhookResource(WebhookService webhooks) {
    this.webhooks = webhooks;
  }

  @Access(Access.Level.OWNER)
  @Operation(summary = "List the channel's webhooks, oldest first")
  @GET
  @Path("/{list}/webhooks")
  public ApiResponse<List<WebhookView>> list(
      @Context Caller caller, @PathParam("list") String list) {
    return ApiResponse.of(
        webhooks.list(caller, list).stream().map(hook -> WebhookView.of(hook, null)).toList());
  }

  @Access(Access.Level.OWNER_SESSION)
  @Operation(summary = "Add a webhook; only this response contains its secret")
  @POST
  @Path("/{list}/webhooks")
  public ApiResponse<WebhookView> create(
      @Context Caller caller, @PathParam("list") String list, WebhookRequest body) {
    WebhookRequest given = RequestBodies.require(body);
    NewWebhook created = webhooks.create(caller, list, given.url(), given.events());
    return ApiResponse.of(WebhookView.of(created.webhook(), created.secret()));
  }

  @Access(Access.Level.OWNER_SESSION)
  @Operation(summary = "Change a webhook; omitted fields keep their values")
  @PUT
  @Path("/{list}/webhooks/{id}")
  public ApiResponse<WebhookView> update(
      @Context Caller caller,
      @PathParam("list") String list,
      @PathParam("id") long id,
      WebhookRequest body) {
    WebhookRequest given = RequestBodies.require(body);
    Change change = new Change(given.url(), given.events(), given.active());
    return ApiResponse.of(WebhookView.of(webhooks.update(caller, list, id, change), null));
  }

  @Access(Access.Level.OWNER_SESSION)
  @Operation(summary = "Replace a webhook's secret; the old one ends at once")
  @POST
  @Path("/{list}/webhooks/{id}/secret")
  public ApiResponse<SecretView> newSecret(
      @Context Caller caller, @PathParam("list") String list, @PathParam("id") long id) {
    return ApiResponse.of(new SecretView(webhooks.newSecret(caller, list, id)));
  }

  @Access(Access.Level.OWNER)
  @Operation(summary = "Delete a webhook and what is known about its deliveries")
  @DELETE
  @Path("/{list}/webhooks/{id}")
  public ApiResponse<Void> delete(
      @Context Caller caller, @PathParam("list") String list, @PathParam("id") long id) {
    webhooks.delete(caller, list, id);
    return ApiResponse.done();
  }

  /**
   * Body of {@code POST …/webhooks} and {@code PUT …/webhooks/:id}.
   *
   * @param events types of events; omitted when adding = all
   * @param active only when changing
   */
  public record WebhookRequest(String url, List<String> events, Boolean active) {}

  /** A webhook's new secret. */
  public record SecretView(String secret) {}

  /**
   * A webhook.
   *
   * @param message why it was switched off; empty when it was not
   * @param secret only in the response that creates it
   */
  public record WebhookView(
      long id,
      long listId,
      String url,
      List<String> events,
      boolean active,
      String message,
      @Nullable String secret,
      Instant createdAt,
      Instant updatedAt) {

    static WebhookView of(Webhook webhook, String secret) {
      return new WebhookView(
          webhook.id(),
          webhook.channelId(),
          webhook.url(),
          webhook.events(),
          webhook.active(),
          webhook.message(),
          secret,
          webhook.createdAt(),
          webhook.updatedAt());
    }
  }
}

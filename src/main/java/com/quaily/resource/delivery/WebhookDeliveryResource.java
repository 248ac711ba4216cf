package com.quaily.resource.delivery;

import com.quaily.model.Caller;
import com.quaily.model.delivery.WebhookDelivery;
import com.quaily.resource.access.Access;
import com.quaily.resource.access.RateLimited;
import com.quaily.resource.api.ApiResponse;
import com.quaily.resource.api.PaginationParams;
import com.quaily.service.delivery.webhook.WebhookService;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a webhook was told, and what became of it. */
@Path("/lists")
public final class WebhookDeliveryResource {

  private final WebhookService webhooks;

  public WebhookDeliveryResource(WebhookService webhooks) {
    this.webhooks = webhooks;
  }

  @Access(Access.Level.OWNER)
  @Operation(summary = "List the deliveries of a webhook of the last 30 days, newest first")
  @GET
  @Path("/{list}/webhooks/{id}/deliveries")
  public ApiResponse<List<WebhookDeliveryView>> list(
      @Context Caller caller,
      @PathParam("list") String list,
      @PathParam("id") long id,
      @BeanParam PaginationParams page) {
    return ApiResponse.of(
        webhooks.deliveries(caller, list, id, page.offset(), page.limit()).stream()
            .map(WebhookDeliveryView::of)
            .toList());
  }

  @Access(Access.Level.OWNER)
  @RateLimited(name = "webhook-test")
  @Operation(summary = "Send the event webhook.test to this webhook")
  @POST
  @Path("/{list}/webhooks/{id}/test")
  public ApiResponse<WebhookDeliveryView> test(
      @Context Caller caller, @PathParam("list") String list, @PathParam("id") long id) {
    return ApiResponse.of(WebhookDeliveryView.of(webhooks.test(caller, list, id)));
  }

  @Access(Access.Level.OWNER)
  @RateLimited(name = "webhook-test")
  @Operation(summary = "Send an event again, with the same id")
  @POST
  @Path("/{list}/webhooks/{id}/deliveries/{delivery}/replay")
  public ApiResponse<WebhookDeliveryView> replay(
      @Context Caller caller,
      @PathParam("list") String list,
      @PathParam("id") long id,
      @PathParam("delivery") long delivery) {
    return ApiResponse.of(WebhookDeliveryView.of(webhooks.replay(caller, list, id, delivery)));
  }

  /**
   * A delivery.
   *
   * @param eventId the header {@code webhook-id}, the same for every attempt
   * @param body the JSON that is sent
   * @param status of the last response; 0 = there was none
   * @param reply the last response or what failed, shortened
   * @param deliveredAt null = it has not arrived
   * @param nextAt the next attempt; null = there is none
   */
  public record WebhookDeliveryView(
      long id,
      UUID eventId,
      String type,
      String body,
      int attempts,
      int status,
      String reply,
      @Nullable Instant deliveredAt,
      @Nullable Instant nextAt,
      @Nullable Instant attemptedAt,
      Instant createdAt) {

    static WebhookDeliveryView of(WebhookDelivery delivery) {
      return new WebhookDeliveryView(
          delivery.id(),
          delivery.eventId(),
          delivery.type(),
          delivery.body(),
          delivery.attempts(),
          delivery.status(),
          delivery.reply(),
          delivery.deliveredAt(),
          delivery.nextAt(),
          delivery.attemptedAt(),
          delivery.createdAt());
    }
  }
}

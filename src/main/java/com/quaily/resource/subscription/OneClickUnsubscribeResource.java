package com.quaily.resource.subscription;

import com.quaily.resource.access.Access;
import com.quaily.resource.api.ApiResponse;
import com.quaily.service.subscription.SubscriptionService;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;

/** One-click unsubscribe as defined in RFC 8058: the mail client posts a form. */
@Path("/subscriptions")
public final class OneClickUnsubscribeResource {

  private static final String ONE_CLICK = "{\"List-Unsubscribe\": \"One-Click\"}";

  private final SubscriptionService subscriptionService;

  public OneClickUnsubscribeResource(SubscriptionService subscriptionService) {
    this.subscriptionService = subscriptionService;
  }

  /**
   * Turns off email for the subscription of the trace; mail clients may repeat the request. A plan
   * that the reader pays for stays.
   */
  @Access(Access.Level.ANYBODY)
  @Operation(
      summary = "Stop the channel's emails; the subscription stays",
      requestBody =
          @RequestBody(
              content = {
                @Content(
                    mediaType = MediaType.APPLICATION_FORM_URLENCODED,
                    schema = @Schema(type = "object", example = ONE_CLICK)),
                @Content(
                    mediaType = MediaType.MULTIPART_FORM_DATA,
                    schema = @Schema(type = "object", example = ONE_CLICK))
              }))
  @POST
  @Path("/{list}/delete")
  @Consumes(MediaType.WILDCARD) // whatever a mail program sends; the trace is in the address
  public ApiResponse<Integer> unsubscribe(
      @PathParam("list") String list, @QueryParam("trace_id") String traceId) {
    subscriptionService.stopEmail(Optional.empty(), list, traceId);
    return ApiResponse.of(1);
  }
}

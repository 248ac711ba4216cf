package com.quaily.resource.delivery;

import com.quaily.model.Caller;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.model.oauth.Scope;
import com.quaily.model.subscription.SuppressedAddress;
import com.quaily.model.subscription.SuppressionReason;
import com.quaily.resource.access.Access;
import com.quaily.resource.api.ApiResponse;
import com.quaily.resource.api.PaginationParams;
import com.quaily.resource.view.SliceView;
import com.quaily.service.delivery.bounce.SuppressionList;
import com.quaily.service.post.PostQueries;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;

/** The addresses that get no posts of a channel by email. */
@Path("/lists/{list}/suppressions")
public final class SuppressionResource {

  private final SuppressionList suppressions;
  private final PostQueries postQueries;

  public SuppressionResource(SuppressionList suppressions, PostQueries postQueries) {
    this.suppressions = suppressions;
    this.postQueries = postQueries;
  }

  @Access(value = Access.Level.COOPERATOR, scope = Scope.SUBSCRIBER_FULL)
  @Operation(summary = "List suppressed addresses; email matches the start of addresses")
  @GET
  public ApiResponse<SliceView<SuppressionView>> list(
      @Context Caller caller,
      @PathParam("list") String list,
      @BeanParam PaginationParams slice,
      @QueryParam("email") String email,
      @QueryParam("reason") String reason) {
    return ApiResponse.of(
        SliceView.of(
            suppressions.list(
                caller,
                postQueries.channel(list),
                email,
                reason(reason),
                slice.offset(),
                slice.limit()),
            SuppressionView::of));
  }

  /** Only addresses that bounced; the others' owners decided. */
  @Access(value = Access.Level.COOPERATOR, scope = Scope.SUBSCRIBER_FULL)
  @Operation(summary = "Let an address that bounced get emails again; reason says why")
  @DELETE
  public ApiResponse<Void> remove(
      @Context Caller caller,
      @PathParam("list") String list,
      @QueryParam("email") String email,
      @QueryParam("reason") String reason) {
    suppressions.remove(caller, postQueries.channel(list), email, reason);
    return ApiResponse.done();
  }

  private static SuppressionReason reason(String name) {
    if (name == null || name.isEmpty()) {
      return null;
    }
    return Arrays.stream(SuppressionReason.values())
        .filter(reason -> SuppressionView.name(reason).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidException(
                    ErrorCode.INVALID_FIELD,
                    "reason",
                    "must be unsubscribed, bounced or complained"));
  }

  /**
   * A suppressed address.
   *
   * @param reason unsubscribed, bounced or complained
   * @param detail the words of the server that reported it
   */
  public record SuppressionView(String email, String reason, String detail, Instant createdAt) {

    static SuppressionView of(SuppressedAddress address) {
      return new SuppressionView(
          address.email(), name(address.reason()), address.detail(), address.createdAt());
    }

    private static String name(SuppressionReason reason) {
      return reason.name().toLowerCase(Locale.ROOT);
    }
  }
}

package com.quaily.resource.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as the API shows it.
 *
 * @param type {@code free} or the plan
 * @param paidExpiry null = the plan does not end, or there is none
 * @param user left out where it is clear or nobody's business
 * @param list left out where it is clear
 */
public record SubscriptionView(
    long id,
    long userId,
    long listId,
    String type,
    @Nullable Instant paidExpiry,
    boolean emailEnabled,
    Instant createdAt,
    Instant updatedAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) UserView user,
    @JsonInclude(JsonInclude.Include.NON_NULL) ChannelView list) {

  /**
   * What an unsubscribe page needs.
   *
   * @param email masked
   */
  public record OpponentView(ChannelView list, SubscriptionView sub, String email) {}
}

package com.quaily.resource.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A subscription in API responses.
 *
 * @param userId of the reader; for writers, until the reader confirmed the subscription, an id that
 *     is good in {@code members/:user} only
 * @param type {@code free} or the plan
 * @param paidExpiry null = the plan does not end, or there is none
 * @param user omitted when it is known or private
 * @param list omitted when it is known
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
   * The data of an unsubscribe page.
   *
   * @param email masked
   */
  public record OpponentView(ChannelView list, SubscriptionView sub, String email) {}
}

package com.quaily.model.credit;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/**
 * A change of a balance.
 *
 * @param orderId the paid order; 0 = none
 * @param action {@code topup}, {@code consume} …
 * @param amount negative when something was spent
 * @param sourceType the kind of thing that was paid for; empty when not given
 * @param sourceId its id; the same source is charged only once
 */
public record CreditEntry(
    long id,
    long userId,
    long orderId,
    String action,
    BigDecimal amount,
    BigDecimal balanceAfter,
    String currency,
    String sourceType,
    String sourceId,
    Map<String, Object> meta,
    Instant createdAt) {}

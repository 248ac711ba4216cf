package com.quaily.model.credit;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/**
 * A change of a balance.
 *
 * @param orderId the order that was paid; 0 = none
 * @param action {@code topup}, {@code consume} …
 * @param amount negative when something was spent
 * @param sourceType what it was for; empty when not said
 * @param sourceId which one; the same thing is charged once
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

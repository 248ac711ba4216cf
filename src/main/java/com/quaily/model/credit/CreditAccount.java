package com.quaily.model.credit;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A user's credit account on this site.
 *
 * @param id 0 = nothing was ever credited
 * @param status 1 = active
 */
public record CreditAccount(
    long id, long userId, BigDecimal balance, int status, Instant createdAt, Instant updatedAt) {}

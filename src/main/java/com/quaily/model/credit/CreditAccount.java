package com.quaily.model.credit;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What somebody can spend on this site.
 *
 * @param id 0 = nothing was ever credited
 * @param status 1 = in use
 */
public record CreditAccount(
    long id, long userId, BigDecimal balance, int status, Instant createdAt, Instant updatedAt) {}

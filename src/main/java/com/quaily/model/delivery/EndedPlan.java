package com.quaily.model.delivery;

import java.time.Instant;

/** A plan that has ended, and whose reader was not told. */
public record EndedPlan(long channelId, long userId, Instant paidExpiry) {}

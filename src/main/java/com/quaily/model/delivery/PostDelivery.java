package com.quaily.model.delivery;

import java.time.Instant;

/** When a post was last sent. */
public record PostDelivery(long postId, Instant startedAt) {}

package com.quaily.model.subscription;

import java.time.Instant;
import java.util.List;

/**
 * How a reader wants a channel's emails.
 *
 * @param emailEnabled whether at all
 * @param pausedUntil nothing is sent before; null = not paused
 * @param tags only posts with one of these tags; empty = all posts
 */
public record Preferences(
    boolean emailEnabled, Cadence cadence, Instant pausedUntil, List<String> tags) {}

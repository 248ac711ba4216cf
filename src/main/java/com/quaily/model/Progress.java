package com.quaily.model;

import java.time.Instant;

/**
 * A long operation and its progress.
 *
 * @param kind the operation, for example {@code render}
 * @param subject its target, for example a channel's id
 * @param total 0 while unknown
 * @param cursor where to resume after an interruption
 * @param state {@code running}, {@code done} or {@code failed}
 */
public record Progress(
    long id,
    String kind,
    String subject,
    long done,
    long total,
    long cursor,
    String state,
    String message,
    Instant startedAt,
    Instant updatedAt) {}

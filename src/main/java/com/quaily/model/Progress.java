package com.quaily.model;

import java.time.Instant;

/**
 * A long act and how far it is.
 *
 * @param kind what is done, for example {@code render}
 * @param subject to what, for example a channel's id
 * @param total 0 while not known
 * @param cursor where to go on after an interruption
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

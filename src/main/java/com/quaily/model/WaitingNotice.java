package com.quaily.model;

import java.time.Instant;

/**
 * A notice on its way to one transport.
 *
 * @param transport the name of what is to take it
 * @param occurrences how many notices about its topic it stands for
 * @param attempts how often it was refused
 */
public record WaitingNotice(
    long id,
    String transport,
    Notice.Level level,
    String subject,
    String text,
    int occurrences,
    int attempts,
    Instant createdAt) {}

package com.quaily.model.export;

import java.time.Instant;

/**
 * Everything of a channel in one file.
 *
 * @param folder where its parts lie in storage; ends with a slash
 * @param filename what the file is called on the reader's disk
 * @param size bytes
 */
public record ChannelExport(
    long id,
    long channelId,
    String folder,
    String filename,
    long size,
    Instant createdAt,
    Instant expiresAt) {}

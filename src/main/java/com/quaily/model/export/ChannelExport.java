package com.quaily.model.export;

import java.time.Instant;

/**
 * An export of a whole channel as one file.
 *
 * @param folder where its parts are in storage; ends with a slash
 * @param filename the suggested name of the download
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

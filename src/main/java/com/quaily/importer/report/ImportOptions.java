package com.quaily.importer.report;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;

/**
 * How to import.
 *
 * @param channel the slug of the channel, for links between posts
 * @param publish publish what is not marked as a draft or dated in the future
 * @param overwrite replace posts that have the same slug but did not come from the same file
 * @param dryRun prepare and report everything, save and upload nothing
 * @param assets a second folder with images, such as a Hugo site's {@code static}
 * @param zone for dates without one
 */
public record ImportOptions(
    String channel,
    boolean publish,
    boolean overwrite,
    boolean dryRun,
    Optional<Path> assets,
    ZoneId zone) {}

package com.quaily.importer;

import java.time.Instant;
import java.util.Optional;

/**
 * The intended state of a post.
 *
 * @param publish true: published with {@code date}, or without one with its existing date, or now;
 *     false: a new post is a draft, an existing one keeps its state (an import never unpublishes a
 *     post)
 * @param date the date of the text; stored with a draft for its later publication
 * @param modified the last change that the author noted
 */
public record ImportedState(boolean publish, Optional<Instant> date, Optional<Instant> modified) {}

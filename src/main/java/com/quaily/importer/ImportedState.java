package com.quaily.importer;

import java.time.Instant;
import java.util.Optional;

/**
 * The state a post shall have.
 *
 * @param publish true: published as of {@code date}, or without one as of the date it has, or now;
 *     false: a new post is a draft, an existing one keeps its state (an import never takes a page
 *     away from its readers)
 * @param date the date of the writing; kept with a draft, for the day it is published
 * @param modified the last change that the writer noted
 */
public record ImportedState(boolean publish, Optional<Instant> date, Optional<Instant> modified) {}

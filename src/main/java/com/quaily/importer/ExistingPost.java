package com.quaily.importer;

import java.util.Optional;

/**
 * An existing post of the channel.
 *
 * @param mark the origin of its import; empty when it was not imported
 * @param published false for a draft
 */
public record ExistingPost(long id, String slug, Optional<ImportMark> mark, boolean published) {}

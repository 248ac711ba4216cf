package com.quaily.importer;

import java.util.Optional;

/**
 * A post that the channel has already.
 *
 * @param mark where an import took it from; empty when it was written by hand
 * @param published false for a draft
 */
public record ExistingPost(long id, String slug, Optional<ImportMark> mark, boolean published) {}

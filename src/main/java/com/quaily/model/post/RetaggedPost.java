package com.quaily.model.post;

import java.time.Instant;
import java.util.List;

/**
 * A post whose tags changed.
 *
 * @param listPage the numbered list page that shows it; 0 = not published
 * @param tags the new ones
 * @param publishedAt null = draft
 */
public record RetaggedPost(
    long id, String slug, int listPage, List<String> tags, Instant publishedAt) {}

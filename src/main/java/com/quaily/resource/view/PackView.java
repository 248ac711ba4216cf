package com.quaily.resource.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A pack in API responses.
 *
 * @param postIds in the order of the pack
 * @param posts omitted in lists
 */
public record PackView(
    long id,
    UUID uuid,
    String title,
    String description,
    String coverImageUrl,
    long listId,
    List<Long> postIds,
    Instant createdAt,
    Instant updatedAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) List<PostView> posts,
    int postCount) {}

package com.quaily.resource.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A person as the API shows them.
 *
 * @param email to oneself, and of members to a channel's writers; left out otherwise
 * @param userOptions to oneself only; left out otherwise
 */
public record UserView(
    long id,
    UUID uuid,
    String name,
    String bio,
    String bioHtml,
    String tagline,
    String taglineHtml,
    String avatarImageUrl,
    @JsonInclude(JsonInclude.Include.NON_NULL) String email,
    int status,
    List<Map<String, String>> socialIds,
    @JsonInclude(JsonInclude.Include.NON_NULL) Map<String, Object> userOptions,
    Instant createdAt) {}

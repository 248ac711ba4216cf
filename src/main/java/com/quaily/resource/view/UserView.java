package com.quaily.resource.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A user in API responses.
 *
 * @param email for the user, and for writers of a channel they subscribe to; otherwise omitted
 * @param userOptions for the user only; otherwise omitted
 * @param isOperator whether they run this site; for the user only, otherwise omitted
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
    @JsonInclude(JsonInclude.Include.NON_NULL) Boolean isOperator,
    Instant createdAt) {}

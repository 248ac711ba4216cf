package com.quaily.resource.oauth;

import com.quaily.model.oauth.GrantedApp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An application and what the caller allows it.
 *
 * @param createdAt the first consent
 * @param lastUsedAt within the hour; null = not used yet
 */
public record GrantView(
    UUID appId,
    String name,
    String displayName,
    String url,
    String avatarImageUrl,
    List<String> scopes,
    Instant createdAt,
    @Nullable Instant lastUsedAt) {

  static GrantView of(GrantedApp app) {
    return new GrantView(
        app.appId(),
        app.name(),
        app.displayName(),
        app.url(),
        app.avatarImageUrl(),
        app.scopes(),
        app.createdAt(),
        app.lastUsedAt());
  }
}

package com.quaily.model.account;

import com.quaily.model.Language;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A user: writer, reader or both.
 *
 * @param email in lower case; visible only to the user
 * @param avatarImageUrl empty when none
 * @param socialIds {@code [{name, value}]}
 * @param options language, editor_layout, kind_line_break_enabled …
 */
public record User(
    long id,
    UUID uuid,
    String email,
    String name,
    String bio,
    String tagline,
    String avatarImageUrl,
    UserStatus status,
    List<Map<String, String>> socialIds,
    Map<String, Object> options,
    Instant createdAt) {

  /** The user's interface language. */
  public Language language() {
    return Language.among(options);
  }

  /** Whether line breaks within the user's paragraphs are kept. */
  public boolean hasKindLineBreak() {
    return Boolean.TRUE.equals(options.get("kind_line_break_enabled"));
  }
}

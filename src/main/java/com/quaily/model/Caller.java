package com.quaily.model;

import com.quaily.model.oauth.Scope;
import java.util.Set;

/**
 * Who makes a request, once their token was found good.
 *
 * @param userId the person
 * @param kind what they proved it with
 * @param credentialId the id of the session, API key or application's grant
 * @param scopes what an application may do; empty for the other kinds, which have no such bounds
 */
public record Caller(long userId, Kind kind, long credentialId, Set<Scope> scopes) {

  /** Somebody whom no scopes bind. */
  public Caller(long userId, Kind kind, long credentialId) {
    this(userId, kind, credentialId, Set.of());
  }

  /** Whether the caller is no application, or one that was allowed this. */
  public boolean may(Scope scope) {
    return kind != Kind.OAUTH || scopes.stream().anyMatch(held -> held.includes(scope));
  }

  /** What a caller can prove their identity with. */
  public enum Kind {
    SESSION,
    API_KEY,
    OAUTH
  }
}

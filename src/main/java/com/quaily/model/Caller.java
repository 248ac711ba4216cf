package com.quaily.model;

import com.quaily.model.oauth.Scope;
import java.util.Set;

/**
 * The authenticated caller of a request.
 *
 * @param userId the user
 * @param kind the kind of credential
 * @param credentialId the id of the session, API key or application grant
 * @param scopes what an application may do; empty for other kinds, which are not limited by scopes
 */
public record Caller(long userId, Kind kind, long credentialId, Set<Scope> scopes) {

  /** A caller without scope limits. */
  public Caller(long userId, Kind kind, long credentialId) {
    this(userId, kind, credentialId, Set.of());
  }

  /** Whether the caller is not an application, or has this scope. */
  public boolean may(Scope scope) {
    return kind != Kind.OAUTH || scopes.stream().anyMatch(held -> held.includes(scope));
  }

  /** The kinds of credentials. */
  public enum Kind {
    SESSION,
    API_KEY,
    OAUTH
  }
}

package com.quaily.model;

/**
 * Who makes a request, once their token was found good.
 *
 * @param userId the person
 * @param kind what they proved it with
 * @param credentialId the id of the session or API key
 */
public record Caller(long userId, Kind kind, long credentialId) {

  /** What a caller can prove their identity with. */
  public enum Kind {
    SESSION,
    API_KEY
  }
}

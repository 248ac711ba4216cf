package com.quaily.model.oauth;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What a user can allow an application to do. */
public enum Scope {
  USER_PUBLIC("user.public", "See the public profile"),
  USER_FULL(
      "user.full",
      "See and change the profile, settings, channels, subscribers and statistics; see the"
          + " address"),
  POST_WRITE("post.write", "Write posts, packs, tweets and comments; upload images"),
  SUBSCRIBER_FULL(
      "subscriber.full",
      "See and change the channels' subscribers with their addresses and plans; see statistics"),
  CREDIT_READ("credit.read", "See the credits"),
  CREDIT_FULL("credit.full", "See and spend the credits"),
  APIKEY_READ("apikey.read", "See the names of the API keys");

  private final String wireName;
  private final String description;

  Scope(String wireName, String description) {
    this.wireName = wireName;
    this.description = description;
  }

  /** The name in OAuth requests. */
  public String wireName() {
    return wireName;
  }

  /** A short description. */
  public String description() {
    return description;
  }

  /** Whether it includes the other scope. */
  public boolean includes(Scope other) {
    return this == other
        || (this == USER_FULL && (other == USER_PUBLIC || other == SUBSCRIBER_FULL))
        || (this == CREDIT_FULL && other == CREDIT_READ);
  }

  /** Empty if there is no such scope. */
  public static Optional<Scope> of(String wireName) {
    return Arrays.stream(values()).filter(scope -> scope.wireName.equals(wireName)).findFirst();
  }

  /** The scopes with these names; ignores unknown names. */
  public static Set<Scope> ofAll(Collection<String> wireNames) {
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    wireNames.forEach(name -> of(name).ifPresent(scopes::add));
    return scopes;
  }
}

package com.quaily.model;

import java.util.Arrays;
import java.util.Optional;

/** What a person can allow an application to do in their name. */
public enum Scope {
  USER_PUBLIC("user.public"),
  USER_FULL("user.full"),
  POST_WRITE("post.write"),
  CREDIT_READ("credit.read"),
  CREDIT_FULL("credit.full"),
  APIKEY_READ("apikey.read");

  private final String wireName;

  Scope(String wireName) {
    this.wireName = wireName;
  }

  /** As OAuth requests name it. */
  public String wireName() {
    return wireName;
  }

  /** Empty when there is no such scope. */
  public static Optional<Scope> of(String wireName) {
    return Arrays.stream(values()).filter(scope -> scope.wireName.equals(wireName)).findFirst();
  }
}

package com.quaily.resource.access;

import com.quaily.model.oauth.Scope;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Who may call an endpoint; every endpoint says so. {@link AccessFilter} sees to it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Access {

  Level value();

  /** What an application with an OAuth token must have been allowed; of no meaning for nobody. */
  Scope scope() default Scope.USER_FULL;

  /** Circles of callers, from the widest. */
  enum Level {
    /** Everybody, with or without a token. */
    ANYBODY,
    /** Whoever has a token. */
    ANY_CALLER,
    /** An application that names itself and shows its secret; no token is looked at. */
    CLIENT,
    /** An application in somebody's name. */
    APPLICATION,
    /** Whoever logged in themselves: neither keys nor applications. */
    SESSION,
    /** Those who write for the channel; the service finds out whether the caller does. */
    COOPERATOR,
    /** The channel's owner; the service finds out whether the caller is. */
    OWNER
  }
}

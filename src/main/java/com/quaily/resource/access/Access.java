package com.quaily.resource.access;

import com.quaily.model.oauth.Scope;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Who can call an endpoint; required on every endpoint and enforced by {@link AccessFilter}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Access {

  Level value();

  /** The scope that an OAuth application needs; ignored for other callers. */
  Scope scope() default Scope.USER_FULL;

  /** Groups of callers, from the widest. */
  enum Level {
    /** Everyone, with or without a token. */
    ANYBODY,
    /** Everyone with a token. */
    ANY_CALLER,
    /** An application that authenticates with its client id and secret; tokens are ignored. */
    CLIENT,
    /** Another server with a key or signature, which the service checks; tokens are ignored. */
    SERVICE,
    /** An application on behalf of a user. */
    APPLICATION,
    /** Users with a login session: neither API keys nor applications. */
    SESSION,
    /** Operators of the site with a login session; the service checks this. */
    OPERATOR,
    /** Writers of the channel; the service checks this. */
    COOPERATOR,
    /** The channel's owner; the service checks this. */
    OWNER,
    /** The channel's owner with a login session: what outlives the credential that did it. */
    OWNER_SESSION
  }
}

package com.quaily.model;

/** Request attributes that one layer sets and another one reads. */
public final class RequestAttributes {

  /** The name of the route that answered, of which there is a limited number. */
  public static final String ROUTE = "com.quaily.route";

  private RequestAttributes() {}
}

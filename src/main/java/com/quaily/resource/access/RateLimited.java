package com.quaily.resource.access;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Limits how often a client address can call an endpoint. */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface RateLimited {

  /** The limit that the calls count towards. */
  String name() default "";

  /** Sustained number of calls per hour and address. */
  int perHour() default 300;

  /** Size of a burst; a whole office can share one address. */
  int atOnce() default 60;
}

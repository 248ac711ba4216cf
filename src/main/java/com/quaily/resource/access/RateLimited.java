package com.quaily.resource.access;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An endpoint that one address may call only so often. */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface RateLimited {

  /** What is counted together. */
  String name() default "";

  /** Calls of one address in an hour, in the long run. */
  int perHour() default 300;

  /** Calls that may come at once; a whole office may share one address. */
  int atOnce() default 60;
}

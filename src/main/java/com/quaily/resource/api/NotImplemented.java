package com.quaily.resource.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a resource whose endpoints are known to clients but not yet implemented. They throw {@link
 * NotImplementedException}, which gives status 501 and an error code, so that clients can
 * distinguish them from wrong URLs. The OpenAPI description marks them too.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface NotImplemented {}

package com.quaily.resource.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a resource whose endpoints clients know and this server does not have yet. They throw a
 * {@link NotImplementedException}, which answers 501 with its code, so that a client can tell them
 * from mistaken addresses, and bear a mark in the description of the API.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface NotImplemented {}

package com.quaily.routing.http;

/**
 * A response header field.
 *
 * @param name in its usual spelling
 * @param value ASCII without line breaks
 */
public record Header(String name, String value) {}

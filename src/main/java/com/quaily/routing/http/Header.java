package com.quaily.routing.http;

/**
 * One header field of an answer.
 *
 * @param name in its usual spelling
 * @param value ASCII without line ends
 */
public record Header(String name, String value) {}

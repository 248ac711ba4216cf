package com.quaily.service.analytics;

/**
 * The visitor, as far as a request shows. Lives as long as the request.
 *
 * @param address network address; never stored
 * @param userAgent empty when the request had none
 * @param prefetch whether a browser prefetched the page
 */
public record Visitor(String address, String userAgent, boolean prefetch) {}

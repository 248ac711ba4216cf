package com.quaily.service.analytics;

/**
 * Who is at the other end, as far as a request tells. Lives as long as the request.
 *
 * @param address of the network; never kept
 * @param userAgent empty when the request named none
 * @param prefetch whether a browser fetched ahead of its reader
 */
public record Visitor(String address, String userAgent, boolean prefetch) {}

package com.quaily.model.ai;

/**
 * What a proxy is doing.
 *
 * @param running calls at the moment
 * @param calls calls in the last minute
 * @param tokens tokens of the last minute, reserved or used
 */
public record ProxyUse(String proxy, int running, int calls, long tokens) {}
